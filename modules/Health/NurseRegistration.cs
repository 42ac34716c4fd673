namespace OneSeal.Modules.Health;

/// <summary>护士执业注册. 护士条例 article 8 counts twenty working days from receipt; a change of the place of work takes seven.</summary>
public static class NurseRegistration
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000123007000",
        Name = "护士执业注册",
        LegalBasis = ["《护士条例》第八条、第九条、第十条"],
        StatutoryLimit = Limit.WorkingDays(20),
        StartEvent = StartEvent.Received,
        PromisedLimit = Limit.WorkingDays(5),
        Tiers = [new("change", "变更执业地点", Limit.WorkingDays(7), form => form.Kind == Registration.Change)],
        Materials =
        [
            new("application", "护士执业注册申请审核表"),
            new("identity", "身份证明"),
            new("education", "学历证书及专业学习中的临床实习证明") { Required = false, Requirement = "首次注册" },
            new("examination", "护士执业资格考试成绩合格证明") { Required = false, Requirement = "首次注册" },
            new("health", "指定医疗机构出具的6个月内健康体检证明"),
            new("employment", "医疗卫生机构拟聘用证明"),
        ],
        RequiredWhen = new()
        {
            ["education"] = form => form.Kind == Registration.First,
            ["examination"] = form => form.Kind == Registration.First,
        },
        Steps = [ReviewStep.ByOwner("review", "审查")],
        Result = new("护士执业证书") { Validity = Limit.Months(60), RenewalWindow = Limit.CalendarDays(30) },
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps],
    };

    /// <summary>注册类别.</summary>
    public enum Registration
    {
        [Field("首次注册")]
        First,

        [Field("延续注册")]
        Renewal,

        [Field("变更执业地点")]
        Change,
    }

    public sealed record Form(
        [Field("注册类别")] Registration Kind,
        [Field("姓名"), StringLength(50, MinimumLength = 2)] string Name,
        [Field("身份证号码")] CitizenNumber Number,
        [Field("拟执业医疗卫生机构"), StringLength(100)] string Institution,
        [Field("护士执业证书编号"), AskedWhen(nameof(Kind), Registration.Renewal, Registration.Change), RegularExpression("[0-9]{12}")]
        string? CertificateNumber);
}
