namespace OneSeal.Modules.Housing;

/// <summary>
/// 建筑工程施工许可证核发. 建筑法 article 8 counts seven days, not working days, from the receipt of the application. Article 9, to begin
/// within three months, is watched by <see cref="WatchCommencement"/>.
/// </summary>
public static class ConstructionPermit
{
    public const string BasicCode = "000117001000";

    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = BasicCode,
        Name = "建筑工程施工许可证核发",
        LegalBasis = ["《中华人民共和国建筑法》第七条、第八条、第九条"],
        StatutoryLimit = Limit.CalendarDays(7),
        StartEvent = StartEvent.Received,
        PromisedLimit = Limit.WorkingDays(3),
        Conditions =
        [
            new("above-threshold", "工程投资额超过30万元且建筑面积超过300平方米")
            {
                Holds = form => form.ContractSum > 30 && form.FloorArea > 300,
                Advice = "投资额30万元以下或者建筑面积300平方米以下的工程可以不申请施工许可证。",
            },
            new("site-ready", "施工场地已经基本具备施工条件，需要征收房屋的，进度符合施工要求"),
        ],
        Materials =
        [
            new("application", "建筑工程施工许可申请表"),
            new("land-approval", "用地批准手续"),
            new("planning-permit", "建设工程规划许可证") { HeldAs = "建设工程规划许可证" },
            new("contract", "施工合同或者中标通知书") { Requirement = "能够确定施工企业" },
            new("funding-commitment", "建设资金安排承诺书"),
            new("drawing-review", "施工图设计文件审查合格书"),
            new("safety-measures", "保证工程质量和安全的具体措施文件"),
        ],
        Steps =
        [
            ReviewStep.BySystem<ContractorCheck>("contractor-check", "施工企业资质范围核验"),
            ReviewStep.ByOwner("review", "条件审查") with { After = [] },
        ],
        Result = new("建筑工程施工许可证"),
        RiskPoints = [new("review", "对不具备条件的工程放宽审查", "资质范围由系统核验，审查意见与核验结果不一致时说明理由")],
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Conditions, ItemElement.Steps],
    };

    public sealed record Form(
        [Field("工程名称"), StringLength(100)] string Project,
        [Field("建设地点", Address = true), StringLength(200)] string Site,
        [Field("合同价格", Unit = "万元"), Range(0.01, 10_000_000)] decimal ContractSum,
        [Field("建筑面积", Unit = "平方米"), Range(0.01, 10_000_000)] decimal FloorArea,
        [Field("建筑高度", Unit = "米"), Range(0, 1000)] decimal Height,
        [Field("最大单跨跨度", Unit = "米"), Range(0, 500)] decimal Span,
        [Field("施工企业统一社会信用代码", Group = "施工企业")] SocialCreditCode Contractor,
        [Field("施工总承包资质等级", Group = "施工企业")] ContractorGrade Grade,
        [Field("计划开工日期")] DateOnly Start,
        [Field("计划竣工日期")] DateOnly Completion);
}
