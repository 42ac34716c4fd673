using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace OneSeal.Host.Catalogue;

/// <summary>拼音首字母: what a clerk types instead of a Chinese name, ggcswsxk for 公共场所卫生许可.</summary>
/// <remarks>
/// The 3755 common characters of GB 2312 stand in the order of their pinyin, so the first of each letter says all that is needed. What is
/// read otherwise in some words, and the rarer characters that names of items use, stand in <c>initials.json</c>.
/// </remarks>
internal static class Initials
{
    private const string Letters = "abcdefghjklmnopqrstwxyz";
    private const string FirstOfEachLetter = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝";
    private const int LastCommon = 0xD7F9;

    private static readonly Encoding Gb2312 = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
    private static readonly int[] Bounds = [.. FirstOfEachLetter.Select(c => CodeOf(c))];
    private static readonly FrozenDictionary<string, string> Exceptions = Load();
    private static readonly int LongestException = Exceptions.Keys.Max(k => k.Length);

    public static string Of(string name)
    {
        var initials = new StringBuilder();
        for (var at = 0; at < name.Length;)
        {
            if (ExceptionAt(name, at) is { } word)
            {
                initials.Append(Exceptions[word]);
                at += word.Length;
            }
            else if (LetterOf(name[at++]) is { } letter) initials.Append(letter);
        }

        return initials.ToString();
    }

    private static string? ExceptionAt(string name, int at)
    {
        for (var length = Math.Min(LongestException, name.Length - at); length > 0; length--)
        {
            if (Exceptions.ContainsKey(name.Substring(at, length))) return name.Substring(at, length);
        }

        return null;
    }

    /// <returns>Null for a sign that nobody types, and for a character that is too rare to be known.</returns>
    private static char? LetterOf(char c)
    {
        if (char.IsAsciiLetterOrDigit(c)) return char.ToLowerInvariant(c);
        var code = CodeOf(c);
        if (code < Bounds[0] || code > LastCommon) return null;
        var found = Array.BinarySearch(Bounds, code);
        return Letters[found >= 0 ? found : ~found - 1];
    }

    private static int CodeOf(char c) => Gb2312.GetBytes([c]) is [var high, var low] ? (high << 8) | low : 0;

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(Initials).Assembly.GetManifestResourceStream("OneSeal.Host.Catalogue.initials.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
