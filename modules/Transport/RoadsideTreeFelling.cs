namespace OneSeal.Modules.Transport;

/// <summary>更新采伐护路林审批.</summary>
public static class RoadsideTreeFelling
{
    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = "000118006000",
        Name = "更新采伐护路林审批",
        LegalBasis = ["《中华人民共和国公路法》第四十二条", "《公路安全保护条例》第二十六条"],
        StatutoryLimit = Limit.WorkingDays(20),
        PromisedLimit = Limit.WorkingDays(3),
        Conditions =
        [
            new("replanted", "补种株数不少于采伐株数") { Holds = form => form.Replanted >= form.Felled },
        ],
        Materials = [new("application", "更新采伐护路林申请表"), new("felling-plan", "采伐方案"), new("replanting-plan", "补种方案")],
        Steps =
        [
            ReviewStep.ByDepartment("site-survey", "现场勘验") with { Limit = Limit.WorkingDays(2) },
            ReviewStep.ByOwner("review", "审查"),
        ],
        Result = new("更新采伐护路林许可决定书"),
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Steps, ItemElement.Conditions],
    };

    public sealed record Form(
        [Field("公路名称和桩号"), StringLength(100)] string Section,
        [Field("采伐株数", Unit = "株"), Range(1, 100_000)] int Felled,
        [Field("补种株数", Unit = "株"), Range(0, 100_000)] int Replanted,
        [Field("采伐理由", Multiline = true), StringLength(500)] string Reason);
}
