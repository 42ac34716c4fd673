namespace OneSeal.Modules.Health;

/// <summary>母婴保健技术服务机构执业许可(县级).</summary>
public static class MaternalCareLicence
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000123009000",
        Name = "母婴保健技术服务机构执业许可(县级)",
        LegalBasis = ["《中华人民共和国母婴保健法》第三十二条", "《中华人民共和国母婴保健法实施办法》第三十五条"],
        StatutoryLimit = Limit.WorkingDays(20),
        PromisedLimit = Limit.WorkingDays(7),
        Materials =
        [
            new("application", "母婴保健技术服务执业许可申请表"),
            new("practice-licence", "医疗机构执业许可证") { HeldAs = "医疗机构执业许可证" },
            new("staff", "人员母婴保健技术考核合格证书"),
            new("premises", "设备和房屋资料"),
        ],
        Steps =
        [
            ReviewStep.ByDepartment("site-survey", "现场审核") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByOwner("review", "审查"),
        ],
        Result = new("母婴保健技术服务执业许可证") { Validity = Limit.Months(36), RenewalWindow = Limit.CalendarDays(30) },
        Unconfirmed =
            [ItemElement.BasicCode, ItemElement.StatutoryLimit, ItemElement.PromisedLimit, ItemElement.Steps, ItemElement.Validity],
    };

    /// <summary>服务项目.</summary>
    public enum Service
    {
        [Field("助产技术")]
        Delivery,

        [Field("结扎手术")]
        Sterilisation,

        [Field("终止妊娠手术")]
        Termination,
    }

    public sealed record Form(
        [Field("服务项目"), MinLength(1), MaxLength(3)] IReadOnlyList<Service> Services,
        [Field("地址", Address = true), StringLength(200)] string Site,
        [Field("考核合格人员", Unit = "人"), Range(1, 1000)] int Qualified);
}
