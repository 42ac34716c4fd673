namespace OneSeal.Host.Api;

/// <summary>A text a person typed, as a literal part of a LIKE pattern.</summary>
internal static class Like
{
    public static string? Literal(string? typed) => string.IsNullOrWhiteSpace(typed)
        ? null
        : typed.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
