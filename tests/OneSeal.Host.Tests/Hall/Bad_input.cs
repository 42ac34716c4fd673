using System.Text;
using OneSeal.Host.Access;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Hall;

[Collection(PostgresFixture.Collection)]
public sealed class Bad_input(PostgresFixture postgres)
{
    [Fact]
    public async Task Is_refused_with_the_field_named_and_nothing_is_lost()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var window = await hall.SignInAsync("window");

        (await window.PostTextAsync("/api/cases", "{\"item\": ")).WasRefused(400, "request-malformed");
        (await window.PostAsync("/api/cases", new { item = 7 })).WasRefused(400, "request-malformed", "item");
        (await window.PostAsync("/api/cases", Hygiene.Draft(applicant: new { kind = "organisation", name = "某公司", identifier = "91370390MA00000170", contact = "" })))
            .WasRefused(422, "applicant-number-organisation", "applicant.identifier");
        (await window.PostAsync("/api/cases", Hygiene.Draft(applicant: new { kind = "person", name = "孙某", identifier = "110105194912310021", contact = "" })))
            .WasRefused(422, "applicant-number-person", "applicant.identifier");
        (await hall.Anybody().GetAsync("/api/items/" + Hygiene.Item[..30] + "9")).WasRefused(404, "item-unknown");

        var id = (await window.PostAsync("/api/cases", Hygiene.Draft(Hygiene.Form(area: 0), materials: ["application"]))).Succeeded()["id"];
        (await window.PostAsync($"/api/cases/{id}/file")).WasRefused(422, "form-has-faults", "form.area");
        (await window.GetAsync($"/api/cases/{id}")).Succeeded().Json.GetProperty("case").GetProperty("stage").GetString().ShouldBe("draft");
        (await window.PutAsync($"/api/cases/{id}/draft", new { applicant = Hygiene.Applicant, form = Hygiene.Form(), materials = new[] { new { key = "application", form = "paper" } } })).Succeeded();
        (await window.PostAsync($"/api/cases/{id}/file")).Succeeded();
        var missing = (await window.PostAsync($"/api/cases/{id}/accept")).WasRefused(422, "materials-missing", "materials");
        missing["missing"].ShouldContain("hygiene-report");
        (await window.PostAsync($"/api/cases/{id}/ask-for-supplement", new { })).Succeeded()["stage"].ShouldBe("awaitingSupplement");
        (await window.PostAsync($"/api/cases/{id}/supplement", new { materials = Hygiene.Materials.Select(key => new { key, form = "paper" }) })).Succeeded();
        (await window.PostAsync($"/api/cases/{id}/ask-for-supplement", new { alsoMissing = new[] { new { name = "又一份", requirement = "" } } }))
            .WasRefused(409, "supplement-asked-before");
        (await window.PostAsync($"/api/cases/{id}/accept")).Succeeded();
    }

    [Fact]
    public async Task A_form_corrected_with_the_supplement_brings_what_it_makes_necessary()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var window = await hall.SignInAsync("window");
        var id = await ReformStory.FileAsync(window, Hygiene.Draft(materials: Hygiene.Materials[1..]));
        (await window.PostAsync($"/api/cases/{id}/ask-for-supplement")).Succeeded();
        object[] application = [new { key = "application", form = "paper" }];

        (await window.PostAsync($"/api/cases/{id}/supplement", new { materials = application, form = Hygiene.Form(area: -1) }))
            .WasRefused(422, "form-has-faults", "form.area");
        (await window.PostAsync($"/api/cases/{id}/supplement", new { materials = application, form = Hygiene.Form(airConditioning: true) }))
            .WasRefused(422, "materials-missing", "materials")["detail"].ShouldContain("集中空调");
        object[] all = [.. application, new { key = "air-conditioning-report", form = "paper" }];
        (await window.PostAsync($"/api/cases/{id}/supplement", new { materials = all, form = Hygiene.Form(area: 300, airConditioning: true) })).Succeeded();
        var corrected = (await window.GetAsync($"/api/cases/{id}")).Succeeded().Json.GetProperty("case");
        corrected.GetProperty("application").GetProperty("form").GetProperty("area").GetInt32().ShouldBe(300);
        (await window.PostAsync($"/api/cases/{id}/accept")).Succeeded();
    }

    [Fact]
    public async Task Files_that_are_too_large_or_not_what_they_say_are_refused()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var window = await hall.SignInAsync("window");
        (await window.UploadAsync("平面图.pdf", Encoding.UTF8.GetBytes("<html>not a pdf</html>"))).WasRefused(415, "attachment-kind", "name");
        (await window.UploadAsync("程序.exe", [0x4D, 0x5A, 0])).WasRefused(415, "attachment-kind", "name");
        (await window.UploadAsync("平面图.pdf", [.. "%PDF-1.7"u8, .. new byte[OneSeal.Host.Cases.Attachments.LargestSize]])).Status.ShouldBe(413);
        var stored = (await window.UploadAsync("平面图.pdf", [.. "%PDF-1.7"u8])).Succeeded();
        (await window.GetAsync("/api/attachments/" + stored["id"])).Status.ShouldBe(200);
        (await (await hall.SignInAsync("applicant")).GetAsync("/api/attachments/" + stored["id"])).WasRefused(404, "attachment-unknown");
    }

    [Fact]
    public async Task Of_two_clerks_on_one_case_the_second_is_told_and_overwrites_nothing()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var (one, two) = (await hall.SignInAsync("window"), await hall.SignInAsync("window2"));
        var id = await ReformStory.FileAsync(one);
        var seen = int.Parse((await one.GetAsync($"/api/cases/{id}")).ETag!.Trim('"'), System.Globalization.CultureInfo.InvariantCulture);

        (await one.PostAsync($"/api/cases/{id}/accept", seen: seen)).Succeeded();
        var lost = (await two.PostAsync($"/api/cases/{id}/decline", new { reasons = new[] { new { text = "材料不齐", article = "" } } }, seen: seen));
        lost.WasRefused(409, "version-conflict");
        int.Parse(lost["currentVersion"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(seen);
    }

    [Fact]
    public async Task A_command_sent_again_gives_the_first_answer_and_does_nothing_more()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var window = await hall.SignInAsync("window");
        var first = (await window.PostAsync("/api/cases", Hygiene.Draft(), key: "k-1")).Succeeded();
        (await window.PostAsync("/api/cases", Hygiene.Draft(), key: "k-1")).Succeeded().Json.ToString().ShouldBe(first.Json.ToString());
        (await window.PostAsync("/api/cases", Hygiene.Draft(Hygiene.Form(area: 9)), key: "k-1")).WasRefused(422, "idempotency-key-reused", "Idempotency-Key");
        (await window.GetAsync("/api/cases")).Succeeded().Json.GetProperty("items").GetArrayLength().ShouldBe(1);

        // Another person's key of the same name is another key.
        (await (await hall.SignInAsync("window2")).PostAsync("/api/cases", Hygiene.Draft(), key: "k-1")).Succeeded()["id"].ShouldNotBe(first["id"]);
    }

    [Fact]
    public async Task An_applicant_sees_his_own_cases_only()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var (his, other) = (await hall.SignInAsync("applicant"), await hall.SignInAsync("applicant2"));
        var id = (await his.PostAsync("/api/cases", Hygiene.Draft())).Succeeded()["id"];
        (await his.GetAsync($"/api/cases/{id}")).Succeeded();
        (await other.GetAsync($"/api/cases/{id}")).WasRefused(404, "case-unknown");
        (await other.PostAsync($"/api/cases/{id}/file")).WasRefused(404, "case-unknown");
        (await other.GetAsync("/api/cases")).Succeeded().Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await his.PostAsync($"/api/cases/{id}/accept")).WasRefused(403, "not-allowed");
    }

    [Fact]
    public async Task The_one_who_accepted_may_not_decide()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var both = await hall.SignInAsync("all-in-one");
        var id = await ReformStory.FileAsync(both);
        (await both.PostAsync($"/api/cases/{id}/accept")).Succeeded();
        (await both.PostAsync($"/api/cases/{id}/decide", new { granted = true })).WasRefused(403, "decider-accepted");
    }

    [Fact]
    public async Task Every_endpoint_says_once_who_may_call_it()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        hall.Endpoints.WithoutOneDeclaration().Select(e => e.DisplayName).ShouldBeEmpty();
        (await hall.Anybody().GetAsync("/api/cases")).WasRefused(401, "not-signed-in");
        (await hall.Anybody().GetAsync("/api/nothing-here")).WasRefused(404, "address-unknown");
    }

    [Fact]
    public async Task The_clock_explains_itself_to_anybody()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var explained = (await hall.Anybody().GetAsync("/api/deadlines/explain?start=2026-02-13&count=2&unit=workingDay")).Succeeded();
        explained["due"].ShouldBe("2026-02-24");
        explained["steps"].ShouldContain("春节");
        (await hall.Anybody().GetAsync("/api/deadlines/explain?start=2026-02-30&count=2&unit=workingDay")).WasRefused(400, "deadline-start-invalid", "start");
    }
}
