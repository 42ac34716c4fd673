using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>公民身份号码: the 18-character number of a person, with birth date and check character.</summary>
/// <remarks>Source: GB 11643-1999. The last character X is upper case.</remarks>
[JsonConverter(typeof(Converter))]
public readonly record struct CitizenNumber : IParsable<CitizenNumber>
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? _value;

    private CitizenNumber(string value) => _value = value;

    /// <summary>The 18 characters; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a number and checks it.</summary>
    /// <param name="s">17 digits and a digit or X.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="FormatException">Wrong length, character, birth date or check character; the message says which.</exception>
    public static CitizenNumber Parse(string s, IFormatProvider? provider = null) =>
        Fault(s) is { } fault ? throw new FormatException(fault) : new CitizenNumber(s);

    /// <summary>Reads a number if it is well formed and its check character is right.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The number, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CitizenNumber result)
    {
        var valid = s is not null && Fault(s) is null;
        result = valid ? new CitizenNumber(s!) : default;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    // The number itself is private: no message repeats it.
    private static string? Fault(string s)
    {
        if (s.Length != 18) return $"A citizen number has 18 characters, not {s.Length}.";
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(s[i])) return $"Character {i + 1} of a citizen number is a digit.";
            sum += (s[i] - '0') * Weights[i];
        }

        if (!DateOnly.TryParseExact(s.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return "The birth date in the citizen number does not exist.";
        return s[17] == CheckCharacters[sum % 11] ? null : "The check character of the citizen number is wrong.";
    }

    private sealed class Converter : JsonConverter<CitizenNumber>
    {
        public override CitizenNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out var number) ? number : throw new JsonException("Not a citizen number.");

        public override void Write(Utf8JsonWriter writer, CitizenNumber value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
