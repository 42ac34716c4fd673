using System.Globalization;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Api;

/// <summary>Instants as they come in a query: with an offset, or as a day or a time in Beijing.</summary>
internal static class Instants
{
    public static DateTimeOffset Parse(string text, string field)
    {
        var asked = Read(text, field);
        RequestLimits.CheckDay(DateOnly.FromDateTime(asked.UtcDateTime), field);
        return asked;
    }

    private static DateTimeOffset Read(string text, string field)
    {
        // The first day there is has no beginning in Beijing; as an instant it is as far outside as any other.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day == DateOnly.MinValue ? DateTimeOffset.MinValue : LocalTime.StartOf(day);
        // An unescaped plus sign of an offset arrives as a space.
        text = text.Replace(' ', '+');
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            || !text.Contains('T', StringComparison.Ordinal))
            throw new Refusal("instant-malformed", ("text", text)) { Status = 400, Field = field };
        var saysOffset = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
        return saysOffset || instant.Year == 1
            ? instant
            : LocalTime.StartOf(DateOnly.FromDateTime(instant.DateTime)).Add(instant.TimeOfDay);
    }
}
