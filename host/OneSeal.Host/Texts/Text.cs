using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OneSeal.Host.Texts;

/// <summary>
/// Everything a person reads, kept apart from code: each feature folder has one file <c>*.zh.json</c> of key → Chinese text, in which
/// <c>{name}</c> stands for a value. A key without a text is a fault of the program and fails loudly.
/// </summary>
internal static partial class Text
{
    private static readonly FrozenDictionary<string, string> Texts = Load();

    public static IEnumerable<string> Keys => Texts.Keys;

    public static string Of(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!Texts.TryGetValue(key, out var text))
            throw new InvalidOperationException($"There is no text '{key}' in any *.zh.json.");
        if (values.IsEmpty) return text;
        foreach (var (name, value) in values)
            text = text.Replace("{" + name + "}", Show(value), StringComparison.Ordinal);
        var missing = Placeholder().Match(text);
        return missing.Success && !values.ToArray().Any(v => Show(v.Value).Contains(missing.Value, StringComparison.Ordinal))
            ? throw new InvalidOperationException($"Text '{key}' has no value for {missing.Value}.")
            : text;
    }

    /// <summary>The placeholders of a text, for the test that holds code and texts together.</summary>
    public static IEnumerable<string> PlaceholdersOf(string key) => Placeholder().Matches(Texts[key]).Select(m => m.Value);

    private static string Show(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
        IEnumerable<string> list => string.Join("、", list),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static FrozenDictionary<string, string> Load()
    {
        var assembly = typeof(Text).Assembly;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".zh.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                if (!texts.TryAdd(key, text))
                    throw new InvalidOperationException($"Text '{key}' stands in two files; the second is {resource}.");
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{[a-zA-Z]+\}")]
    private static partial Regex Placeholder();
}
