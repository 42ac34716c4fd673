using System.Buffers;

namespace OneSeal.Host.Licences;

/// <summary>
/// The check character of ISO 7064 MOD 37,36 over digits and capital letters. The licence identifier (GB/T 36904) ends in it, and
/// so do our document numbers: it finds every single wrong character and nearly every swap of two neighbours.
/// </summary>
internal static class Mod3736
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary>The character to be put after <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentException">The text holds something else than 0–9 and A–Z.</exception>
    public static char CheckCharacterOf(ReadOnlySpan<char> text)
    {
        var product = Alphabet.Length;
        foreach (var character in text)
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0) throw new ArgumentException($"'{character}' is neither a digit nor a capital letter.", nameof(text));
            var sum = (product + value) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }

        return Alphabet[(37 - product) % 36];
    }

    /// <summary>Whether the last character is the check character of those before it.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length > 1
        && !text.ContainsAnyExcept(Characters)
        && text[^1] == CheckCharacterOf(text[..^1]);
}
