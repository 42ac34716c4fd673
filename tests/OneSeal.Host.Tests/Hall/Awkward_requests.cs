using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Hall;

/// <summary>What a program, or somebody who means no good, may send: it is never our fault, and the field is named.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class Awkward_requests(PostgresFixture postgres)
{
    [Fact]
    public async Task Are_the_callers_mistake_and_the_field_is_named()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var admin = await hall.SignInAsync("admin");
        object entry = new { item = Hygiene.Item, action = "transfer", to = Hall.Bureau };
        (await admin.PutAsync("/api/transfer-lists/batch-9", new { title = "清单", batch = 1, entries = (object?)null })).WasRefused(400, "request-malformed", "entries");
        (await admin.PutAsync("/api/transfer-lists/batch-9", new { title = "清单", batch = 1, entries = new[] { entry, null } })).WasRefused(400, "entry-missing", "entries[1]");
        (await admin.PutAsync("/api/transfer-lists/batch-9", new { title = "清单", batch = 1, entries = Enumerable.Repeat(entry, 10_000) })).WasRefused(400, "list-too-long", "entries");
        (await admin.PutAsync("/api/transfer-lists/batch-9", new { title = "清\0单", batch = 1, entries = new[] { entry } })).WasRefused(400, "text-unreadable", "title");
        (await admin.PostAsync($"/api/items/{Hygiene.Item}/adjustments", new { from = ReformStory.Day(ReformStory.Today), promisedLimit = new { count = 1000, unit = "workingDay" }, noFee = false, reason = "试" }))
            .WasRefused(400, "request-malformed");
        (await admin.PostAsync("/api/locality/regimes", new { from = ReformStory.Day(ReformStory.Today), basis = "临政发〔2026〕1号", regime = new { until = "2030-12-31" } }))
            .WasRefused(400, "request-malformed");
        (await hall.Anybody().PostAsync("/api/sign-in", new { userName = "ad\0min", password = "x", kind = "token" })).WasRefused(400, "text-unreadable", "userName");
        (await hall.Anybody().PostAsync("/api/sign-in", new { userName = "admin", password = new string('x', 20_000), kind = "token" })).WasRefused(400, "text-too-long", "password");
        (await admin.GetAsync("/api/items?q=%00")).WasRefused(400, "request-malformed");
        (await admin.GetAsync("/api/tasks?after=eA==")).WasRefused(400, "page-key-invalid", "after");
        (await admin.GetAsync("/api/tasks?after=" + Convert.ToBase64String("x\ny\nz"u8.ToArray()))).WasRefused(400, "page-key-invalid", "after");
        (await admin.GetAsync("/api/tasks?role=decider")).WasRefused(403, "not-allowed", "role");
        (await admin.GetAsync($"/api/items/{Hygiene.Item}/ownership?at=0001-01-01")).WasRefused(400, "day-out-of-range", "at");
        (await admin.PostAsync("/api/memoranda/none/boundaries", new { item = "x", approves = "a", supervises = "b", document = "c" })).WasRefused(404, "memorandum-unknown");
        (await (await hall.SignInAsync("window")).PostAsync("/api/cases", Hygiene.Draft(form: null!))).Status.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task Lists_speak_the_words_that_single_answers_speak()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        var admin = await hall.SignInAsync("admin");
        (await admin.GetAsync("/api/memoranda")).Succeeded().Text.ShouldContain("\"status\":\"signed\"");
        (await hall.Anybody().GetAsync("/api/items")).Succeeded().Text.ShouldContain("\"handling\":\"promised\"");
        var window = await hall.SignInAsync("window");
        await window.PostAsync("/api/cases", Hygiene.Draft());
        (await window.GetAsync("/api/cases?stage=draft")).Succeeded().Text.ShouldContain("\"stage\":\"draft\"");
    }

    [Fact]
    public async Task A_list_that_is_only_drafted_is_the_offices_alone()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var admin = await hall.SignInAsync("admin");
        (await admin.PutAsync("/api/transfer-lists/batch-9", new { title = "清单", batch = 1, entries = new[] { new { item = Hygiene.Item, action = "transfer", to = Hall.Bureau } } })).Succeeded();
        (await admin.GetAsync("/api/transfer-lists/batch-9")).Succeeded();
        (await hall.Anybody().GetAsync("/api/transfer-lists/batch-9")).WasRefused(404, "transfer-list-unknown");
        (await (await hall.SignInAsync("applicant")).GetAsync("/api/transfer-lists/batch-9")).WasRefused(404, "transfer-list-unknown");
    }
}
