namespace OneSeal.Modules.Housing;

/// <summary>特殊建设工程消防验收. The evaluation on site (现场评定) runs on the clock; a test by a laboratory would not.</summary>
public static class FireAcceptance
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000117007000",
        Name = "特殊建设工程消防验收",
        LegalBasis = ["《中华人民共和国消防法》第十三条", "《建设工程消防设计审查验收管理暂行规定》(住房和城乡建设部令第58号修正)"],
        StatutoryLimit = Limit.WorkingDays(15),
        PromisedLimit = Limit.WorkingDays(10),
        Materials =
        [
            new("application", "消防验收申请表"),
            new("completion-report", "工程竣工验收报告"),
            new("as-built", "涉及消防的建设工程竣工图纸"),
        ],
        Steps =
        [
            ReviewStep.ByDepartment("site-evaluation", "消防验收现场评定"),
            ReviewStep.ByDepartment("opinion", "书面意见") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByOwner("review", "审查"),
        ],
        Result = new("特殊建设工程消防验收意见书"),
        RiskPoints = [new("site-evaluation", "降低评定标准", "评定记录逐项填写，两人签字")],
        Unconfirmed = [ItemElement.BasicCode, ItemElement.StatutoryLimit, ItemElement.PromisedLimit, ItemElement.Steps],
    };

    public sealed record Form(
        [Field("工程名称"), StringLength(100)] string Project,
        [Field("消防设计审查意见书文号"), StringLength(60)] string DesignReviewNumber,
        [Field("竣工验收日期")] DateOnly CompletedOn);
}
