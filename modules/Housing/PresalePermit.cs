namespace OneSeal.Modules.Housing;

/// <summary>
/// 商品房预售许可. 城市房地产管理法 article 45: a quarter of the development's investment must be in place; the survey confirms it on the
/// clock, since 行政许可法 article 45 does not take surveys out of the count.
/// </summary>
public static class PresalePermit
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000117002000",
        Name = "商品房预售许可",
        LegalBasis = ["《中华人民共和国城市房地产管理法》第四十五条", "《城市房地产开发经营管理条例》第二十二条、第二十三条、第二十四条"],
        StatutoryLimit = Limit.CalendarDays(10),
        PromisedLimit = Limit.WorkingDays(5),
        Conditions =
        [
            new("quarter-invested", "投入开发建设的资金达到工程建设总投资的25%以上")
            {
                Holds = form => form.Invested * 4 >= form.TotalInvestment,
                Advice = "已投入资金不足总投资的25%，请在达到后申请。",
            },
            new("schedule-known", "已经确定施工进度和竣工交付日期"),
        ],
        Materials =
        [
            new("land-certificate", "土地使用权证书"),
            new("planning-permit", "建设工程规划许可证") { HeldAs = "建设工程规划许可证" },
            new("construction-permit", "建筑工程施工许可证") { HeldAs = "建筑工程施工许可证" },
            new("investment-proof", "投入资金达到总投资25%以上的证明"),
            new("business-licence", "营业执照和开发企业资质证书"),
            new("contract", "工程施工合同"),
            new("floor-plans", "预售商品房分层平面图"),
            new("presale-plan", "商品房预售方案"),
        ],
        Steps =
        [
            ReviewStep.ByDepartment("site-survey", "形象进度现场勘验") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByDepartment("survey-opinion", "勘验书面意见") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByOwner("review", "审查"),
        ],
        Result = new("商品房预售许可证"),
        RiskPoints = [new("site-survey", "形象进度认定不实", "两人以上勘验并附现场照片")],
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps, ItemElement.Validity],
    };

    public sealed record Form(
        [Field("项目名称"), StringLength(100)] string Project,
        [Field("预售楼幢"), StringLength(200)] string Buildings,
        [Field("预售套数", Unit = "套"), Range(1, 100_000)] int Homes,
        [Field("预售面积", Unit = "平方米"), Range(0.01, 10_000_000)] decimal Area,
        [Field("工程建设总投资", Unit = "万元"), Range(0.01, 100_000_000)] decimal TotalInvestment,
        [Field("已投入资金", Unit = "万元"), Range(0, 100_000_000)] decimal Invested,
        [Field("竣工交付日期")] DateOnly Delivery);
}
