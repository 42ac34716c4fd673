using System.Text.Json;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Hall;

/// <summary>A permit is issued, the departments are told, and each takes over what it was told.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class A_result_is_claimed(PostgresFixture postgres)
{
    [Fact]
    public async Task By_one_office_of_each_department_and_all_others_learn_which()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var (admin, window, reviewer) = (await hall.SignInAsync("admin"), await hall.SignInAsync("window"), await hall.SignInAsync("reviewer"));
        var (health, transport) = (await hall.SignInAsync("health-officer"), await hall.SignInAsync("transport-officer"));
        await SetTermsAsync(admin);
        var (id, _, acceptance, grant) = await hall.IssueALicenceAsync();

        // 推送: the supervising department has it as a task, with its clock.
        var pushed = Of(await health.GetAsync($"/api/pushes?caseId={id}&state=waiting"), "issued");
        var push = pushed.GetProperty("id").GetString()!;
        var task = Items(await health.GetAsync("/api/tasks")).Single(t => t.GetProperty("id").GetString() == push);
        (task.GetProperty("key").GetString(), task.GetProperty("light").GetString()).ShouldBe(("claim", "normal"));
        (await health.GetAsync($"/api/pushes/{push}/clock")).Succeeded()["limit"].ShouldBe("自推送之日起3个工作日");
        Items(await health.GetAsync("/api/pushes?state=told")).ShouldContain(p => p.GetProperty("topic").GetString() == "accepted");
        (await health.GetAsync("/api/pushes?state=lost")).WasRefused(400, "push-state-unknown", "state");

        // 增加推送对象: another department is told of the result too, and may open what it was given and nothing else.
        (await transport.GetAsync($"/api/pushes/{push}")).WasRefused(404, "push-unknown");
        (await transport.GetAsync($"/api/documents/{grant}")).WasRefused(404, "document-unknown");
        var added = new { recipient = Hall.Transport, reason = "涉及联合监管" };
        (await reviewer.PostAsync($"/api/cases/{id}/recipients", added)).Succeeded();
        (await reviewer.PostAsync($"/api/cases/{id}/recipients", added)).WasRefused(409, "recipient-told-already", "recipient");
        var theirs = Items(await transport.GetAsync("/api/pushes")).ShouldHaveSingleItem().GetProperty("id").GetString();
        var shown = (await transport.GetAsync($"/api/pushes/{theirs}")).Succeeded();
        (shown["state"], shown.Json.GetProperty("push").GetProperty("basis").GetString()).ShouldBe(("waiting", "涉及联合监管"));
        (await transport.GetAsync($"/api/documents/{grant}")).Text.ShouldContain("准予行政许可决定书");
        (await transport.GetAsync($"/api/documents/{acceptance}")).WasRefused(404, "document-unknown");
        (await transport.GetAsync($"/api/cases/{id}")).WasRefused(404, "case-unknown");

        // 认领: fifty at once, one wins.
        (await transport.PostAsync($"/api/pushes/{push}/claim", new { office = "执法队" })).WasRefused(403, "push-of-another");
        (await health.PostAsync($"/api/pushes/{push}/claim", new { office = "" })).WasRefused(422, "office-missing", "office");
        var claims = await Task.WhenAll(Enumerable.Range(1, 50).Select(i => Task.Run(() => health.PostAsync($"/api/pushes/{push}/claim", new { office = $"监督{i}科" }))));
        var won = claims.Where(c => c.Status == 200).ShouldHaveSingleItem();
        (won["state"], won.ETag).ShouldBe(("claimed", "\"2\""));
        var office = won.Json.GetProperty("claim").GetProperty("office").GetString()!;
        foreach (var lost in claims.Where(c => c.Status != 200)) lost.WasRefused(409, "claimed-before")["detail"].ShouldContain($"代表{office}认领");
        (await health.GetAsync("/api/tasks")).Text.ShouldNotContain(push);

        // Each department claims its own of the same result.
        (await transport.PostAsync($"/api/pushes/{theirs}/claim", new { office = "运输科", firstInspectionOn = ReformStory.Day(ReformStory.Today) })).Succeeded();
        var all = Items(await window.GetAsync($"/api/cases/{id}/pushes"));
        all.Count(p => p.GetProperty("state").GetString() == "claimed").ShouldBe(2);
        all.ShouldContain(p => p.GetProperty("office").GetString() == office);
        Items(await admin.GetAsync($"/api/pushes?recipient={Hall.Transport.Code}")).Length.ShouldBe(1);
        Items(await transport.GetAsync("/api/oversight/warnings")).ShouldHaveSingleItem().GetProperty("title").GetString().ShouldBe("首次监督检查");
        Items(await admin.GetAsync("/api/oversight/warnings?kind=push")).ShouldHaveSingleItem().GetProperty("organisationName").GetString().ShouldBe(Hall.Transport.Name);
        (await admin.GetAsync("/api/oversight/warnings?kind=nothing")).WasRefused(400, "task-kind-unknown", "kind");
        Items(await admin.GetAsync("/api/oversight/delays?open=true")).ShouldBeEmpty();
        (await admin.GetAsync($"/api/oversight/delays/push/{push}")).WasRefused(404, "delay-unknown");
        await admin.JournalIsWholeAsync();
    }

    [Fact]
    public async Task Late_and_oversight_has_it_on_record_with_the_chain_of_who_did_what()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var time = new Modules.ManualTime();
        time.Advance(TimeProvider.System.GetUtcNow() - time.GetUtcNow());
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var (admin, window, reviewer) = (await hall.SignInAsync("admin"), await hall.SignInAsync("window"), await hall.SignInAsync("reviewer"));
        var (health, transport) = (await hall.SignInAsync("health-officer"), await hall.SignInAsync("transport-officer"));
        var id = (await hall.IssueALicenceAsync()).Case;
        var push = Of(await health.GetAsync($"/api/pushes?caseId={id}"), "issued").GetProperty("id").GetString();
        var due = Of(await health.GetAsync($"/api/pushes?caseId={id}"), "issued").GetProperty("claimDue").GetString()!;

        // A new holiday moves the claim, and the push says why.
        (await admin.PostAsync("/api/locality/calendars", new
        {
            year = DateOnly.ParseExact(due, "yyyy-MM-dd").Year,
            notices = new[] { new { source = "测试通知", issued = ReformStory.Day(ReformStory.Today) } },
            holidays = new[] { new { name = "临时放假", from = due, to = due } },
            makeUpDays = Array.Empty<object>(),
        })).Succeeded();
        var moved = (await health.GetAsync($"/api/pushes/{push}")).Succeeded();
        string.CompareOrdinal(moved.Json.GetProperty("push").GetProperty("claimLimit").GetProperty("due").GetString(), due).ShouldBeGreaterThan(0);
        moved.Text.ShouldContain("push-claim-rederived");

        // A month later nobody has claimed it.
        time.Advance(TimeSpan.FromDays(31));
        var sweep = new Host.Oversight.DelaySweep(
            database, new Host.Journal.EventJournal(database), time, Microsoft.Extensions.Logging.Abstractions.NullLogger<Host.Oversight.DelaySweep>.Instance);
        (await sweep.RunAsync(CancellationToken.None)).ShouldBeGreaterThan(0);

        var delay = Items(await admin.GetAsync("/api/oversight/delays?kind=push&open=true")).ShouldHaveSingleItem();
        (delay.GetProperty("key").GetString(), delay.GetProperty("organisationName").GetString()).ShouldBe(("claim", Hall.Health.Name));
        Items(await admin.GetAsync("/api/oversight/delays?kind=case")).ShouldNotBeEmpty();
        Items(await admin.GetAsync($"/api/oversight/delays?organisation={Hall.Health.Code}")).ShouldHaveSingleItem();
        Items(await transport.GetAsync("/api/oversight/delays")).ShouldBeEmpty();
        (await transport.GetAsync($"/api/oversight/delays/push/{push}")).WasRefused(404, "delay-unknown");
        var chain = (await health.GetAsync($"/api/oversight/delays/push/{push}")).Succeeded().Json.GetProperty("chain").EnumerateArray().Select(d => d.GetProperty("event").GetString());
        chain.ShouldBe(["push-made", "push-claim-rederived", "push-delayed"]);
    }

    private static async Task SetTermsAsync(Caller admin)
    {
        var day = new { count = 3, unit = "workingDay" };
        var terms = new { claim = day, deemedClaimed = false, feedback = day, answer = day, norm = day, light = new { warnWorkingDaysBefore = 0 } };
        (await admin.PostAsync("/api/locality/linkage-terms", new { from = ReformStory.Day(ReformStory.Today), terms, basis = "锦审〔2026〕5号" })).Succeeded();
        (await admin.GetAsync("/api/locality")).Succeeded().Json.GetProperty("terms").GetProperty("claim").GetProperty("count").GetInt32().ShouldBe(3);
    }

    private static JsonElement[] Items(Answer page) => [.. page.Succeeded().Json.GetProperty("items").EnumerateArray()];

    private static JsonElement Of(Answer page, string topic) =>
        Items(page).Single(p => p.GetProperty("topic").GetString() == topic);
}
