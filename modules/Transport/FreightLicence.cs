namespace OneSeal.Modules.Transport;

/// <summary>道路货物运输经营许可. Ordinary freight with vehicles of up to 4500 kilograms needs no licence.</summary>
public static class FreightLicence
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000118001000",
        Name = "道路货物运输经营许可(除使用4500千克及以下普通货运车辆外)",
        LegalBasis = ["《中华人民共和国道路运输条例》第二十一条至第二十四条"],
        StatutoryLimit = Limit.CalendarDays(20),
        PromisedLimit = Limit.WorkingDays(3),
        Conditions =
        [
            new("heavier-than-4500", "使用总质量4500千克以上的车辆从事普通货运")
            {
                Holds = form => form.HeaviestVehicle > 4500,
                Advice = "仅使用总质量4500千克及以下普通货运车辆的，不需要办理本许可。",
            },
        ],
        Materials =
        [
            new("application", "道路货物运输经营申请表"),
            new("identity", "负责人及经办人身份证明"),
            new("vehicles", "车辆检测合格证明或者拟购置车辆承诺书"),
            new("drivers", "驾驶员从业资格证"),
            new("safety-rules", "安全生产管理制度文本"),
        ],
        Steps = [ReviewStep.ByOwner("review", "审查")],
        Result = new("道路运输经营许可证") { Validity = Limit.Months(48), RenewalWindow = Limit.CalendarDays(30) },
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps, ItemElement.Validity],
    };

    public sealed record Form(
        [Field("经营范围"), StringLength(200)] string Scope,
        [Field("车辆数", Unit = "辆"), Range(1, 10_000)] int Vehicles,
        [Field("最大车辆总质量", Unit = "千克"), Range(1, 100_000)] int HeaviestVehicle,
        [Field("驾驶员", Unit = "人"), Range(1, 10_000)] int Drivers);
}
