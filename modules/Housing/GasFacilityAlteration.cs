namespace OneSeal.Modules.Housing;

/// <summary>燃气经营者停业、歇业及改动市政燃气设施审批.</summary>
public static class GasFacilityAlteration
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000117008000",
        Name = "燃气经营者停业、歇业及改动市政燃气设施审批",
        LegalBasis = ["《城镇燃气管理条例》第二十条、第三十八条"],
        StatutoryLimit = Limit.WorkingDays(20),
        PromisedLimit = Limit.WorkingDays(7),
        Materials =
        [
            new("application", "申请表"),
            new("alteration-plan", "改动方案") { Required = false, Requirement = "改动市政燃气设施的" },
            new("safety-measures", "安全施工措施") { Required = false, Requirement = "改动市政燃气设施的" },
            new("supply-measures", "保障用户正常用气的措施"),
        ],
        RequiredWhen = new()
        {
            ["alteration-plan"] = form => form.Matter == Matter.Alteration,
            ["safety-measures"] = form => form.Matter == Matter.Alteration,
        },
        Steps =
        [
            ReviewStep.ByDepartment("site-survey", "现场踏勘") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByOwner("review", "审查"),
        ],
        Result = new("批准文件"),
        Unconfirmed =
        [
            ItemElement.BasicCode, ItemElement.LegalBasis, ItemElement.StatutoryLimit, ItemElement.PromisedLimit,
            ItemElement.Materials, ItemElement.Steps, ItemElement.Validity,
        ],
    };

    /// <summary>申请事由.</summary>
    public enum Matter
    {
        [Field("停业")]
        Suspension,

        [Field("歇业")]
        Closure,

        [Field("改动市政燃气设施")]
        Alteration,
    }

    public sealed record Form(
        [Field("申请事由")] Matter Matter,
        [Field("受影响用户", Unit = "户"), Range(0, 10_000_000)] int Users,
        [Field("计划日期")] DateOnly Date);
}
