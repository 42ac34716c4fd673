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
}
