namespace OneSeal.Modules.Housing;

/// <summary>特殊建设工程消防设计审查. The experts' review of special designs stands outside the count; the technical review does not.</summary>
public static class FireDesignReview
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000117006000",
        Name = "特殊建设工程消防设计审查",
        LegalBasis = ["《中华人民共和国消防法》第十一条", "《建设工程消防设计审查验收管理暂行规定》(住房和城乡建设部令第58号修正)"],
        StatutoryLimit = Limit.WorkingDays(15),
        PromisedLimit = Limit.WorkingDays(10),
        Materials =
        [
            new("application", "消防设计审查申请表"),
            new("design", "消防设计文件"),
            new("planning-permit", "建设工程规划许可文件") { Required = false, Requirement = "依法需要办理的" },
            new("special-design", "特殊消防设计技术资料") { Required = false, Requirement = "采用特殊消防设计的" },
        ],
        RequiredWhen = new()
        {
            ["planning-permit"] = form => form.NeedsPlanningPermit,
            ["special-design"] = form => form.SpecialDesign,
        },
        Steps =
        [
            ReviewStep.ByDepartment("technical-review", "消防设计技术审查"),
            ReviewStep.ByDepartment("expert-review", "特殊消防设计专家评审") with
            {
                Suspension = ClockSuspension.Article45(SpecialProcedure.ExpertReview),
                After = [],
            },
            ReviewStep.ByOwner("review", "审查") with { After = ["technical-review", "expert-review"] },
        ],
        PerformedWhen = new() { ["expert-review"] = form => form.SpecialDesign },
        Result = new("特殊建设工程消防设计审查意见书"),
        Unconfirmed =
        [
            ItemElement.BasicCode, ItemElement.LegalBasis, ItemElement.StatutoryLimit, ItemElement.PromisedLimit,
            ItemElement.Materials, ItemElement.Steps, ItemElement.Validity,
        ],
    };

    public sealed record Form(
        [Field("工程名称"), StringLength(100)] string Project,
        [Field("使用性质"), StringLength(100)] string Use,
        [Field("建筑面积", Unit = "平方米"), Range(0.01, 10_000_000)] decimal FloorArea,
        [Field("建筑高度", Unit = "米"), Range(0, 1000)] decimal Height,
        [Field("是否依法需要规划许可")] bool NeedsPlanningPermit,
        [Field("是否采用特殊消防设计")] bool SpecialDesign);
}
