namespace OneSeal.Modules.Health;

/// <summary>医疗机构放射性职业病危害建设项目预评价报告审核.</summary>
public static class RadiationHazardPreview
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000123006000",
        Name = "医疗机构放射性职业病危害建设项目预评价报告审核",
        LegalBasis = ["《中华人民共和国职业病防治法》第十七条"],
        StatutoryLimit = Limit.CalendarDays(30),
        PromisedLimit = Limit.WorkingDays(10),
        Materials =
        [
            new("application", "预评价报告审核申请表"),
            new("report", "放射性职业病危害预评价报告"),
            new("expert-opinion", "专家评审意见"),
            new("authorisation", "委托申报授权书") { Required = false, Requirement = "委托他人申报的" },
        ],
        RequiredWhen = new() { ["authorisation"] = form => form.ByAgent },
        Steps =
        [
            ReviewStep.ByDepartment("expert-review", "专家评审") with
            {
                Limit = Limit.WorkingDays(3),
                Suspension = ClockSuspension.Article45(SpecialProcedure.ExpertReview),
            },
            ReviewStep.ByDepartment("opinion", "书面意见") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByOwner("review", "审查"),
        ],
        Result = new("放射性职业病危害预评价报告审核批复"),
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps],
    };

    public sealed record Form(
        [Field("建设项目名称"), StringLength(100)] string Project,
        [Field("建设地点", Address = true), StringLength(200)] string Site,
        [Field("评价机构统一社会信用代码")] SocialCreditCode Assessor,
        [Field("评价报告编号"), StringLength(60)] string ReportNumber,
        [Field("是否委托他人申报")] bool ByAgent);
}
