namespace OneSeal.Host.Api;

/// <summary>A part of a name as an index of <c>oneseal.pairs</c> is asked for it.</summary>
internal static class NamePart
{
    /// <returns>The pairs of neighbours, or the only character; each name that holds the part holds all of them.</returns>
    public static string[] Pairs(string? typed)
    {
        var part = typed?.Trim().ToLowerInvariant() ?? "";
        return part.Length < 2
            ? [part]
            : [.. Enumerable.Range(0, part.Length - 1).Select(at => part.Substring(at, 2)).Distinct()];
    }
}
