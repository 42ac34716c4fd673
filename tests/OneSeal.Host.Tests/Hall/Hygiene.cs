using System.Text.Json;

namespace OneSeal.Host.Tests.Hall;

/// <summary>An application for 公共场所卫生许可, as a clerk would type it.</summary>
internal static class Hygiene
{
    public const string Item = "11370390MB1A23023D" + "4" + "000123001000";

    public static readonly string[] Materials = ["application", "identity", "floor-plan", "hygiene-report", "hygiene-rules"];

    public static object Form(decimal area = 260, bool airConditioning = false) => new
    {
        name = "云溪理发店",
        kind = "beauty",
        site = "锦源区一号路1号",
        area,
        centralAirConditioning = airConditioning,
        staff = 6,
        staffCertified = 6,
    };

    public static object Applicant { get; } = new { kind = "organisation", name = "锦源云溪商贸有限公司", identifier = "91370390MA00000179", contact = "0533-0000000" };

    public static object Draft(object? form = null, object? applicant = null, string[]? materials = null) => new
    {
        item = Item,
        channel = "window",
        applicant = applicant ?? Applicant,
        form = form ?? Form(),
        materials = (materials ?? Materials).Select(key => new { key, form = "paper" }).ToArray(),
    };

    public static string Raw(object value) => JsonSerializer.Serialize(value);
}
