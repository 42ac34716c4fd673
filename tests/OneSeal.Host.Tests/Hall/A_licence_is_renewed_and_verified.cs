using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Licences;

namespace OneSeal.Host.Tests.Hall;

[Collection(PostgresFixture.Collection)]
public sealed class A_licence_is_renewed_and_verified(PostgresFixture postgres)
{
    [Fact]
    public async Task From_its_issue_to_its_revocation()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var (window, decider, admin, anybody) = (await hall.SignInAsync("window"), await hall.SignInAsync("decider"), await hall.SignInAsync("admin"), hall.Anybody());
        await hall.PutApprovalSealInForceAsync();

        var first = await hall.ReviewedAsync();
        var (_, licence, _, paper) = await hall.IssuedAsync(first);
        var last = DateOnly.Parse((await window.GetAsync($"/api/licences/{licence}")).Succeeded()["validUntil"]);
        (await anybody.GetAsync($"/verify/{paper}")).Succeeded().Text.ShouldContain("state valid");
        // As one that would end in forty days.
        await ActAsync(hall, licence, new LicenceEvent.Changed(ALicence.Act, "有效期调整", null, ReformStory.Today.AddDays(40)));
        (await anybody.GetAsync($"/api/verify/{paper}")).Succeeded()["state"].ShouldBe("changed");

        var second = await hall.ReviewedAsync(Renewing(licence));
        (await window.GetAsync($"/api/licences/{licence}")).Succeeded().Json.GetProperty("renewal").GetProperty("inTime").GetBoolean().ShouldBeTrue();
        var twice = (await window.PostAsync("/api/cases", Renewing(licence))).Succeeded()["id"];
        (await window.PostAsync($"/api/cases/{twice}/file")).WasRefused(422, "renewal-filed-before", "renews");
        (await window.PostAsync($"/api/cases/{twice}/file")).WasRefused(422, "renewal-filed-before", "renews");
        var (_, renewed, _, secondPaper) = await hall.IssuedAsync(second);
        renewed.ShouldBe(licence);
        var until = ReformStory.Today.AddDays(41).AddMonths(48).AddDays(-1);
        (await anybody.GetAsync($"/api/documents/{secondPaper}")).Status.ShouldBe(401);
        (await window.GetAsync($"/api/documents/{secondPaper}")).Succeeded().Text.ShouldContain(licence);
        foreach (var number in new[] { licence, licence.Replace("1.2.156.3005.2.", ""), paper, secondPaper })
        {
            var verified = (await anybody.GetAsync($"/api/verify/{number}")).Succeeded();
            (verified["state"], verified["validUntil"]).ShouldBe(("renewed", ReformStory.Day(until)));
            verified.Text.ShouldNotContain("91370390MA00000179");
        }

        // What was asked for in time and not decided before the end can no longer be denied.
        var third = await hall.ReviewedAsync(Renewing(licence));
        await ActAsync(hall, licence, new LicenceEvent.Changed(ALicence.Act, "有效期调整", null, ReformStory.Today.AddDays(-1)));
        (await anybody.GetAsync($"/api/verify/{licence}")).Succeeded()["state"].ShouldBe("renewed");
        (await decider.PostAsync($"/api/cases/{third}/decide", new { granted = false, reasons = new[] { new { text = "某理由", article = "某条" } } }))
            .WasRefused(409, "renewal-deemed-granted");
        await hall.Services.GetRequiredService<LicenceSweep>().RunAsync(CancellationToken.None);
        (await window.GetAsync($"/api/licences/{licence}/history")).Succeeded().Text.ShouldContain("视为准予延续");
        (await window.PostAsync($"/api/cases/{third}/withdraw", new { reason = "不再经营" })).Succeeded();
        (await window.GetAsync($"/api/licences/{licence}")).Succeeded()["state"].ShouldBe("renewed");

        await FoundByAsync(hall, licence);
        await ActAsync(hall, licence, new LicenceEvent.Revoked(ALicence.Act, ByFraud: true));
        foreach (var number in new[] { licence, paper, secondPaper })
        {
            var page = (await anybody.GetAsync($"/verify/{number}")).Succeeded().Text;
            page.ShouldContain("<div class=\"state revoked\"><strong>已撤销</strong>");
            page.ShouldNotContain("<strong>有效");
            page.ShouldNotContain(ALicence.Act.Reason);
        }

        (await anybody.GetAsync($"/verify/{licence[..^1]}")).Text.ShouldContain("编号有误");
        (await (await hall.SignInAsync("health-officer")).GetAsync("/api/pushes")).Text.ShouldContain("LicenceChanged");
        await RefusalsAreOnRecordAsync(hall, database, twice);
        await admin.JournalIsWholeAsync();
        last.ShouldBe(ReformStory.Today.AddMonths(48).AddDays(-1));
    }

    private static async Task FoundByAsync(Hall hall, string licence)
    {
        var (window, stranger) = (await hall.SignInAsync("window"), await hall.SignInAsync("transport-officer"));
        foreach (var who in new[] { window, await hall.SignInAsync("health-officer") })
        {
            foreach (var query in new[] { "holder=" + Uri.EscapeDataString("锦源云溪"), "holderNumber=91370390MA00000179", "item=" + Hygiene.Item, "identifier=" + licence, "state=renewed", "" })
                (await who.GetAsync("/api/licences?" + query)).Succeeded().Json.GetProperty("items")[0].GetProperty("identifier").GetString().ShouldBe(licence, query);
        }

        (await window.GetAsync("/api/licences?state=nonsense")).WasRefused(400, "licence-state-unknown", "state");
        (await stranger.GetAsync("/api/licences")).Succeeded().Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await stranger.GetAsync($"/api/licences/{licence}")).WasRefused(404, "licence-unknown");
        (await (await hall.SignInAsync("applicant")).GetAsync($"/api/licences/{licence}")).WasRefused(404, "licence-unknown");
        (await window.GetAsync($"/api/licences/{licence}/qr")).Succeeded().Text.ShouldStartWith("<svg");
        var holder = (await window.GetAsync("/api/holders/91370390MA00000179")).Succeeded();
        holder["name"].ShouldBe("锦源云溪商贸有限公司");
        holder.Json.GetProperty("licences").GetArrayLength().ShouldBe(1);
        holder.Json.GetProperty("cases").GetArrayLength().ShouldBe(2);
        (await stranger.GetAsync("/api/holders/91370390MA00000179")).Succeeded().Json.GetProperty("licences").GetArrayLength().ShouldBe(0);
    }

    private static async Task RefusalsAreOnRecordAsync(Hall hall, Npgsql.NpgsqlDataSource database, string twice)
    {
        (await (await hall.SignInAsync("reviewer")).PostAsync($"/api/cases/{twice}/file")).WasRefused(403, "not-allowed");
        (await hall.Anybody().PostAsync($"/api/cases/{twice}/file")).Status.ShouldBe(401);
        var (admin, window) = (await hall.SignInAsync("admin"), await hall.SignInAsync("window"));
        var rows = new List<JsonElement>();
        string? next = null;
        do
        {
            var page = (await admin.GetAsync($"/api/oversight/refused?limit=1{(next is null ? "" : "&after=" + next)}")).Succeeded().Json;
            rows.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        rows.Where(r => Text(r, "code") == "renewal-filed-before").Sum(r => r.GetProperty("attempts").GetInt64()).ShouldBe(2);
        var denied = rows.Single(r => Text(r, "code") == "not-allowed");
        (Text(denied, "actorName"), Text(denied, "role"), Text(denied, "route"), Text(denied, "path"))
            .ShouldBe(("reviewer某", "Reviewer", "POST /api/cases/{id}/file", $"/api/cases/{twice}/file"));
        Text(rows.Single(r => Text(r, "code") == "renewal-deemed-granted"), "message").ShouldContain("行政许可法第五十条");
        rows.Count.ShouldBeInRange(3, 4);
        (await window.GetAsync("/api/oversight/refused")).WasRefused(403, "not-allowed");

        // A record that cannot be kept does not change the answer.
        await using (var command = database.CreateCommand("alter table oneseal.refused_attempts rename to gone")) await command.ExecuteNonQueryAsync();
        (await window.PostAsync($"/api/cases/{twice}/file")).WasRefused(422, "renewal-not-in-force", "renews");

        static string Text(JsonElement row, string member) => row.GetProperty(member).GetString()!;
    }

    private static object Renewing(string licence) => new
    {
        item = Hygiene.Item,
        channel = "window",
        applicant = Hygiene.Applicant,
        form = Hygiene.Form(),
        materials = Hygiene.Materials.Select(key => new { key, form = "paper" }).ToArray(),
        renews = licence,
    };

    private static Task<string> ActAsync(Hall hall, string licence, LicenceEvent act) => hall.Services.GetRequiredService<EventJournal>().ExecuteAsync(
        new CommandContext(By.Decider(), TimeProvider.System.GetUtcNow()),
        async work =>
        {
            var stream = await work.LoadAsync(Licence.Kind, licence, CancellationToken.None);
            await hall.Services.GetRequiredService<LicenceCommands>().AppendAsync(work, stream, [act], CancellationToken.None);
            return "";
        },
        CancellationToken.None);
}
