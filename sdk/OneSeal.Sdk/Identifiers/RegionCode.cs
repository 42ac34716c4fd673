using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>行政区划代码: six digits that name a province, city, county or district.</summary>
/// <remarks>Source: GB/T 2260. The form is checked; that the place exists is not.</remarks>
[JsonConverter(typeof(Converter))]
public readonly record struct RegionCode : IParsable<RegionCode>
{
    private readonly string? _value;

    private RegionCode(string value) => _value = value;

    /// <summary>The six digits; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a region code.</summary>
    /// <param name="s">Six digits, the first of them not 0.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="FormatException">The text is not six digits.</exception>
    public static RegionCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"A region code has six digits, '{s}' has not.");

    /// <summary>Reads a region code if it is well formed.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The code, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RegionCode result)
    {
        var valid = s is { Length: 6 } && s[0] != '0' && s.All(char.IsAsciiDigit);
        result = valid ? new RegionCode(s!) : default;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    private sealed class Converter : JsonConverter<RegionCode>
    {
        public override RegionCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out var code) ? code : throw new JsonException("Not a region code.");

        public override void Write(Utf8JsonWriter writer, RegionCode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
