namespace OneSeal.Modules.Transport;

/// <summary>机动车驾驶员培训备案. A filing, not a licence: taken at once when complete; the department visits afterwards.</summary>
public static class DriverTrainingFiling
{
    public const string BasicCode = "000118008000";

    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = BasicCode,
        Name = "机动车驾驶员培训备案",
        Type = ItemType.Other,
        Handling = HandlingType.Immediate,
        LegalBasis = ["《中华人民共和国道路运输条例》第三十九条"],
        StatutoryLimit = Limit.OnTheSpot,
        PromisedLimit = Limit.OnTheSpot,
        Materials =
        [
            new("filing-form", "机动车驾驶员培训备案表"),
            new("training-ground", "教练场地证明"),
            new("coaches", "教练员、教练车清单"),
        ],
        Result = new("机动车驾驶员培训备案证明"),
        Unconfirmed = [ItemElement.BasicCode],
    };

    public sealed record Form(
        [Field("培训机构名称"), StringLength(100)] string School,
        [Field("教练场地地址", Address = true), StringLength(200)] string Ground,
        [Field("教练场地面积", Unit = "平方米"), Range(1, 1_000_000)] decimal GroundArea,
        [Field("培训车型"), MinLength(1), MaxLength(20)] IReadOnlyList<string> VehicleClasses,
        [Field("教练车", Unit = "辆"), Range(1, 10_000)] int Cars,
        [Field("教练员", Unit = "人"), Range(1, 10_000)] int Coaches);
}
