namespace OneSeal.Modules.Health;

/// <summary>医疗机构设置审批(县级). The public notice (公示) runs on the clock; experts' review does not.</summary>
public static class MedicalInstitutionSetup
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000123003000",
        Name = "医疗机构设置审批(县级)",
        LegalBasis = ["《医疗机构管理条例》第九条至第十二条"],
        StatutoryLimit = Limit.CalendarDays(30),
        PromisedLimit = Limit.WorkingDays(10),
        Conditions =
        [
            new("county-level", "床位不满100张，由县级审批")
            {
                Holds = form => form.Beds < 100,
                Advice = "床位在100张以上的医疗机构，请按省的规定向设区的市申请。",
            },
        ],
        Materials =
        [
            new("application", "设置医疗机构申请书"),
            new("feasibility", "设置可行性研究报告"),
            new("site-report", "选址报告和建筑设计平面图"),
        ],
        Steps =
        [
            ReviewStep.ByOwner("public-notice", "公示"),
            ReviewStep.ByDepartment("expert-review", "专家论证") with
            {
                Limit = Limit.WorkingDays(3),
                Suspension = ClockSuspension.Article45(SpecialProcedure.ExpertReview),
                After = [],
            },
            ReviewStep.ByDepartment("opinion", "是否符合设置规划的书面意见") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByOwner("review", "审查") with { After = ["public-notice", "opinion"] },
        ],
        PerformedWhen = new() { ["expert-review"] = form => form.Beds > 0 },
        Result = new("设置医疗机构批准书") { Validity = Limit.Months(12) },
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps, ItemElement.Conditions, ItemElement.Validity],
    };

    public sealed record Form(
        [Field("机构名称"), StringLength(100)] string Name,
        [Field("类别"), StringLength(60)] string Category,
        [Field("选址", Address = true), StringLength(200)] string Site,
        [Field("床位", Unit = "张"), Range(0, 10_000)] int Beds,
        [Field("诊疗科目"), MinLength(1), MaxLength(60)] IReadOnlyList<string> Departments);
}
