using System.Text.Json;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Hall;

/// <summary>The department finds that a licence was got by fraud, asks formally for its revocation, and it ends publicly invalid.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class A_licence_is_revoked(PostgresFixture postgres)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7"u8], Docx = [.. "PK\u0003\u0004"u8];

    [Fact]
    public async Task At_the_departments_formal_request()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        await hall.AddAccountAsync("decider2", Hall.Bureau, Role.Decider);
        var (officer, stranger, reviewer) = (await hall.SignInAsync("health-officer"), await hall.SignInAsync("transport-officer"), await hall.SignInAsync("reviewer"));
        var (decider, other, keeper) = (await hall.SignInAsync("decider"), await hall.SignInAsync("decider2"), await hall.SignInAsync("sealkeeper"));
        var licence = (await hall.IssueALicenceAsync()).Licence;
        var unrooted = licence.Replace("1.2.156.3005.2.", "", StringComparison.Ordinal);
        var evidence = (await officer.UploadAsync("检测机构证明.pdf", Pdf)).Succeeded()["id"];

        // What is refused, and why.
        (await officer.UploadAsync("证明.exe", Pdf)).WasRefused(415, "attachment-kind");
        var editable = (await officer.UploadAsync("证明.docx", Docx)).Succeeded()["id"];
        (await officer.PostAsync("/api/requests", Asking(licence, editable))).WasRefused(422, "evidence-kind", "evidence[0]");
        var strangers = (await stranger.UploadAsync("证明.pdf", Pdf)).Succeeded()["id"];
        (await officer.PostAsync("/api/requests", Asking(licence, strangers))).WasRefused(422, "attachment-unknown", "evidence[0]");
        (await officer.PostAsync("/api/requests", Asking(licence))).WasRefused(422, "evidence-missing", "evidence");
        (await stranger.PostAsync("/api/requests", Asking(licence, strangers))).WasRefused(403, "licence-of-another-department");
        (await officer.PostAsync("/api/requests", Asking("1.2.156", evidence))).WasRefused(404, "licence-unknown");
        (await officer.PostAsync("/api/requests", Asking(licence, "reinstate", "putRight", evidence))).WasRefused(409, "licence-state");
        (await officer.GetAsync("/api/requests")).Succeeded().Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        var possible = (await officer.GetAsync($"/api/licences/{unrooted}/possible-requests")).Succeeded().Json.EnumerateArray().ToArray();
        possible.Where(p => p.GetProperty("whyNot").ValueKind == JsonValueKind.Null).Select(p => p.GetProperty("kind").GetString())
            .ShouldBe(["change", "withdraw", "revoke", "cancel", "suspend"]);

        // Of several at once one gets through, and the others learn of it, with or without the identifier's root.
        var together = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => officer.PostAsync("/api/requests", Asking(i % 2 == 0 ? licence : unrooted, evidence))));
        var id = together.Single(a => a.Status == 200)["id"];
        together.Where(a => a.Status != 200).ShouldAllBe(a => a.Status == 409);
        (await officer.PostAsync("/api/requests", Asking(unrooted, evidence))).WasRefused(409, "request-open-already")["detail"].ShouldContain("锦卫函〔2026〕12号");

        (await stranger.GetAsync($"/api/requests/{id}")).WasRefused(404, "request-unknown");
        (await reviewer.GetAsync("/api/tasks")).Text.ShouldContain("核实部门请求");
        (await stranger.GetAsync($"/api/requests/{id}/clock")).WasRefused(404, "request-unknown");
        var shown = (await officer.GetAsync($"/api/requests/{id}")).Succeeded();
        var due = shown.Json.GetProperty("request").GetProperty("answer").GetProperty("due").GetString();
        (await officer.GetAsync($"/api/requests/{id}/clock")).Succeeded()["due"].ShouldBe(due);
        (shown["light"], shown.Json.GetProperty("considered").GetProperty("publicInterest").GetBoolean()).ShouldBe(("normal", true));
        (await officer.GetAsync("/api/requests")).Succeeded().Json.GetProperty("items")[0].GetProperty("light").GetString().ShouldBe("normal");
        (await reviewer.PostAsync($"/api/requests/{id}/verify", new { upheld = true, findings = "检测报告系伪造，情况属实" })).Succeeded()["stage"].ShouldBe("verified");
        (await other.PostAsync($"/api/requests/{id}/decide", Decision())).WasRefused(409, "holder-not-heard");
        (await reviewer.PostAsync($"/api/requests/{id}/tell-holder")).Succeeded()["stage"].ShouldBe("holderTold");
        var waiver = new Dictionary<string, object> { ["$type"] = "waived", ["on"] = ReformStory.Day(ReformStory.Today), ["attachments"] = Array.Empty<string>() };
        (await reviewer.PostAsync($"/api/requests/{id}/hear", new { how = waiver })).WasRefused(422, "evidence-missing", "how.attachments");
        waiver["attachments"] = new[] { (await reviewer.UploadAsync("放弃听证声明.pdf", Pdf)).Succeeded()["id"] };
        (await reviewer.PostAsync($"/api/requests/{id}/hear", new { how = waiver })).Succeeded()["stage"].ShouldBe("heard");
        (await decider.PostAsync($"/api/requests/{id}/decide", Decision())).WasRefused(403, "decider-decided-the-licence");
        (await other.PostAsync($"/api/requests/{id}/decide", Decision(weighing: null))).WasRefused(422, "public-interest-not-weighed", "publicInterest");
        (await hall.Anybody().GetAsync($"/api/verify/{licence}")).Succeeded()["state"].ShouldBe("valid");
        var decided = (await other.PostAsync($"/api/requests/{id}/decide", Decision())).Succeeded();

        (await hall.Anybody().GetAsync($"/api/verify/{licence}")).Succeeded()["stateName"].ShouldBe("已撤销");
        var answer = (await officer.GetAsync("/api/requests?stage=decided&licence=" + unrooted)).Succeeded().Json.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (answer.GetProperty("id").GetString(), answer.GetProperty("accepted").GetBoolean()).ShouldBe((id, true));
        (await officer.GetAsync($"/api/requests/{id}")).Succeeded().Text.ShouldContain("检测报告系伪造");
        (await officer.GetAsync($"/api/requests/{id}/history")).Succeeded().Text.ShouldContain("request-decided");
        (await officer.GetAsync($"/api/requests/{id}")).Succeeded().Json.GetProperty("papers").EnumerateArray()
            .Select(p => p.GetProperty("title").GetString()).ShouldContain("撤销行政许可决定书");
        (await officer.GetAsync("/api/pushes")).Succeeded().Text.ShouldContain("licenceChanged");
        (await AnsweredAsync(database)).ShouldBe(["hooks:" + Hall.Health.Code]);

        var document = decided.Json.GetProperty("documents").EnumerateArray().Single(d => d.GetProperty("kind").GetString() == "licenceRevocation").GetProperty("number").GetString()!;
        (await hall.Anybody().GetAsync($"/api/verify/{document}")).Succeeded()["state"].ShouldBe("unsealed");
        (await keeper.PostAsync($"/api/requests/{id}/seal", new { document, seal = "approval" })).Succeeded();
        (await keeper.PostAsync($"/api/requests/{id}/seal", new { document, seal = "approval" })).WasRefused(409, "sealed-before");
        (await hall.Anybody().GetAsync($"/api/verify/{document}")).Succeeded()["state"].ShouldBe("valid");
        (await officer.GetAsync($"/api/documents/{document}")).Text.ShouldContain("撤销行政许可决定书");
        (await stranger.GetAsync($"/api/documents/{document}")).WasRefused(404, "document-unknown");
        await (await hall.SignInAsync("admin")).JournalIsWholeAsync();
    }

    private static object Asking(string licence, params string[] evidence) => Asking(licence, "revoke", "fraud", evidence);

    private static object Asking(string licence, string act, string ground, params string[] evidence) => new
    {
        licence,
        act = new Dictionary<string, string> { ["$type"] = act, ["ground"] = ground },
        letter = new { number = "锦卫函〔2026〕12号", on = ReformStory.Day(ReformStory.Today) },
        reason = "检测报告与检测机构存档不一致",
        article = "《中华人民共和国行政许可法》第六十九条第二款",
        evidence,
    };

    private static object Decision(string? weighing = "同类场所众多，不影响公众生活") => new
    {
        accepted = true,
        reasons = new[] { new { text = "以伪造的检测报告取得许可", article = "《中华人民共和国行政许可法》第六十九条第二款" } },
        publicInterest = weighing is null ? null : new { greatHarm = false, weighing },
    };

    private static async Task<string[]> AnsweredAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("select recipient from oneseal.deliveries where topic = 'requestAnswered' order by recipient");
        await using var reader = await command.ExecuteReaderAsync();
        var recipients = new List<string>();
        while (await reader.ReadAsync()) recipients.Add(reader.GetString(0));
        return [.. recipients];
    }
}
