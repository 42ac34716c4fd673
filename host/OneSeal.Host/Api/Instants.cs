using System.Globalization;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Api;

/// <summary>Instants as they come in a query: with an offset, or as a day or a time in Beijing.</summary>
internal static class Instants
{
    public static DateTimeOffset Parse(string text, string field)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return LocalTime.StartOf(day);
        // An unescaped plus sign of an offset arrives as a space.
        text = text.Replace(' ', '+');
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) || !text.Contains('T', StringComparison.Ordinal))
            throw new Refusal("instant-malformed", ("text", text)) { Status = 400, Field = field };
        var saysOffset = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
        return saysOffset ? instant : LocalTime.StartOf(DateOnly.FromDateTime(instant.DateTime)).Add(instant.TimeOfDay);
    }
}
