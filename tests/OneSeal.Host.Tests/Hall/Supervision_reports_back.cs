using Microsoft.Extensions.DependencyInjection;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Hall;

[Collection(PostgresFixture.Collection)]
public sealed class Supervision_reports_back(PostgresFixture postgres)
{
    private const string Holder = "91370390MA00000179";

    [Fact]
    public async Task What_a_department_finds_reaches_the_reviewer_of_the_holders_next_application()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var (window, reviewer, admin) = (await hall.SignInAsync("window"), await hall.SignInAsync("reviewer"), await hall.SignInAsync("admin"));
        var (officer, stranger) = (await hall.SignInAsync("health-officer"), await hall.SignInAsync("transport-officer"));
        var licence = (await hall.IssueALicenceAsync()).Licence;

        // The department claims it and plans its first inspection.
        await ClaimAsync(officer, licence);
        (await officer.GetAsync("/api/tasks")).Text.ShouldContain("\"inspect\"");
        (await stranger.PostAsync("/api/feedback", Inspection(licence))).WasRefused(403, "licence-of-another-department", "about.id");
        var evidence = (await officer.UploadAsync("检查记录.pdf", "%PDF-1.7 检查记录 %%EOF"u8.ToArray())).Succeeded()["id"];
        var others = (await stranger.UploadAsync("他人.pdf", "%PDF-1.7 他人的记录 %%EOF"u8.ToArray())).Succeeded()["id"];
        (await officer.PostAsync("/api/feedback", Inspection(licence, others))).WasRefused(422, "attachment-unknown", "attachments[0]");
        var inspection = (await officer.PostAsync("/api/feedback", Inspection(licence, evidence))).Succeeded()["id"];
        (await officer.GetAsync("/api/tasks")).Text.ShouldNotContain("\"inspect\"");

        // The holder applies again, and it lies beside the case.
        var next = await ReformStory.FileAsync(window);
        var beside = (await reviewer.GetAsync($"/api/cases/{next}/feedback")).Succeeded();
        beside["adverse"].ShouldBe("1");
        (await reviewer.GetAsync($"/api/cases/{next}"))["adverse"].ShouldBe("1");
        var found = beside.Json.GetProperty("holder").EnumerateArray().ShouldHaveSingleItem();
        (found.GetProperty("licence").GetString(), found.GetProperty("content").GetProperty("findings").GetString()).ShouldBe((licence, "布草间未设消毒设施"));
        (await stranger.GetAsync($"/api/cases/{next}/feedback")).WasRefused(404, "case-unknown");
        (await (await hall.SignInAsync("applicant")).GetAsync($"/api/cases/{next}/feedback")).WasRefused(403, "not-allowed");

        // More comes in, by whoever inspects him; what is taken back counts no longer.
        (await stranger.PostAsync("/api/feedback", Penalty())).Succeeded();
        (await reviewer.GetAsync($"/api/cases/{next}/feedback"))["adverse"].ShouldBe("2");
        (await officer.PostAsync($"/api/feedback/{inspection}/retract", new { reason = "系他人场所" })).Succeeded()["state"].ShouldBe("retracted");
        (await reviewer.GetAsync($"/api/cases/{next}/feedback"))["adverse"].ShouldBe("1");
        var record = (await window.GetAsync($"/api/holders/{Holder}/feedback")).Succeeded().Json;
        record.GetProperty("credit").GetProperty("penalties").GetArrayLength().ShouldBe(1);
        record.GetProperty("feedback").GetProperty("items").GetArrayLength().ShouldBe(2);

        // What the law may have stand against him is said, and stops nothing.
        beside.Json.GetProperty("cautions").GetArrayLength().ShouldBe(0);
        await RevokeForFraudAsync(hall, licence);
        (await reviewer.GetAsync($"/api/cases/{next}/feedback")).Json.GetProperty("cautions").EnumerateArray()
            .ShouldHaveSingleItem().GetProperty("licence").GetString().ShouldBe(licence);
        (await window.PostAsync($"/api/cases/{next}/accept")).Succeeded();

        // A department sees what it reported itself, the bureau everything.
        Ids(await stranger.GetAsync("/api/feedback")).ShouldHaveSingleItem().ShouldNotBe(inspection);
        Ids(await reviewer.GetAsync("/api/feedback?kind=inspection")).ShouldBe([inspection]);
        Ids(await reviewer.GetAsync($"/api/feedback?licence={licence}&holder={Holder}&item={Hygiene.Item}")).ShouldBe([inspection]);
        var page = (await reviewer.GetAsync("/api/feedback?limit=1")).Succeeded();
        Ids(await reviewer.GetAsync($"/api/feedback?limit=1&after={page["next"]}")).ShouldBe([inspection]);
        (await stranger.GetAsync($"/api/feedback/{inspection}")).WasRefused(404, "feedback-unknown");
        var history = (await officer.GetAsync($"/api/feedback/{inspection}")).Succeeded().Json.GetProperty("history");
        history.EnumerateArray().Select(e => e.GetProperty("event").GetString()).ShouldBe(["feedback-reported", "feedback-retracted"]);
        await admin.JournalIsWholeAsync();
    }

    [Fact]
    public async Task A_change_of_norms_is_settled_by_the_bureau()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        var (officer, admin) = (await hall.SignInAsync("health-officer"), await hall.SignInAsync("admin"));
        var norm = new
        {
            about = new { kind = "item", id = Hygiene.Item },
            content = Content("normChange", ("issuedOn", Today), ("document", "某卫发〔2026〕1号"), ("what", "检测报告有效期改为两年"), ("from", "2030-01-01")),
        };

        (await (await hall.SignInAsync("transport-officer")).PostAsync("/api/feedback", norm)).WasRefused(403, "item-of-another-department");
        var id = (await officer.PostAsync("/api/feedback", norm)).Succeeded()["id"];
        (await admin.GetAsync("/api/tasks")).Text.ShouldContain("研究政策标准调整对事项的影响");
        (await admin.PostAsync($"/api/feedback/{id}/settle-norm", new { outcome = "adjusted", words = "已调整", itemVersion = "9.9" }))
            .WasRefused(422, "norm-version-unknown", "itemVersion");
        (await admin.PostAsync($"/api/feedback/{id}/settle-norm", new { outcome = "noChange", words = "目录要素不受影响" })).Succeeded()["state"].ShouldBe("closed");
        (await admin.GetAsync("/api/tasks")).Text.ShouldNotContain(id);
        (await officer.GetAsync($"/api/items/{Hygiene.Item}/norms")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .ShouldHaveSingleItem().GetProperty("state").GetString().ShouldBe("closed");
    }

    private static string Today => ReformStory.Day(ReformStory.Today);

    private static string?[] Ids(Answer list) =>
        [.. list.Succeeded().Json.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("id").GetString())];

    private static object Inspection(string licence, params string[] attachments) => new
    {
        about = new { kind = "licence", id = licence },
        content = Content(
            "inspection", ("on", Today), ("passed", false), ("findings", "布草间未设消毒设施"), ("inspectors", new[] { "周某", "吴某" })),
        attachments,
    };

    private static object Penalty() => new
    {
        about = new { kind = "holder", id = Holder, name = "锦源云溪商贸有限公司" },
        content = Content("penalty", ("on", Today), ("document", "锦交罚〔2026〕3号"), ("article", "某条例第十四条"), ("sanction", "罚款"), ("amount", 2000)),
    };

    private static Dictionary<string, object> Content(string kind, params (string Name, object Value)[] members) =>
        members.Prepend(("$type", kind)).ToDictionary(m => m.Item1, m => m.Item2);

    private static async Task ClaimAsync(Caller officer, string licence)
    {
        var push = (await officer.GetAsync($"/api/pushes?licence={licence}")).Succeeded().Json.GetProperty("items").EnumerateArray().Single();
        var claim = new { office = "监督科", firstInspectionOn = ReformStory.Day(ReformStory.Today.AddDays(30)) };
        (await officer.PostAsync($"/api/pushes/{push.GetProperty("id").GetString()}/claim", claim)).Succeeded()["state"].ShouldBe("claimed");
    }

    private static Task<string> RevokeForFraudAsync(Hall hall, string licence) => AppendAsync(
        hall, Licence.Kind, licence, By.Decider(),
        new LicenceEvent.Revoked(new LicenceAct("提交虚假材料", "行政许可法第六十九条", null, "锦审撤〔2026〕1号"), ByFraud: true));

    private static Task<string> AppendAsync<TState, TEvent>(Hall hall, StreamKind<TState, TEvent> kind, string id, Actor by, TEvent happened)
        where TState : class where TEvent : class => hall.Services.GetRequiredService<EventJournal>().ExecuteAsync(
        new CommandContext(by, TimeProvider.System.GetUtcNow()),
        async work =>
        {
            work.Append(await work.LoadAsync(kind, id, CancellationToken.None), happened);
            return "";
        },
        CancellationToken.None);
}
