using System.Text;
using OneSeal.Host.Cases;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Hall;

/// <summary>What an applicant does from home, and what everybody may read.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class The_public_side(PostgresFixture postgres)
{
    private const string PersonNumber = "370390199001011234";

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    [Fact]
    public async Task An_applicant_applies_supplements_follows_and_collects_from_home()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        await hall.PutApprovalSealInForceAsync();
        var (applicant, other) = (await hall.SignInAsync("applicant"), await hall.SignInAsync("applicant2"));
        var window = await hall.SignInAsync("window");

        var file = (await applicant.UploadAsync("申请表.pdf", Pdf)).Succeeded()["id"];
        object[] materials = [new { key = "application", form = "file", attachment = file }];
        var id = (await applicant.PostAsync("/api/cases", new { item = Hygiene.Item, channel = "online", applicant = Hygiene.Applicant, form = Hygiene.Form(), materials })).Succeeded()["id"];
        (await applicant.GetAsync($"/api/cases/{id}/check")).Succeeded()["mayBeFiled"].ShouldBe("True");
        (await applicant.PostAsync($"/api/cases/{id}/file")).Succeeded();
        (await window.GetAsync($"/api/attachments/{file}")).Status.ShouldBe(200);

        (await window.PostAsync($"/api/cases/{id}/ask-for-supplement", new { alsoMissing = Array.Empty<object>() })).Succeeded();
        var waiting = (await applicant.GetAsync($"/api/cases/{id}")).Succeeded().Json.GetProperty("case");
        waiting.GetProperty("stage").GetString().ShouldBe("awaitingSupplement");
        waiting.GetProperty("missing").GetArrayLength().ShouldBe(4);
        var rest = Hygiene.Materials.Skip(1).Select(key => new { key, form = "file", attachment = file });
        (await other.PostAsync($"/api/cases/{id}/supplement", new { materials = rest })).WasRefused(404, "case-unknown");
        (await applicant.PostAsync($"/api/cases/{id}/supplement", new { materials = rest })).Succeeded()["stage"].ShouldBe("filed");

        (await window.PostAsync($"/api/cases/{id}/accept")).Succeeded();
        (await applicant.GetAsync($"/api/cases/{id}/clock")).Succeeded();
        await hall.ReviewAsync(id);
        var issued = await hall.IssuedAsync(id);

        var mine = (await applicant.GetAsync("/api/cases")).Succeeded().Json.GetProperty("items");
        mine.EnumerateArray().Select(c => c.GetProperty("id").GetString()).ShouldBe([id]);
        (await other.GetAsync("/api/cases")).Succeeded().Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await applicant.GetAsync($"/api/documents/{issued.Grant}")).Succeeded().Text.ShouldContain("准予行政许可决定书");
        (await other.GetAsync($"/api/documents/{issued.Grant}")).WasRefused(404, "document-unknown");
        (await applicant.GetAsync("/api/licences")).Succeeded().Text.ShouldContain(issued.Licence);
        (await applicant.GetAsync($"/api/licences/{issued.Licence}")).Succeeded();
        var held = (await applicant.GetAsync($"/api/items/{Hygiene.Item}/held?holder=91370390MA00000179")).Succeeded();
        held.Json.GetProperty("materials").GetArrayLength().ShouldBe(0);

        var again = (await applicant.PostAsync("/api/cases", Hygiene.Draft())).Succeeded()["id"];
        (await applicant.PostAsync($"/api/cases/{again}/file")).Succeeded();
        (await applicant.PostAsync($"/api/cases/{again}/withdraw", new { reason = "不再经营" })).Succeeded()["stage"].ShouldBe("withdrawn");
    }

    [Fact]
    public async Task Anybody_reads_the_sealed_decisions_and_of_a_person_no_name()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        await hall.PutApprovalSealInForceAsync();
        var anybody = hall.Anybody();
        var person = new { kind = "person", name = "孙某某", identifier = PersonNumber, contact = "0533-0000000" };
        var ofPerson = await hall.IssuedAsync(await hall.ReviewedAsync(Hygiene.Draft(applicant: person)));
        var unsealed = await hall.ReviewedAsync();
        (await (await hall.SignInAsync("decider")).PostAsync($"/api/cases/{unsealed}/decide", new { granted = true })).Succeeded();

        var published = (await anybody.GetAsync("/api/decisions")).Succeeded();
        var only = published.Json.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        only.GetProperty("number").GetString().ShouldBe(ofPerson.Grant);
        only.GetProperty("holder").GetString().ShouldBe("孙**");
        only.GetProperty("licenceState").GetString().ShouldBe("valid");
        published.Text.ShouldNotContain("孙某某");
        published.Text.ShouldNotContain(PersonNumber[^6..]);

        var ofOrganisation = await hall.IssuedAsync(await hall.ReviewedAsync());
        (await NumbersAsync("")).ShouldBe([ofOrganisation.Grant, ofPerson.Grant]);
        (await NumbersAsync("?limit=1")).ShouldBe([ofOrganisation.Grant]);
        (await NumbersAsync("?holder=" + Uri.EscapeDataString("云溪"))).ShouldBe([ofOrganisation.Grant]);
        (await NumbersAsync("?holder=" + Uri.EscapeDataString("溪商贸有"))).ShouldBe([ofOrganisation.Grant]);
        (await NumbersAsync("?holder=" + Uri.EscapeDataString("孙某"))).ShouldBeEmpty();
        (await NumbersAsync("?number=" + ofPerson.Grant)).ShouldBe([ofPerson.Grant]);
        (await NumbersAsync("?granted=false")).ShouldBeEmpty();
        (await NumbersAsync("?item=" + Hygiene.Item)).Length.ShouldBe(2);
        var next = (await anybody.GetAsync("/api/decisions?limit=1")).Succeeded()["next"];
        (await NumbersAsync("?limit=1&after=" + next)).ShouldBe([ofPerson.Grant]);

        async Task<string[]> NumbersAsync(string query) => [.. (await anybody.GetAsync("/api/decisions" + query)).Succeeded()
            .Json.GetProperty("items").EnumerateArray().Select(d => d.GetProperty("number").GetString()!)];
    }

    [Fact]
    public async Task Who_has_the_number_and_the_end_of_his_identifier_follows_his_case_and_who_tries_is_slowed()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var window = await hall.SignInAsync("window");
        var anybody = hall.Anybody();
        var id = (await window.PostAsync("/api/cases", Hygiene.Draft())).Succeeded()["id"];
        var number = (await window.PostAsync($"/api/cases/{id}/file")).Succeeded()["number"];

        var progress = (await anybody.GetAsync($"/api/progress?number={number}&identifierEnd=0179")).Succeeded();
        (progress["stage"], progress["applicant"]).ShouldBe(("filed", "锦源****有限公司"));
        progress.Text.ShouldNotContain("91370390MA00000179");
        progress.Text.ShouldNotContain("云溪");
        (await anybody.GetAsync($"/api/progress?number={number}&identifierEnd=179")).WasRefused(400, "identifier-end-malformed", "identifierEnd");
        (await anybody.GetAsync($"/api/progress?number={number}0&identifierEnd=0179")).WasRefused(404, "progress-unknown");
        for (var tries = 2; tries < ProgressQueue.TriesOfACase; tries++)
            (await anybody.GetAsync($"/api/progress?number={number}&identifierEnd=000{tries}")).WasRefused(404, "progress-unknown");
        (await anybody.GetAsync($"/api/progress?number={number}&identifierEnd=0179")).WasRefused(429, "too-many-tries");
    }

    [Fact]
    public async Task Every_page_can_say_of_what_district_it_is()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var district = (await hall.Anybody().GetAsync("/api/district")).Succeeded();
        (district["name"], district["today"]).ShouldBe(("锦源区", ReformStory.Day(ReformStory.Today)));
        district.Json.GetProperty("bureau").GetProperty("name").GetString().ShouldBe("锦源区行政审批服务局");
    }

    [Fact]
    public async Task A_desk_finds_a_case_by_what_is_remembered_of_it()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var (window, second) = (await hall.SignInAsync("window"), await hall.SignInAsync("window2"));
        var person = new { kind = "person", name = "孙某某", identifier = PersonNumber, contact = "0533-0000000" };
        var (first, later) = (await ReformStory.FileAsync(window), await ReformStory.FileAsync(second, Hygiene.Draft(applicant: person)));
        var number = (await window.GetAsync($"/api/cases/{later}")).Succeeded().Json.GetProperty("case").GetProperty("number").GetString()!;

        (await FoundAsync("q=" + Uri.EscapeDataString("云溪"))).ShouldBe([first]);
        (await FoundAsync("q=" + Uri.EscapeDataString("孙"))).ShouldBe([later]);
        (await FoundAsync("q=" + Uri.EscapeDataString("场所卫生"))).ShouldBe([later, first]);
        (await FoundAsync("q=" + number[^6..])).ShouldBe([later]);
        (await FoundAsync("q=" + later)).ShouldBe([later]);
        (await FoundAsync("mine=true")).ShouldBe([first]);
        (await FoundAsync("mine=true&q=" + Uri.EscapeDataString("孙某"))).ShouldBeEmpty();
        (await FoundAsync("q=%25")).ShouldBeEmpty();

        var summary = (await window.GetAsync("/api/tasks/summary")).Succeeded().Json.GetProperty("roles").EnumerateArray().ShouldHaveSingleItem();
        summary.GetProperty("role").GetString().ShouldBe("window");
        (summary.GetProperty("near").GetInt32() + summary.GetProperty("normal").GetInt32(), summary.GetProperty("more").GetBoolean()).ShouldBe((2, false));
        summary.GetProperty("kinds")[0].GetProperty("count").GetInt32().ShouldBe(2);

        async Task<string[]> FoundAsync(string query) => [.. (await window.GetAsync("/api/cases?" + query)).Succeeded()
            .Json.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetString()!)];
    }

    [Fact]
    public async Task A_receipt_is_printed_at_the_filing_and_anew_after_a_supplement_and_can_be_verified()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var window = await hall.SignInAsync("window");
        var id = (await window.PostAsync("/api/cases", Hygiene.Draft(materials: ["application"]))).Succeeded()["id"];
        (await window.GetAsync($"/api/cases/{id}/receipt")).WasRefused(409, "receipt-before-filing");
        (await window.PostAsync($"/api/cases/{id}/file")).Succeeded();
        var first = (await window.GetAsync($"/api/cases/{id}/receipt")).Succeeded().Text;
        first.ShouldContain("申请材料接收凭证");
        first.ShouldContain("公共场所卫生许可申请表");
        first.ShouldNotContain("公共场所卫生管理制度");
        first.ShouldNotContain("未用印");
        (await (await hall.SignInAsync("transport-officer")).GetAsync($"/api/cases/{id}/receipt")).WasRefused(404, "case-unknown");

        var number = NumberIn(first);
        (await window.GetAsync($"/api/documents/{number}")).Succeeded().Text.ShouldContain("申请材料接收凭证");
        var verified = (await hall.Anybody().GetAsync($"/api/verify/{number}")).Succeeded();
        (verified["kind"], verified["state"]).ShouldBe(("receipt", "valid"));

        (await window.PostAsync($"/api/cases/{id}/ask-for-supplement", new { alsoMissing = Array.Empty<object>() })).Succeeded();
        var rest = Hygiene.Materials.Skip(1).Select(key => new { key, form = "paper" });
        (await window.PostAsync($"/api/cases/{id}/supplement", new { materials = rest })).Succeeded();
        var second = (await window.GetAsync($"/api/cases/{id}/receipt")).Succeeded().Text;
        second.ShouldContain("公共场所卫生管理制度");
        NumberIn(second).ShouldNotBe(number);

        static string NumberIn(string page) => System.Text.RegularExpressions.Regex.Match(page, "SJ[0-9]{18}[0-9A-Z]").Value;
    }

    [Fact]
    public async Task A_decider_reads_the_decision_before_he_makes_it()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var decider = await hall.SignInAsync("decider");
        var id = await hall.ReviewedAsync();
        var before = (await decider.GetAsync($"/api/cases/{id}")).Succeeded()["version"];

        var grant = (await decider.PostAsync($"/api/cases/{id}/decide/preview", new { granted = true })).Succeeded().Text;
        grant.ShouldContain("准予行政许可决定书");
        grant.ShouldContain("<span>草稿</span>");
        grant.ShouldNotContain("扫码核验");
        var denial = (await decider.PostAsync($"/api/cases/{id}/decide/preview", new { granted = false, reasons = new[] { new { text = "场所不符合卫生要求", article = "《公共场所卫生管理条例》第三条" } } })).Succeeded().Text;
        denial.ShouldContain("场所不符合卫生要求");
        (await decider.PostAsync($"/api/cases/{id}/decide/preview", new { granted = false })).WasRefused(422, "reasons-missing", "reasons");
        (await decider.GetAsync($"/api/cases/{id}")).Succeeded()["version"].ShouldBe(before);

        var decided = (await decider.PostAsync($"/api/cases/{id}/decide", new { granted = true })).Succeeded();
        var document = decided.Json.GetProperty("documents").EnumerateArray().Single(d => d.GetProperty("kind").GetString() == "grant").GetProperty("number").GetString();
        (await (await hall.SignInAsync("sealkeeper")).GetAsync($"/api/documents/{document}")).Succeeded().Text.ShouldContain("<span>未用印</span>");
    }

    [Fact]
    public async Task A_seal_keeper_sees_the_paper_under_the_seal_before_he_seals_it()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var keeper = await hall.SignInAsync("sealkeeper");
        var id = await hall.ReviewedAsync();
        var seen = (await keeper.GetAsync($"/api/cases/{id}")).Succeeded().Json;
        var document = seen.GetProperty("case").GetProperty("notices").EnumerateArray().First(n => n.GetProperty("seal").ValueKind == System.Text.Json.JsonValueKind.Null)
            .GetProperty("number").GetString();
        var asked = new { document, seal = "approval" };
        (await keeper.PostAsync($"/api/cases/{id}/seal/preview", asked)).WasRefused(422, "seal-unknown", "seal");
        await hall.PutApprovalSealInForceAsync();

        var paper = (await keeper.PostAsync($"/api/cases/{id}/seal/preview", asked)).Succeeded().Text;
        paper.ShouldContain("class=\"seal\"");
        paper.ShouldContain("<span>预览</span>");
        paper.ShouldNotContain("扫码核验");
        (await keeper.GetAsync($"/api/documents/{document}")).Succeeded().Text.ShouldNotContain("class=\"seal\"");
        (await keeper.GetAsync($"/api/cases/{id}")).Succeeded()["version"].ShouldBe(seen.GetProperty("version").ToString());

        (await keeper.PostAsync($"/api/cases/{id}/seal", asked)).Succeeded();
        (await keeper.PostAsync($"/api/cases/{id}/seal/preview", asked)).WasRefused(409, "sealed-before");
    }
}
