namespace OneSeal.Modules.Transport;

/// <summary>道路旅客运输站经营许可. Since the revision of 2023 freight stations, repair shops and driving schools only file.</summary>
public static class StationLicence
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000118003000",
        Name = "道路旅客运输站经营许可",
        LegalBasis = ["《中华人民共和国道路运输条例》第三十六条、第三十九条"],
        StatutoryLimit = Limit.CalendarDays(15),
        PromisedLimit = Limit.WorkingDays(5),
        Materials =
        [
            new("application", "道路旅客运输站经营申请表"),
            new("completion", "客运站竣工验收证明"),
            new("grade", "客运站站级验收证明"),
            new("staff", "专业人员和管理人员证明"),
            new("management", "业务操作规程和安全管理制度"),
        ],
        Steps =
        [
            ReviewStep.ByDepartment("site-survey", "现场核查") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByOwner("review", "审查"),
        ],
        Result = new("道路运输经营许可证"),
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps, ItemElement.Validity],
    };

    public sealed record Form(
        [Field("客运站名称"), StringLength(100)] string Station,
        [Field("地址", Address = true), StringLength(200)] string Site,
        [Field("站级"), Range(1, 3)] int Grade,
        [Field("发车位", Unit = "个"), Range(1, 200)] int Bays);
}
