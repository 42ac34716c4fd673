namespace OneSeal.Host.Cases;

/// <summary>The kinds of files that are taken: the content must begin as the name promises.</summary>
internal static class FileKind
{
    private static readonly (string[] Extensions, byte[] Begins, string MediaType)[] Known =
    [
        ([".pdf"], "%PDF-"u8.ToArray(), "application/pdf"),
        ([".jpg", ".jpeg"], [0xFF, 0xD8, 0xFF], "image/jpeg"),
        ([".png"], [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], "image/png"),
        ([".ofd"], "PK\u0003\u0004"u8.ToArray(), "application/ofd"),
        ([".docx"], "PK\u0003\u0004"u8.ToArray(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ([".xlsx"], "PK\u0003\u0004"u8.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ];

    /// <summary>Whether it shows something as it was: a page or a picture, not a text that anybody may go on writing.</summary>
    public static bool IsEvidence(string mediaType) =>
        mediaType is "application/pdf" or "application/ofd" || mediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <returns>The media type, or null for a file that is none of these or not what its name says.</returns>
    public static string? Of(string name, ReadOnlySpan<byte> content)
    {
        foreach (var (extensions, begins, mediaType) in Known)
        {
            if (extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) && content.StartsWith(begins))
                return mediaType;
        }

        return null;
    }
}
