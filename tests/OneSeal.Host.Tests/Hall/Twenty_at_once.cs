using System.Globalization;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Hall;

/// <summary>The same done by many at the same moment: it is done once, and every other is told.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class Twenty_at_once(PostgresFixture postgres)
{
    [Fact]
    public async Task File_accept_decide_and_seal_a_case_once()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var (window, admin) = (await hall.SignInAsync("window"), await hall.SignInAsync("admin"));
        await hall.PutApprovalSealInForceAsync();
        var id = (await window.PostAsync("/api/cases", Hygiene.Draft())).Succeeded()["id"];
        var drafted = (await window.GetAsync($"/api/cases/{id}")).Version();

        (await TwentyAsync(_ => window.PostAsync($"/api/cases/{id}/file", seen: drafted))).OneWon("version-conflict", drafted);
        var filed = (await window.GetAsync($"/api/cases/{id}")).Version();
        (await TwentyAsync(_ => window.PostAsync($"/api/cases/{id}/accept", seen: filed))).OneWon("version-conflict", filed);
        (await (await hall.SignInAsync("health-officer")).PostAsync($"/api/cases/{id}/steps/site-survey/complete", new { passed = true, opinion = "符合要求。", document = "锦卫审意〔2026〕1号" })).Succeeded();
        var reviewer = await hall.SignInAsync("reviewer");
        await Eventually.Async(async () => (await reviewer.GetAsync("/api/tasks")).Text.ShouldContain("step:review"));
        (await reviewer.PostAsync($"/api/cases/{id}/steps/review/complete", new { passed = true, opinion = "符合条件。" })).Succeeded();
        var document = (await (await hall.SignInAsync("decider")).PostAsync($"/api/cases/{id}/decide", new { granted = true })).Succeeded()
            .Json.GetProperty("documents").EnumerateArray().Single(d => d.GetProperty("kind").GetString() == "grant").GetProperty("number").GetString();
        var keeper = await hall.SignInAsync("sealkeeper");
        (await TwentyAsync(_ => keeper.PostAsync($"/api/cases/{id}/seal", new { document, seal = "approval" }))).Count(a => a.Status == 200).ShouldBe(1);

        (await keeper.GetAsync("/api/seals/approval/sealings")).Succeeded().Text.Split(document!).Length.ShouldBe(2);
        await admin.JournalIsWholeAsync();
    }

    [Fact]
    public async Task With_one_key_are_one_command_with_one_answer()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var window = await hall.SignInAsync("window");

        var answers = await TwentyAsync(_ => window.PostAsync("/api/cases", Hygiene.Draft(), key: "k-1"));

        answers.Select(a => a.Succeeded().Text).Distinct().Count().ShouldBe(1);
        (await window.GetAsync("/api/cases")).Succeeded().Json.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Filed_while_the_memorandum_is_signed_each_case_has_the_owner_of_its_instant()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.EnableAsync("department");
        var (admin, officer, window) = (await hall.SignInAsync("admin"), await hall.SignInAsync("health-officer"), await hall.SignInAsync("health-window"));
        await ReformStory.PublishListAsync(admin);
        (await admin.PutAsync("/api/memoranda/health-1", ReformStory.Memorandum())).Succeeded();
        var drafts = new List<string>();
        for (var i = 0; i < 20; i++) drafts.Add((await window.PostAsync("/api/cases", Hygiene.Draft())).Succeeded()["id"]);

        var sides = Task.WhenAll(
            officer.PostAsync("/api/memoranda/health-1/sign", ReformStory.Signature("from")), admin.PostAsync("/api/memoranda/health-1/sign", ReformStory.Signature("to")));
        var filed = await TwentyAsync(i => window.PostAsync($"/api/cases/{drafts[i]}/file"));

        // Of two signatures at the same moment one may have to be given again.
        foreach (var (index, side) in (await sides).Index())
        {
            if (side.Status == 200) continue;
            side.WasRefused(409, "version-conflict");
            (await (index == 0 ? officer : admin).PostAsync("/api/memoranda/health-1/sign", ReformStory.Signature(index == 0 ? "from" : "to"))).Succeeded();
        }

        filed.ShouldAllBe(a => a.Status == 200 || a.Status == 409 || a.Status == 403);
        foreach (var (index, answer) in filed.Index().Where(f => f.Item.Status == 200))
        {
            var at = await AskAsync(database, $"select at from oneseal.events where stream like '%{drafts[index]}' and type = 'case-filed'");
            var owner = (await hall.Anybody().GetAsync($"/api/items/{Hygiene.Item}/ownership?at={Uri.EscapeDataString(at.ToString("O", CultureInfo.InvariantCulture))}"))
                .Succeeded().Json.GetProperty("owner").GetProperty("name").GetString();
            owner.ShouldBe("区卫生健康局", $"{drafts[index]} filed at {at:O}");
        }

        await admin.JournalIsWholeAsync();
    }

    private static async Task<Answer[]> TwentyAsync(Func<int, Task<Answer>> command) =>
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => command(i))));

    private static async Task<DateTime> AskAsync(Npgsql.NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (DateTime)(await command.ExecuteScalarAsync())!;
    }
}

file static class OfTwenty
{
    public static int Version(this Answer answer) => int.Parse(answer.Succeeded().ETag!.Trim('"'), CultureInfo.InvariantCulture);

    public static void OneWon(this IReadOnlyList<Answer> answers, string others, int seen)
    {
        answers.Count(a => a.Status == 200).ShouldBe(1);
        foreach (var lost in answers.Where(a => a.Status != 200))
        {
            lost.WasRefused(409, others);
            int.Parse(lost["currentVersion"], CultureInfo.InvariantCulture).ShouldBeGreaterThan(seen);
        }
    }
}
