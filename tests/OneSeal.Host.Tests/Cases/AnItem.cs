using OneSeal.Host.Access;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Localities;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Cases;

/// <summary>公共场所卫生许可, as it may be registered, adjusted and handed over.</summary>
internal static class AnItem
{
    public const string Code = Hall.Hygiene.Item;

    public static ItemElements Elements { get; } = new(
        Code, "公共场所卫生许可", ItemType.Licence, AuthorityLevel.County, HandlingType.Promised, ["《公共场所卫生管理条例》第四条"],
        Limit.WorkingDays(20), Limit.WorkingDays(10), StartEvent.Accepted, [], [],
        [
            new("application", "卫生许可证申请表"), new("report", "卫生检测报告"),
            new("plan", "平面图") { Required = false }, new("business-licence", "营业执照") { Required = false, HeldAs = "营业执照" },
        ],
        [ReviewStep.ByOwner("review", "审查")], new ResultLicence("卫生许可证") { Validity = Limit.Months(48) }, null, District.Health.Name, [], [], []);

    public static Item Registered(Func<ItemElements, ItemElements>? with = null, string on = "2026-01-05") =>
        new Item().And(new ItemEvent.Registered("Health", "1.0.0", District.Health, with is null ? Elements : with(Elements)), on);

    /// <summary>By the bureau's memorandum, from the first moment of a day on.</summary>
    public static Item HandedOver(this Item item, string from = "2026-02-02", Regime? regime = null, bool settled = true) =>
        item.And(new ItemEvent.Assigned(Assignment("m-1", District.Health, District.Bureau, LocalTime.StartOf(District.Day(from)), regime, settled)), from);

    public static Assignment Assignment(
        string memorandum, Organisation from, Organisation to, DateTimeOffset effective, Regime? regime = null, bool settled = true) =>
        new(memorandum, $"《备忘录》（{memorandum}）", from, to, District.Health, regime ?? new Regime.BySignature(), effective)
        {
            BoundarySettledAt = settled ? effective : null,
        };

    public static Item And(this Item item, ItemEvent happened, string on) =>
        Item.Kind.Evolve(item, new Recorded<ItemEvent>(happened, 0, District.At(on), By.System));

    /// <summary>What the module says of any form: all that is required and all steps, unless told otherwise.</summary>
    public static FilingAssessment Assessment(this Item item) => new(
        null, Elements.StatutoryLimit, Elements.PromisedLimit,
        [.. item.Registrations[^1].Elements.Materials.Where(m => m.Required).Select(m => m.Key)],
        [.. item.Registrations[^1].Elements.Steps.Select(s => s.Key)], []);

    public static ItemElements Steps(this ItemElements elements, params ReviewStep[] steps) => elements with { Steps = steps };

    /// <summary>备案: decided at once when nothing stands against it.</summary>
    public static ItemElements AsRecordFiling(this ItemElements elements, params ReviewStep[] steps) => elements with
    {
        Name = "诊所备案",
        Type = ItemType.Other,
        Handling = HandlingType.Immediate,
        Steps = steps,
    };

}
