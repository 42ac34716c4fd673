namespace OneSeal.Modules.Transport;

/// <summary>道路旅客运输经营许可(县内/毗邻县际). Agreeing with the neighbouring county is a consultation: it runs on the clock.</summary>
public static class PassengerLicence
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000118002000",
        Name = "道路旅客运输经营许可(县内/毗邻县际)",
        LegalBasis = ["《中华人民共和国道路运输条例》第八条、第九条、第十条"],
        StatutoryLimit = Limit.CalendarDays(20),
        PromisedLimit = Limit.WorkingDays(7),
        Materials =
        [
            new("application", "道路旅客运输经营申请表"),
            new("articles", "企业章程"),
            new("safety-rules", "安全生产管理制度"),
            new("vehicles", "拟投入车辆承诺书"),
            new("drivers", "驾驶员从业资格和安全驾驶资料"),
            new("route-plan", "线路运营方案"),
        ],
        Steps =
        [
            ReviewStep.ByOwner("form-review", "形式审查"),
            ReviewStep.ByDepartment("neighbour-consent", "与毗邻县级交通运输部门协商") with { Requirement = "不能达成一致的，报上级决定" },
            ReviewStep.ByOwner("review", "审查"),
        ],
        PerformedWhen = new() { ["neighbour-consent"] = form => form.Line == Line.BetweenCounties },
        Result = new("道路运输经营许可证") { Validity = Limit.Months(48), RenewalWindow = Limit.CalendarDays(60) },
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps, ItemElement.Validity],
    };

    /// <summary>班线类别.</summary>
    public enum Line
    {
        [Field("县内班线")]
        WithinCounty,

        [Field("毗邻县际班线")]
        BetweenCounties,
    }

    public sealed record Form(
        [Field("班线类别")] Line Line,
        [Field("起讫点"), StringLength(200)] string Route,
        [Field("毗邻县(市、区)"), AskedWhen(nameof(Line), Line.BetweenCounties), StringLength(60)] string? NeighbouringCounty,
        [Field("拟投入客车", Unit = "辆"), Range(1, 1000)] int Coaches,
        [Field("日发班次", Unit = "班"), Range(1, 1000)] int DailyTrips);
}
