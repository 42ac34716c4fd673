using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OneSeal.Host.Feedback;
using OneSeal.Host.Tests.Connections;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Hall;

/// <summary>What modules do for their departments when the settings say where the departments' systems are.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class Departments_that_are_connected(PostgresFixture postgres)
{
    private const string Carrier = "91370390MA00000179";

    [Fact]
    public async Task Claim_by_their_module_for_the_office_that_is_set()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database, "--Modules:Settings:Health:HygieneOffice", "公共卫生监督科");
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var licence = (await hall.IssueALicenceAsync()).Licence;

        var officer = await hall.SignInAsync("health-officer");
        JsonElement push = default;
        await Eventually.Async(async () =>
        {
            push = (await officer.GetAsync($"/api/pushes?licence={licence}&state=claimed")).Succeeded().Json.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        });
        var shown = (await officer.GetAsync($"/api/pushes/{push.GetProperty("id").GetString()}")).Succeeded().Text;
        shown.ShouldContain("公共卫生监督科");
        shown.ShouldContain("区卫生健康局业务模块");
        (await officer.GetAsync("/api/tasks")).Succeeded().Text.ShouldContain("\"inspect\"");
        (await officer.PostAsync($"/api/pushes/{push.GetProperty("id").GetString()}/claim", new { office = "监督科" })).WasRefused(409, "claimed-before");
    }

    [Fact]
    public async Task Are_asked_for_what_they_have_to_report_page_by_page_and_each_item_is_taken_once()
    {
        var fails = true;
        var asked = new List<string>();
        await using var system = await StandIn.StartAsync(furtherRoutes: app => app.MapGet("/penalties", (string? after) =>
        {
            asked.Add(after ?? "the beginning");
            if (fails) return Results.StatusCode(500);
            return after switch
            {
                null => Results.Json(new { items = new[] { Penalty("P-1", null), Penalty("P-2", "1.2.156.3005.2.不存在") }, next = "2" }),
                "2" => Results.Json(new { items = new[] { Penalty("P-3", null), Penalty("P-1", null) }, next = "4" }),
                _ => Results.Json(new { items = Array.Empty<object>(), next = after }),
            };
        }));
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database, "--Modules:Settings:Transport:EnforcementAddress", system.Address.ToString());
        var admin = await hall.SignInAsync("admin");
        (await admin.PostAsync("/api/modules/Transport/enable", new { @for = "department" })).Succeeded();
        var collect = hall.Services.GetRequiredService<CollectFeedback>();

        (await collect.RunAsync(CancellationToken.None)).ShouldBe(0);
        (await admin.GetAsync("/api/modules")).Succeeded().Text.ShouldContain("500");
        fails = false;
        (await collect.RunAsync(CancellationToken.None)).ShouldBe(0, "its time has not come again");
        await ForgetTheTimeAsync();
        (await collect.RunAsync(CancellationToken.None)).ShouldBe(3, "of the four one is about a licence that nobody knows, and one came twice");
        await ForgetTheTimeAsync();
        (await collect.RunAsync(CancellationToken.None)).ShouldBe(0);

        asked.ShouldBe(["the beginning", "the beginning", "2", "4", "4"]);
        var officer = await hall.SignInAsync("transport-officer");
        var reported = (await officer.GetAsync("/api/feedback")).Succeeded().Json.GetProperty("items").EnumerateArray().ToArray();
        reported.Select(r => r.GetProperty("content").GetProperty("document").GetString()).ShouldBe(["锦交罚〔2026〕P-1号", "锦交罚〔2026〕P-3号"], ignoreOrder: true);

        async Task ForgetTheTimeAsync()
        {
            await using var command = database.CreateCommand("update oneseal.feedback_sources set next_at = '-infinity'");
            await command.ExecuteNonQueryAsync();
        }
    }

    private static object Penalty(string id, string? licence) => new
    {
        id,
        on = ReformStory.Day(ReformStory.Today),
        fault = "未按许可路线行驶",
        document = $"锦交罚〔2026〕{id}号",
        article = "《公路安全保护条例》第六十五条",
        kind = "罚款",
        amount = 5000,
        carrier = Carrier,
        licence,
    };
}
