namespace OneSeal.Modules.Health;

/// <summary>医疗机构执业登记. 医疗机构管理条例 sets forty-five days, more than twice the general limit.</summary>
public static class MedicalInstitutionRegistration
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000123004000",
        Name = "医疗机构执业登记(人体器官移植除外)",
        LegalBasis = ["《医疗机构管理条例》第十五条至第十九条"],
        StatutoryLimit = Limit.CalendarDays(45),
        PromisedLimit = Limit.WorkingDays(10),
        Materials =
        [
            new("application", "医疗机构执业登记申请书"),
            new("setup-approval", "设置医疗机构批准书或者备案回执") { HeldAs = "设置医疗机构批准书" },
            new("premises", "用房产权证明或者使用证明"),
            new("floor-plan", "建筑设计平面图"),
            new("capital", "验资证明、资产评估报告"),
            new("rules", "医疗机构规章制度"),
            new("staff", "法定代表人、主要负责人和科室负责人名录及资格证书"),
        ],
        Steps =
        [
            ReviewStep.ByOwner("form-review", "形式审查"),
            ReviewStep.ByDepartment("site-acceptance", "现场验收") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByDepartment("expert-review", "专家评审") with
            {
                Limit = Limit.WorkingDays(3),
                Suspension = ClockSuspension.Article45(SpecialProcedure.ExpertReview),
                After = ["form-review"],
            },
            ReviewStep.ByDepartment("opinion", "书面意见") with { Limit = Limit.WorkingDays(2), After = ["site-acceptance", "expert-review"] },
            ReviewStep.ByOwner("review", "审查"),
        ],
        PerformedWhen = new() { ["expert-review"] = form => form.Beds > 0 },
        Result = new("医疗机构执业许可证"),
        RiskPoints = [new("site-acceptance", "对未达基本标准的机构放行", "按基本标准逐项打分，验收表存档")],
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps],
    };

    public sealed record Form(
        [Field("机构名称"), StringLength(100)] string Name,
        [Field("地址", Address = true), StringLength(200)] string Site,
        [Field("床位", Unit = "张", Hint = "不满100张每年校验一次,100张以上每三年校验一次"), Range(0, 10_000)] int Beds,
        [Field("诊疗科目"), MinLength(1), MaxLength(60)] IReadOnlyList<string> Departments,
        [Field("卫生技术人员", Unit = "人"), Range(1, 100_000)] int Staff);
}
