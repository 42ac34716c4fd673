using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>
/// 实施编码: the 31 characters that name an item as one department carries it out — the department's social credit code (18), the
/// level of the authority (1) and the basic code 基本编码 (12).
/// </summary>
/// <remarks>
/// The structure is observed on published lists, the standard GB/T 39554.1-2020 itself was not available: unconfirmed (mem). The code
/// is the item's name for life: it stays when the item moves to the bureau, so that every case and memorandum goes on citing the same item.
/// </remarks>
[JsonConverter(typeof(Converter))]
public readonly record struct ItemCode : IParsable<ItemCode>
{
    private readonly string? _value;

    private ItemCode(string value) => _value = value;

    /// <summary>The 31 characters; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>The department to which the item was first assigned.</summary>
    public SocialCreditCode Department => SocialCreditCode.Parse(Value[..18]);

    /// <summary>基本编码: the last 12 digits, by which a department's own code knows its item; empty for the default value.</summary>
    public string BasicCode => _value?[19..] ?? "";

    /// <summary>Puts a code together.</summary>
    /// <param name="department">The department that carries the item out by law.</param>
    /// <param name="level">The level at which it does.</param>
    /// <param name="basicCode">基本编码, 12 digits.</param>
    /// <exception cref="FormatException">The basic code is not 12 digits.</exception>
    public static ItemCode Compose(SocialCreditCode department, AuthorityLevel level, string basicCode) =>
        Parse($"{department}{(int)level}{basicCode}");

    /// <summary>Reads a code and checks its parts.</summary>
    /// <param name="s">31 characters.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="FormatException">A part is malformed or the department's check character is wrong.</exception>
    public static ItemCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code)
            ? code
            : throw new FormatException(
                $"'{s}' is not an item code: 18 characters of a social credit code, a level digit 1 to 7 and 12 digits.");

    /// <summary>Reads a code if its parts are right.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The code, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ItemCode result)
    {
        var valid = s is { Length: 31 }
            && SocialCreditCode.TryParse(s[..18], null, out _)
            && s[18] is >= '1' and <= '7'
            && s.AsSpan(19).IndexOfAnyExceptInRange('0', '9') < 0;
        result = valid ? new ItemCode(s!) : default;
        return valid;
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    private sealed class Converter : JsonConverter<ItemCode>
    {
        public override ItemCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), null, out var code) ? code : throw new JsonException("Not an item code.");

        public override void Write(Utf8JsonWriter writer, ItemCode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
