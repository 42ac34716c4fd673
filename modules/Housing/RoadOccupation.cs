namespace OneSeal.Modules.Housing;

/// <summary>
/// 市政设施建设类审批(占用、挖掘城市道路). 城市道路管理条例 article 33: a road is not dug up in the first five years, or three after an
/// overhaul, without the government's approval.
/// </summary>
public static class RoadOccupation
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000117005000",
        Name = "市政设施建设类审批(占用、挖掘城市道路)",
        LegalBasis = ["《城市道路管理条例》第三十条至第三十七条"],
        StatutoryLimit = Limit.WorkingDays(20),
        PromisedLimit = Limit.WorkingDays(5),
        Conditions =
        [
            new("period-in-order", "占用、挖掘的结束日期不早于开始日期") { Holds = form => form.Until >= form.From },
        ],
        Materials =
        [
            new("application", "占用、挖掘城市道路申请表"),
            new("planning-approval", "规划部门批准签发的文件和设计文件"),
            new("construction-plan", "施工方案"),
            new("traffic-plan", "交通组织方案"),
            new("restoration", "道路恢复承诺书"),
            new("government-approval", "区人民政府批准文件") { Required = false, Requirement = "挖掘竣工未满5年或者大修未满3年的道路" },
        ],
        RequiredWhen = new() { ["government-approval"] = form => form is { Digs: true, Protected: true } },
        Steps =
        [
            ReviewStep.ByDepartment("site-survey", "现场踏勘") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByDepartment("traffic-consent", "公安交通管理部门会签") with { After = [] },
            ReviewStep.ByOwner("review", "审查") with { After = ["site-survey", "traffic-consent"] },
        ],
        Result = new("占用、挖掘城市道路许可证"),
        Fee = new(null, "《城市道路管理条例》第三十七条：按占用面积、时间和挖掘修复成本计收"),
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps],
    };

    public sealed record Form(
        [Field("道路名称和位置"), StringLength(200)] string Road,
        [Field("占用面积", Unit = "平方米"), Range(0.01, 1_000_000)] decimal Area,
        [Field("是否挖掘")] bool Digs,
        [Field("道路竣工未满5年或者大修未满3年"), AskedWhen(nameof(Digs), true)] bool? Protected,
        [Field("开始日期")] DateOnly From,
        [Field("结束日期")] DateOnly Until,
        [Field("事由", Multiline = true), StringLength(500)] string Reason);
}
