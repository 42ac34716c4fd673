namespace OneSeal.Modules.Transport;

/// <summary>涉路施工活动许可. Experts' review of the safety assessment stands outside the count; the survey beside it does not.</summary>
public static class RoadsideWorks
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000118005000",
        Name = "涉路施工活动许可",
        LegalBasis =
        [
            "《中华人民共和国公路法》第四十四条、第四十五条、第五十四条至第五十六条", "《公路安全保护条例》第二十七条、第二十八条",
        ],
        StatutoryLimit = Limit.CalendarDays(20),
        PromisedLimit = Limit.WorkingDays(10),
        Materials =
        [
            new("application", "涉路施工活动申请书"),
            new("design", "符合有关技术标准、规范要求的设计和施工方案"),
            new("safety-assessment", "保障公路、公路附属设施质量和安全的技术评价报告"),
            new("emergency-plan", "处置施工险情和意外事故的应急方案"),
            new("traffic-consent", "公安交通管理部门同意的意见") { Required = false, Requirement = "影响交通安全的" },
        ],
        RequiredWhen = new() { ["traffic-consent"] = form => form.AffectsTraffic },
        Steps =
        [
            ReviewStep.ByOwner("form-review", "形式审查"),
            ReviewStep.ByDepartment("site-survey", "现场勘验") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByDepartment("expert-review", "专家评审") with
            {
                Limit = Limit.WorkingDays(3),
                Suspension = ClockSuspension.Article45(SpecialProcedure.ExpertReview),
                After = ["form-review"],
            },
            ReviewStep.ByDepartment("opinion", "书面意见") with { Limit = Limit.WorkingDays(2), After = ["site-survey", "expert-review"] },
            ReviewStep.ByOwner("review", "审查"),
        ],
        PerformedWhen = new() { ["expert-review"] = form => form.Kind is not Works.Sign },
        Result = new("涉路施工许可决定书"),
        RiskPoints = [new("expert-review", "评审走过场", "专家随机抽取，评审意见逐人签字")],
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps],
    };

    /// <summary>施工类型.</summary>
    public enum Works
    {
        [Field("占用、挖掘公路")]
        Excavation,

        [Field("跨越、穿越公路")]
        Crossing,

        [Field("增设平面交叉道口")]
        Junction,

        [Field("设置非公路标志")]
        Sign,
    }

    public sealed record Form(
        [Field("施工类型")] Works Kind,
        [Field("公路名称和桩号"), StringLength(100)] string Section,
        [Field("是否影响交通安全")] bool AffectsTraffic,
        [Field("施工期限", Unit = "日"), Range(1, 1500)] int Days,
        [Field("施工内容", Multiline = true), StringLength(1000)] string Description);
}
