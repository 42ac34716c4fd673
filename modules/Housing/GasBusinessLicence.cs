namespace OneSeal.Modules.Housing;

/// <summary>燃气经营许可证核发. Shandong's own regulation sets thirty days, which stand in place of the general twenty working days.</summary>
public static class GasBusinessLicence
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000117004000",
        Name = "燃气经营许可证核发",
        LegalBasis = ["《城镇燃气管理条例》第十五条", "《山东省燃气管理条例》第三十九条"],
        StatutoryLimit = Limit.CalendarDays(30),
        PromisedLimit = Limit.WorkingDays(10),
        Materials =
        [
            new("application", "燃气经营许可申请表"),
            new("gas-source", "气源证明"),
            new("completion", "燃气设施竣工验收文件"),
            new("premises", "固定经营场所证明"),
            new("management", "经营管理制度和经营方案"),
            new("training", "主要负责人、安全管理人员和操作人员培训考核证明"),
            new("emergency-plan", "燃气事故应急预案"),
        ],
        Steps =
        [
            ReviewStep.ByOwner("form-review", "形式审查"),
            ReviewStep.ByDepartment("site-survey", "现场核查") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByDepartment("expert-review", "专家评审") with
            {
                Limit = Limit.WorkingDays(3),
                Suspension = ClockSuspension.Article45(SpecialProcedure.ExpertReview),
                After = ["form-review"],
            },
            ReviewStep.ByDepartment("opinion", "书面意见") with { Limit = Limit.WorkingDays(2), After = ["site-survey", "expert-review"] },
            ReviewStep.ByOwner("review", "审查"),
        ],
        PerformedWhen = new() { ["expert-review"] = form => form.Kind != Business.BottledOutlet },
        Result = new("燃气经营许可证") { Validity = Limit.Months(36), RenewalWindow = Limit.CalendarDays(30) },
        RiskPoints = [new("expert-review", "专家与申请人有利害关系", "从专家库随机抽取并回避")],
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps, ItemElement.Validity],
    };

    /// <summary>经营类别.</summary>
    public enum Business
    {
        [Field("管道燃气")]
        Piped,

        [Field("瓶装燃气")]
        Bottled,

        [Field("瓶装燃气供应站点")]
        BottledOutlet,

        [Field("燃气汽车加气")]
        Refuelling,
    }

    public sealed record Form(
        [Field("经营类别")] Business Kind,
        [Field("经营区域"), StringLength(200)] string Area,
        [Field("燃气设施地址", Address = true), StringLength(200)] string Site,
        [Field("储存能力", Unit = "立方米"), Range(0, 1_000_000)] decimal Storage,
        [Field("持证操作人员", Unit = "人"), Range(1, 10_000)] int TrainedStaff);
}
