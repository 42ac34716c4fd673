namespace OneSeal.Modules.Health;

/// <summary>公共场所卫生许可. Valid four years, inspected again after two; see <see cref="ReinspectionCalendar"/>.</summary>
public static class PublicPlaceHygiene
{
    public const string BasicCode = "000123001000";

    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = BasicCode,
        Name = "公共场所卫生许可",
        LegalBasis = ["《公共场所卫生管理条例》第四条", "《公共场所卫生管理条例实施细则》第二十二条至第二十五条"],
        StatutoryLimit = Limit.WorkingDays(20),
        PromisedLimit = Limit.WorkingDays(5),
        Materials =
        [
            new("application", "公共场所卫生许可申请表"),
            new("identity", "法定代表人或者负责人身份证明"),
            new("floor-plan", "公共场所地址方位示意图、平面图和卫生设施平面布局图"),
            new("hygiene-report", "公共场所卫生检测或者评价报告"),
            new("hygiene-rules", "公共场所卫生管理制度"),
            new("air-conditioning-report", "集中空调通风系统卫生检测或者评价报告") { Required = false, Requirement = "使用集中空调通风系统的" },
        ],
        RequiredWhen = new() { ["air-conditioning-report"] = form => form.CentralAirConditioning },
        Steps =
        [
            ReviewStep.BySystem<PublicPlaceCheck>("staff-check", "从业人员健康证明核验和复核日期计算"),
            ReviewStep.ByDepartment("site-survey", "现场审核") with { Limit = Limit.WorkingDays(2), After = [] },
            ReviewStep.ByOwner("review", "审查") with { After = ["staff-check", "site-survey"] },
        ],
        Result = new("公共场所卫生许可证") { Validity = Limit.Months(48), RenewalWindow = Limit.CalendarDays(30) },
        RiskPoints = [new("site-survey", "降低现场审核标准", "两名以上审核人员签字并附现场照片")],
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps],
    };

    /// <summary>场所类别.</summary>
    public enum Place
    {
        [Field("住宿场所")]
        Lodging,

        [Field("沐浴场所")]
        Bathing,

        [Field("美容美发场所")]
        Beauty,

        [Field("游泳场所")]
        Swimming,

        [Field("文化娱乐场所")]
        Entertainment,

        [Field("商场、书店")]
        Shopping,
    }

    public sealed record Form(
        [Field("场所名称"), StringLength(100)] string Name,
        [Field("场所类别")] Place Kind,
        [Field("地址", Address = true), StringLength(200)] string Site,
        [Field("营业面积", Unit = "平方米"), Range(1, 1_000_000)] decimal Area,
        [Field("使用集中空调通风系统")] bool CentralAirConditioning,
        [Field("直接为顾客服务的人员", Unit = "人"), Range(1, 10_000)] int Staff,
        [Field("其中持有效健康合格证明", Unit = "人"), Range(0, 10_000)] int StaffCertified);
}
