namespace OneSeal.Modules.Health;

/// <summary>放射诊疗许可. The test of protection by a laboratory stands outside the count; the visit does not.</summary>
public static class RadiodiagnosisLicence
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000123005000",
        Name = "放射源诊疗技术和医用辐射机构许可(放射诊疗许可)",
        LegalBasis = ["《放射性同位素与射线装置安全和防护条例》第八条", "《放射诊疗管理规定》"],
        StatutoryLimit = Limit.WorkingDays(20),
        PromisedLimit = Limit.WorkingDays(10),
        Materials =
        [
            new("application", "放射诊疗许可申请表"),
            new("practice-licence", "医疗机构执业许可证") { HeldAs = "医疗机构执业许可证" },
            new("staff", "放射诊疗专业技术人员任职资格证书"),
            new("equipment", "放射诊疗设备清单"),
            new("protection", "放射防护设施合格证明"),
        ],
        Steps =
        [
            ReviewStep.ByDepartment("site-survey", "现场审核") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByDepartment("protection-test", "放射防护检测") with
            {
                Suspension = ClockSuspension.Article45(SpecialProcedure.Testing),
                After = [],
            },
            ReviewStep.ByOwner("review", "审查") with { After = ["site-survey", "protection-test"] },
        ],
        Result = new("放射诊疗许可证"),
        Unconfirmed = [ItemElement.BasicCode, ItemElement.StatutoryLimit, ItemElement.PromisedLimit, ItemElement.Steps],
    };

    /// <summary>放射诊疗类别.</summary>
    public enum Category
    {
        [Field("放射治疗")]
        Radiotherapy,

        [Field("核医学")]
        NuclearMedicine,

        [Field("介入放射学")]
        Interventional,

        [Field("X射线影像诊断")]
        XRayImaging,
    }

    public sealed record Form(
        [Field("放射诊疗类别"), MinLength(1), MaxLength(4)] IReadOnlyList<Category> Categories,
        [Field("放射诊疗场所"), StringLength(200)] string Site,
        [Field("放射诊疗设备"), MinLength(1), MaxLength(100)] IReadOnlyList<Device> Devices,
        [Field("放射工作人员", Unit = "人"), Range(1, 10_000)] int Staff);

    public sealed record Device(
        [Field("设备名称"), StringLength(60)] string Name,
        [Field("型号"), StringLength(60)] string Model,
        [Field("主要参数"), StringLength(100)] string? Parameters);
}
