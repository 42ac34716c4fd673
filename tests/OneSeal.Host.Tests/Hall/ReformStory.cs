using System.Globalization;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Tests.Hall;

/// <summary>The reform in steps that several stories begin with.</summary>
internal static class ReformStory
{
    public static DateOnly Today => LocalTime.DayOf(TimeProvider.System.GetUtcNow());

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>公布清单, 签订备忘录: the item moves from the health department to the bureau.</summary>
    public static async Task HandOverAsync(this Hall hall, bool settled = true)
    {
        var admin = await hall.SignInAsync("admin");
        await PublishListAsync(admin);
        (await admin.PutAsync("/api/memoranda/health-1", Memorandum(settled))).Succeeded();
        (await (await hall.SignInAsync("health-officer")).PostAsync("/api/memoranda/health-1/sign", Signature("from"))).Succeeded();
        (await admin.PostAsync("/api/memoranda/health-1/sign", Signature("to"))).Succeeded()["status"].ShouldBe("signed");
    }

    public static async Task PublishListAsync(Caller admin)
    {
        (await admin.PutAsync("/api/transfer-lists/batch-1", new
        {
            title = "第一批划转行政许可等事项清单",
            batch = 1,
            entries = new[] { new { item = Hygiene.Item, action = "transfer", to = Hall.Bureau } },
        })).Succeeded();
        (await admin.PostAsync("/api/transfer-lists/batch-1/publish", new { document = "锦政办字〔2026〕1号", on = Day(Today) })).Succeeded();
    }

    public static object Memorandum(bool settled = true) => new
    {
        number = "锦审备〔2026〕1号",
        title = "审管衔接备忘录",
        from = Hall.Health,
        to = Hall.Bureau,
        handoverOn = Day(Today),
        items = new[]
        {
            new
            {
                item = Hygiene.Item, approves = "受理、审查、决定", supervises = "事中事后监管", supervisor = Hall.Health, boundarySettled = settled,
                support = new[] { new { stepKey = "site-survey", lead = Hall.Health, helper = Hall.Bureau, limit = new { count = 2, unit = "workingDay" } } },
            },
        },
        pushRules = new[] { new { topics = new[] { "decided", "issued" }, recipient = Hall.Health, within = new { count = 1, unit = "workingDay" }, content = "许可结果" } },
        checklist = new[] { new { key = "archives", kind = "archives", description = "历年许可档案", count = 120 } },
    };

    public static object Signature(string side) => new { side, name = "赵某", position = "局长", on = Day(Today) };

    public static async Task EnableAsync(this Hall hall, string service = "bureau") =>
        (await (await hall.SignInAsync("admin")).PostAsync("/api/modules/Health/enable", new { @for = service })).Succeeded();

    /// <summary>A case handed in at the bureau's window.</summary>
    public static async Task<string> FileAsync(Caller window, object? draft = null)
    {
        var id = (await window.PostAsync("/api/cases", draft ?? Hygiene.Draft())).Succeeded()["id"];
        (await window.PostAsync($"/api/cases/{id}/file")).Succeeded()["stage"].ShouldBe("filed");
        return id;
    }

    /// <summary>启用行政审批专用章.</summary>
    public static async Task PutApprovalSealInForceAsync(this Hall hall)
    {
        var admin = await hall.SignInAsync("admin");
        (await admin.PutAsync("/api/seals/approval", new { name = "行政审批专用章", organisation = Hall.Bureau })).Succeeded();
        (await admin.PostAsync("/api/seals/approval/put-in-force", new { basis = "锦审备〔2026〕1号" })).Succeeded();
    }

    /// <summary>A case handed in, accepted and reviewed: it waits for the decision.</summary>
    public static async Task<string> ReviewedAsync(this Hall hall, object? draft = null)
    {
        var window = await hall.SignInAsync("window");
        var id = await FileAsync(window, draft);
        (await window.PostAsync($"/api/cases/{id}/accept")).Succeeded();
        await hall.ReviewAsync(id);
        return id;
    }

    /// <summary>Every step of an accepted case is done, and nothing stands against it.</summary>
    public static async Task ReviewAsync(this Hall hall, string id)
    {
        var (reviewer, officer) = (await hall.SignInAsync("reviewer"), await hall.SignInAsync("health-officer"));
        var opinion = new { passed = true, opinion = "现场符合卫生要求。", document = "锦卫审意〔2026〕1号" };
        (await officer.PostAsync($"/api/cases/{id}/steps/site-survey/complete", opinion)).Succeeded();
        // The automatic step comes in between.
        await Eventually.Async(async () => (await reviewer.GetAsync("/api/tasks")).Text.ShouldContain("step:review"));
        await Eventually.Async(async () =>
            (await reviewer.PostAsync($"/api/cases/{id}/steps/review/complete", new { passed = true, opinion = "符合条件。" })).Status.ShouldBe(200));
    }

    /// <summary>A reviewed case is granted, sealed and issued.</summary>
    public static async Task<IssuedLicence> IssuedAsync(this Hall hall, string id)
    {
        var decided = (await (await hall.SignInAsync("decider")).PostAsync($"/api/cases/{id}/decide", new { granted = true })).Succeeded();
        var grant = NumberOf("grant");
        (await (await hall.SignInAsync("sealkeeper")).PostAsync($"/api/cases/{id}/seal", new { document = grant, seal = "approval" })).Succeeded();
        var licence = (await (await hall.SignInAsync("window")).PostAsync($"/api/cases/{id}/issue")).Succeeded()["licence"];
        return new IssuedLicence(id, licence, NumberOf("acceptance"), grant);

        string NumberOf(string kind) => decided.Json.GetProperty("documents").EnumerateArray()
            .Single(d => d.GetProperty("kind").GetString() == kind).GetProperty("number").GetString()!;
    }

    /// <summary>From the window to the licence, with the seal put in force for it.</summary>
    public static async Task<IssuedLicence> IssueALicenceAsync(this Hall hall)
    {
        await hall.PutApprovalSealInForceAsync();
        return await hall.IssuedAsync(await hall.ReviewedAsync());
    }
}

/// <summary>A licence and what it came from: its case, and the numbers of two of its papers.</summary>
internal sealed record IssuedLicence(string Case, string Licence, string Acceptance, string Grant);
