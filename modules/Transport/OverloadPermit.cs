namespace OneSeal.Modules.Transport;

/// <summary>
/// 公路超限运输许可 within the district. The load decides on the limit: 2, 5 or 15 working days for the first, second and third class of
/// <see cref="LoadClass"/>. Strengthening a road stands outside the count, surveying the route does not.
/// </summary>
public static class OverloadPermit
{
    public const string BasicCode = "000118004000";

    public static ItemDefinition<Load> Item => new()
    {
        BasicCode = BasicCode,
        Name = "公路超限运输许可",
        LegalBasis =
        [
            "《中华人民共和国公路法》第五十条", "《公路安全保护条例》第三十五条、第三十六条、第三十七条",
            "《超限运输车辆行驶公路管理规定》第十五条",
        ],
        StatutoryLimit = Limit.WorkingDays(15),
        PromisedLimit = Limit.WorkingDays(2),
        Tiers =
        [
            new("class-1", "一类：高度4.2米、宽度3米、长度20米以内且总质量未超过限值", Limit.WorkingDays(2), load => LoadClass.Of(load) == 1)
            {
                Promised = Limit.WorkingDays(1),
            },
            new("class-2", "二类：高度4.5米、宽度3.75米、长度28米、总质量100000千克以内", Limit.WorkingDays(5), load => LoadClass.Of(load) == 2),
        ],
        Conditions =
        [
            new("indivisible", "载运的货物不可分载")
            {
                Holds = load => !load.Divisible,
                Advice = "可分载的货物应当分车装载，不予办理超限运输许可。",
            },
            new("axle-load", "轴荷不超过规定：普通平板车平均10000千克、最大13000千克；液压平板车每轴线平均18000千克、最大20000千克")
            {
                Holds = load => LoadClass.AxlesHold(load),
                Advice = "轴荷超过规定，请增加轴数或者改用液压平板车。",
            },
        ],
        Materials =
        [
            new("application", "公路超限运输申请表"),
            new("business-licence", "承运人的道路运输经营许可证") { HeldAs = "道路运输经营许可证" },
            new("vehicle-licence", "车辆行驶证或者临时行驶车号牌"),
            new("cargo-data", "货物外廓尺寸和重量资料"),
            new("outline-drawing", "载货时车货总体外廓尺寸轮廓图") { Required = false, Requirement = "三类大件运输" },
            new("escort-plan", "护送方案") { Required = false, Requirement = "三类大件运输；写明护送车辆、人员、路线、操作细则和异常情况处理" },
        ],
        RequiredWhen = new()
        {
            ["outline-drawing"] = load => LoadClass.Of(load) == 3,
            ["escort-plan"] = load => LoadClass.Of(load) == 3,
        },
        Steps =
        [
            ReviewStep.BySystem<LoadCheck>("load-check", "超限程度计算"),
            ReviewStep.ByDepartment("route-survey", "路线勘测") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByDepartment("traffic-opinion", "征求公安交通管理部门意见") with { Limit = Limit.WorkingDays(2), After = ["load-check"] },
            ReviewStep.ByDepartment("strengthening", "公路、桥梁加固改造") with
            {
                Requirement = "勘测认为需要加固、改造的，记录措施和费用；不需要的，当即办结",
                Suspension = ClockSuspension.BySpecialStatute("加固、改造", "《超限运输车辆行驶公路管理规定》第十五条"),
                After = ["route-survey"],
            },
            ReviewStep.ByOwner("review", "审查") with { After = ["load-check", "traffic-opinion", "strengthening"] },
        ],
        PerformedWhen = new()
        {
            ["route-survey"] = load => LoadClass.Of(load) == 3,
            ["traffic-opinion"] = load => LoadClass.Of(load) == 3,
            ["strengthening"] = load => LoadClass.Of(load) == 3,
        },
        Result = new("超限运输车辆通行证"),
        RiskPoints = [new("review", "放宽轴荷和路线要求", "超限程度由系统计算，与审查意见一并存档")],
        Unconfirmed =
        [
            ItemElement.BasicCode, ItemElement.LegalBasis, ItemElement.StatutoryLimit, ItemElement.PromisedLimit,
            ItemElement.Steps, ItemElement.Conditions,
        ],
    };
}
