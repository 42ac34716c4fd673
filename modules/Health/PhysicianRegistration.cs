namespace OneSeal.Modules.Health;

/// <summary>医师执业注册.</summary>
public static class PhysicianRegistration
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000123008000",
        Name = "医师执业注册",
        LegalBasis = ["《中华人民共和国医师法》第十三条"],
        StatutoryLimit = Limit.WorkingDays(20),
        PromisedLimit = Limit.WorkingDays(5),
        Materials =
        [
            new("application", "医师执业注册申请审核表"),
            new("qualification", "医师资格证书"),
            new("employment", "医疗卫生机构聘用证明"),
            new("health", "健康体检证明"),
        ],
        Steps = [ReviewStep.ByOwner("review", "审查")],
        Result = new("医师执业证书"),
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps],
    };

    public sealed record Form(
        [Field("姓名"), StringLength(50, MinimumLength = 2)] string Name,
        [Field("身份证号码")] CitizenNumber Number,
        [Field("医师资格证书编码"), RegularExpression("[0-9]{27}")] string Qualification,
        [Field("执业类别"), StringLength(20)] string Category,
        [Field("执业范围"), StringLength(60)] string Scope,
        [Field("聘用机构"), StringLength(100)] string Institution);
}
