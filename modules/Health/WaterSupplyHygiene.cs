namespace OneSeal.Modules.Health;

/// <summary>饮用水供水单位卫生许可. The laboratory's test stands outside the count (行政许可法 article 45, 检测); the survey does not.</summary>
public static class WaterSupplyHygiene
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000123002000",
        Name = "饮用水供水单位卫生许可",
        LegalBasis = ["《中华人民共和国传染病防治法》第二十九条", "《生活饮用水卫生监督管理办法》"],
        StatutoryLimit = Limit.WorkingDays(20),
        PromisedLimit = Limit.WorkingDays(7),
        Materials =
        [
            new("application", "饮用水供水单位卫生许可申请表"),
            new("layout", "平面布局图和制水工艺流程图"),
            new("water-report", "水质检测报告"),
            new("health-certificates", "直接从事供、管水人员健康证明"),
            new("management", "卫生管理制度"),
            new("product-approvals", "涉及饮用水卫生安全产品卫生许可批件"),
        ],
        Steps =
        [
            ReviewStep.ByDepartment("site-survey", "现场核查") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByDepartment("water-test", "水质检测") with
            {
                Suspension = ClockSuspension.Article45(SpecialProcedure.Testing),
                After = [],
            },
            ReviewStep.ByOwner("review", "审查") with { After = ["site-survey", "water-test"] },
        ],
        Result = new("饮用水供水单位卫生许可证") { Validity = Limit.Months(48), RenewalWindow = Limit.CalendarDays(30) },
        Unconfirmed =
        [
            ItemElement.BasicCode, ItemElement.StatutoryLimit, ItemElement.PromisedLimit, ItemElement.Materials,
            ItemElement.Steps, ItemElement.Validity,
        ],
    };

    public sealed record Form(
        [Field("供水方式"), StringLength(60)] string Supply,
        [Field("水源"), StringLength(100)] string Source,
        [Field("日供水能力", Unit = "立方米"), Range(0.1, 10_000_000)] decimal DailyCapacity,
        [Field("供水范围"), StringLength(200)] string Area,
        [Field("供水人口", Unit = "人"), Range(1, 10_000_000)] int People);
}
