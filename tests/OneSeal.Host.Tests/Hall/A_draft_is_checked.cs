using System.Text.Json;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Hall;

/// <summary>预检: before anything is handed in.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class A_draft_is_checked(PostgresFixture postgres)
{
    [Fact]
    public async Task And_all_that_stands_in_the_way_is_said_at_once_and_nothing_is_written()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var window = await hall.SignInAsync("window");
        var form = new { name = "云溪理发店", kind = "beauty", site = "锦源区一号路1号", area = 0, centralAirConditioning = true, staff = 6, staffCertified = 6 };
        var id = (await window.PostAsync("/api/cases", Hygiene.Draft(form, materials: ["application", "floor-plan"]))).Succeeded()["id"];

        var faulty = (await window.GetAsync($"/api/cases/{id}/check")).Succeeded();
        faulty["mayBeFiled"].ShouldBe("False");
        Fields(faulty, "faults", "field").ShouldBe(["form.area"]);
        faulty["assessed"].ShouldBe("False");
        faulty["obstacles"].ShouldBe("[]");
        Missing(faulty).ShouldBe(["identity", "hygiene-report", "hygiene-rules"]);

        (await window.PutAsync($"/api/cases/{id}/draft", new { applicant = Hygiene.Applicant, form = Hygiene.Form(airConditioning: true), materials = new[] { new { key = "application", form = "paper" } } })).Succeeded();
        var checkedOnce = (await window.GetAsync($"/api/cases/{id}/check")).Succeeded();
        (checkedOnce["mayBeFiled"], checkedOnce["mayBeAccepted"], checkedOnce["assessed"]).ShouldBe(("True", "False", "True"));
        Missing(checkedOnce).ShouldBe(["identity", "floor-plan", "hygiene-report", "hygiene-rules", "air-conditioning-report"]);
        checkedOnce.Json.GetProperty("owner").GetProperty("name").GetString().ShouldBe("锦源区行政审批服务局");
        checkedOnce["whyOwner"].ShouldContain("锦审备〔2026〕1号");
        Fields(checkedOnce, "steps", "performer").ShouldBe(["系统自动办理", "区卫生健康局", "锦源区行政审批服务局"]);
        checkedOnce["result"].ShouldBe("公共场所卫生许可证");

        var version = checkedOnce["version"];
        (await window.GetAsync($"/api/cases/{id}/check")).Succeeded()["version"].ShouldBe(version);
        (await window.PutAsync($"/api/cases/{id}/draft", new { applicant = Hygiene.Applicant, form = Hygiene.Form(), materials = Hygiene.Materials.Select(key => new { key, form = "paper" }) })).Succeeded();
        var ready = (await window.GetAsync($"/api/cases/{id}/check")).Succeeded();
        ready["mayBeAccepted"].ShouldBe("True");
        (await window.PostAsync($"/api/cases/{id}/file")).Succeeded();
        // What was foretold comes true.
        (await window.PostAsync($"/api/cases/{id}/accept")).Succeeded()["due"].ShouldBe(ready["statutoryDue"]);
        (await window.GetAsync($"/api/cases/{id}/check")).WasRefused(409, "wrong-stage");
    }

    [Fact]
    public async Task And_what_a_filing_would_be_refused_for_is_told_as_data()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.EnableAsync("department");
        var window = await hall.SignInAsync("window");
        var id = (await window.PostAsync("/api/cases", Hygiene.Draft())).Succeeded()["id"];
        var check = (await window.GetAsync($"/api/cases/{id}/check")).Succeeded();
        Fields(check, "obstacles", "code").ShouldBe(["item-of-another"]);
        Fields(check, "obstacles", "text")[0].ShouldContain("区卫生健康局");
        (await window.PostAsync($"/api/cases/{id}/file")).WasRefused(403, "item-of-another");

        (await (await hall.SignInAsync("admin")).PostAsync("/api/modules/Health/disable", new { reason = "升级" })).Succeeded();
        Fields((await window.GetAsync($"/api/cases/{id}/check")).Succeeded(), "obstacles", "code").ShouldBe(["item-not-served", "item-of-another"]);
    }

    [Fact]
    public async Task An_applicant_checks_his_own_draft_only()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.EnableAsync("department");
        var (applicant, other) = (await hall.SignInAsync("applicant"), await hall.SignInAsync("applicant2"));
        var id = (await applicant.PostAsync("/api/cases", Hygiene.Draft())).Succeeded()["id"];
        (await applicant.GetAsync($"/api/cases/{id}/check")).Succeeded()["mayBeAccepted"].ShouldBe("True");
        (await other.GetAsync($"/api/cases/{id}/check")).WasRefused(404, "case-unknown");
    }

    private static string[] Missing(Answer check) => [.. check.Json.GetProperty("materials").EnumerateArray()
        .Where(m => m.GetProperty("missing").GetBoolean()).Select(m => m.GetProperty("key").GetString()!)];

    private static string[] Fields(Answer check, string list, string member) =>
        [.. check.Json.GetProperty(list).EnumerateArray().Select(l => l.GetProperty(member).GetString()!)];
}
