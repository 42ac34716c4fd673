using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using OneSeal.Host.Licences;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Documents;

/// <summary>
/// The number a document is found and verified by: kind (2 letters), region (6 digits, GB/T 2260), year (4), serial of the case in that
/// region and year (6), how many documents of this kind the case has with this one (2), check character (ISO 7064 MOD 37,36).
/// </summary>
/// <example><c>SL370390202600012301B</c></example>
[JsonConverter(typeof(Converter))]
internal sealed partial record DocumentNumber
{
    /// <exception cref="ArgumentException">A part is outside its range.</exception>
    public DocumentNumber(NoticeKind kind, string region, int year, int serial, int sequence)
    {
        if (!RegionShape().IsMatch(region)) throw new ArgumentException($"'{region}' is no region of six digits.", nameof(region));
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, 999_999);
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, 99);
        (Kind, Region, Year, Serial, Sequence) = (kind, region, year, serial, sequence);
    }

    public NoticeKind Kind { get; }

    public string Region { get; }

    public int Year { get; }

    public int Serial { get; }

    public int Sequence { get; }

    /// <summary>Reads what a person typed or scanned; spaces and small letters are forgiven.</summary>
    /// <exception cref="Refusal">
    /// <c>document-number-malformed</c>, or <c>document-number-mistyped</c> when only the check fails.
    /// </exception>
    public static DocumentNumber Parse(string? text)
    {
        var fault = Read(text, out var number);
        return fault is null ? number! : throw new Refusal(fault);
    }

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DocumentNumber? number) =>
        Read(text, out number) is null;

    /// <summary>The 文号 as people write it, such as 锦审受〔2026〕000123号; from a case's second document of a kind on, 000123-2号.</summary>
    /// <param name="abbreviation">What the issuing organisation calls itself in its 文号 (机关代字), such as 锦.</param>
    public string Display(string abbreviation) => Text.Of(
        Sequence == 1 ? "notice.display" : "notice.display.further",
        ("abbreviation", abbreviation), ("series", Kind.Series), ("year", Year), ("serial", Digits(Serial, 6)), ("sequence", Sequence));

    public override string ToString()
    {
        var body = Kind.Code + Region + Digits(Year, 4) + Digits(Serial, 6) + Digits(Sequence, 2);
        return body + Mod3736.CheckCharacterOf(body);
    }

    private static string? Read(string? text, out DocumentNumber? number)
    {
        number = null;
        var compact = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        var parts = Shape().Match(compact);
        if (!parts.Success || NoticeKindFacts.FromCode(parts.Groups["kind"].Value) is not { } kind) return "document-number-malformed";
        if (!Mod3736.IsValid(compact)) return "document-number-mistyped";
        var (serial, sequence) = (Number("serial"), Number("sequence"));
        if (serial == 0 || sequence == 0) return "document-number-malformed";
        number = new DocumentNumber(kind, parts.Groups["region"].Value, Number("year"), serial, sequence);
        return null;

        int Number(string part) => int.Parse(parts.Groups[part].ValueSpan, CultureInfo.InvariantCulture);
    }

    private static string Digits(int value, int width) => value.ToString("D" + width, CultureInfo.InvariantCulture);

    [GeneratedRegex("^[1-9][0-9]{5}$")]
    private static partial Regex RegionShape();

    [GeneratedRegex("^(?<kind>[A-Z]{2})(?<region>[1-9][0-9]{5})(?<year>[1-9][0-9]{3})(?<serial>[0-9]{6})(?<sequence>[0-9]{2})[0-9A-Z]$")]
    private static partial Regex Shape();

    private sealed class Converter : JsonConverter<DocumentNumber>
    {
        public override DocumentNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var number) ? number : throw new JsonException("Not a document number.");

        public override void Write(Utf8JsonWriter writer, DocumentNumber value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
