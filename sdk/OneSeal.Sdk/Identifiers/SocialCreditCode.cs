using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>统一社会信用代码: the 18-character code of an organisation, with its check character.</summary>
/// <remarks>Source: GB 32100-2015. Equality and order are those of the characters.</remarks>
/// <example><code>SocialCreditCode.Parse("11370800MB28559184")</code></example>
[JsonConverter(typeof(Converter))]
public readonly record struct SocialCreditCode : IParsable<SocialCreditCode>
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private readonly string? _value;

    private SocialCreditCode(string value) => _value = value;

    /// <summary>The 18 characters; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a code and checks it.</summary>
    /// <param name="s">18 characters of the standard's alphabet (no I, O, S, V, Z).</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="FormatException">Wrong length, alphabet or check character; the message says which.</exception>
    public static SocialCreditCode Parse(string s, IFormatProvider? provider = null) =>
        Fault(s) is { } fault ? throw new FormatException(fault) : new SocialCreditCode(s);

    /// <summary>Reads a code if it is well formed and its check character is right.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The code, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SocialCreditCode result)
    {
        var valid = s is not null && Fault(s) is null;
        result = valid ? new SocialCreditCode(s!) : default;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    private static string? Fault(string s)
    {
        if (s.Length != 18) return $"A social credit code has 18 characters, '{s}' has {s.Length}.";
        var sum = 0;
        for (var i = 0; i < 18; i++)
        {
            var digit = Alphabet.IndexOf(s[i], StringComparison.Ordinal);
            if (digit < 0) return $"'{s[i]}' in '{s}' is not a character of a social credit code.";
            if (i < 17) sum += digit * Weights[i];
        }

        var expected = Alphabet[(31 - (sum % 31)) % 31];
        return s[17] == expected ? null : $"The check character of '{s}' should be '{expected}'.";
    }

    private sealed class Converter : JsonConverter<SocialCreditCode>
    {
        public override SocialCreditCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out var code) ? code : throw new JsonException("Not a social credit code.");

        public override void Write(Utf8JsonWriter writer, SocialCreditCode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
