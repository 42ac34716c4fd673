using System.Text;

namespace OneSeal.Host.Documents;

/// <summary>
/// A name with its middle hidden: 王** for a person, 淄博****有限公司 for an enterprise. Whoever holds the paper can compare it; whoever
/// tries numbers learns no name.
/// </summary>
internal static class MaskedName
{
    // Shorter names may be a person's, and so may those written with letters or a name dot (阿卜杜拉·买买提).
    private const int ShortestEnterprise = 7;

    public static string Of(string name)
    {
        var characters = name.Trim().EnumerateRunes().ToList();
        if (characters.Count == 0) return "**";
        return characters.Count >= ShortestEnterprise && !name.Any(c => c == '·' || char.IsAsciiLetter(c))
            ? Join(characters.Take(2)) + "****" + Join(characters.TakeLast(4))
            : characters[0] + "**";
    }

    private static string Join(IEnumerable<Rune> characters) => string.Concat(characters);
}
