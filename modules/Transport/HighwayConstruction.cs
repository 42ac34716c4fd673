namespace OneSeal.Modules.Transport;

/// <summary>公路建设项目施工许可.</summary>
public static class HighwayConstruction
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000118007000",
        Name = "公路建设项目施工许可",
        LegalBasis = ["《中华人民共和国公路法》第二十五条"],
        StatutoryLimit = Limit.WorkingDays(20),
        PromisedLimit = Limit.WorkingDays(7),
        Materials =
        [
            new("drawing-approval", "施工图设计文件批复"),
            new("funding", "建设资金落实证明"),
            new("land-approval", "建设用地批复"),
            new("tender", "招标文件和中标通知书"),
            new("quality-supervision", "质量监督手续材料"),
            new("safety-measures", "保证工程质量和安全的措施文件"),
        ],
        Steps = [ReviewStep.ByOwner("review", "资料审查")],
        Result = new("公路建设项目施工许可决定书"),
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps],
    };

    public sealed record Form(
        [Field("项目名称"), StringLength(100)] string Project,
        [Field("公路等级"), StringLength(20)] string RoadClass,
        [Field("里程", Unit = "公里"), Range(0.001, 10_000)] decimal Length,
        [Field("批准概算", Unit = "万元"), Range(0.01, 100_000_000)] decimal Budget);
}
