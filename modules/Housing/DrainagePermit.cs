namespace OneSeal.Modules.Housing;

/// <summary>
/// 城镇污水排入排水管网许可. The laboratory's water test stands outside the count (行政许可法 article 45, 检测); the survey beside it does not.
/// </summary>
public static class DrainagePermit
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000117003000",
        Name = "城镇污水排入排水管网许可",
        LegalBasis = ["《城镇排水与污水处理条例》第二十一条、第二十二条", "《城镇污水排入排水管网许可管理办法》(住房和城乡建设部令第21号，第56号修正)"],
        StatutoryLimit = Limit.WorkingDays(20),
        PromisedLimit = Limit.WorkingDays(10),
        Materials =
        [
            new("application", "排水许可申请表"),
            new("network-drawing", "排水户内部排水管网、专用检测井和接口位置图"),
            new("pretreatment", "预处理设施说明"),
            new("hidden-works", "排水隐蔽工程竣工报告"),
            new("water-quality-report", "排水水质、水量检测报告") { Requirement = "具有CMA资质的机构1个月内出具" },
            new("online-monitoring", "在线监测设备已安装的证明") { Required = false, Requirement = "列入重点排污单位名录的排水户提交" },
        ],
        RequiredWhen = new() { ["online-monitoring"] = form => form.KeyPolluter },
        Steps =
        [
            ReviewStep.ByOwner("form-review", "形式审查"),
            ReviewStep.ByDepartment("site-survey", "现场核查") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByDepartment("water-test", "水质检测") with
            {
                Requirement = "对提交的检测报告有疑义的，由实验室复测；没有疑义的，当即办结",
                Suspension = ClockSuspension.Article45(SpecialProcedure.Testing),
                After = ["form-review"],
            },
            ReviewStep.ByOwner("review", "审查") with { After = ["site-survey", "water-test"] },
        ],
        PerformedWhen = new() { ["water-test"] = form => form.Kind != Discharge.Domestic },
        Result = new("污水排入排水管网许可证") { Validity = Limit.Months(60), RenewalWindow = Limit.CalendarDays(30) },
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps, ItemElement.Validity],
    };

    /// <summary>污水类别.</summary>
    public enum Discharge
    {
        [Field("生活污水")]
        Domestic,

        [Field("生产经营污水")]
        Industrial,

        [Field("施工排水")]
        Construction,
    }

    public sealed record Form(
        [Field("排水户地址", Address = true), StringLength(200)] string Site,
        [Field("污水类别")] Discharge Kind,
        [Field("日排水量", Unit = "立方米"), Range(0.1, 1_000_000)] decimal DailyVolume,
        [Field("是否列入重点排污单位名录")] bool KeyPolluter,
        [Field("主要污染物"), MinLength(1), MaxLength(30)] IReadOnlyList<string> Pollutants,
        [Field("接入的城镇排水设施"), StringLength(200)] string Connection);
}
