using System.Globalization;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>
/// A case's name from its draft on: the year and a running number of the region, so that it can be said on the telephone.
/// </summary>
internal static class CaseId
{
    private const int SerialDigits = 6;

    public static string Make(int year, long serial) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}{serial:D6}");

    public static (int Year, int Serial) Parse(string id) =>
        id.Length == 4 + SerialDigits && id.All(char.IsAsciiDigit)
            ? (int.Parse(id.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(id.AsSpan(4), CultureInfo.InvariantCulture))
            : throw Refusal.NotFound("case-unknown", ("id", id));
}
