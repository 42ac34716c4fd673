namespace OneSeal.Modules.Health;

/// <summary>中医诊所备案. A filing, not a licence: taken at once when complete (中医药法 article 14); the department looks afterwards.</summary>
public static class ChineseMedicineClinicFiling
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000123010000",
        Name = "中医诊所备案",
        Type = ItemType.Other,
        Handling = HandlingType.Immediate,
        LegalBasis = ["《中华人民共和国中医药法》第十四条"],
        StatutoryLimit = Limit.OnTheSpot,
        PromisedLimit = Limit.OnTheSpot,
        Materials =
        [
            new("filing-form", "中医诊所备案信息表"),
            new("qualification", "医师资格证书、执业证书"),
            new("staff", "卫生技术人员名录"),
            new("rules", "诊所管理制度"),
            new("medical-waste", "医疗废物处理方案"),
            new("fire-plan", "消防应急预案"),
        ],
        Result = new("中医诊所备案证"),
        Unconfirmed = [ItemElement.BasicCode],
    };

    public sealed record Form(
        [Field("诊所名称"), StringLength(100)] string Name,
        [Field("地址", Address = true), StringLength(200)] string Site,
        [Field("主要负责人身份证号码")] CitizenNumber Principal,
        [Field("诊疗科目"), MinLength(1), MaxLength(20)] IReadOnlyList<string> Departments,
        [Field("卫生技术人员", Unit = "人"), Range(1, 200)] int Staff);
}
