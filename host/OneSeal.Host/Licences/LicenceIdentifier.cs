using OneSeal.Sdk;

namespace OneSeal.Host.Licences;

/// <summary>
/// 电子证照标识: root, kind of licence (21), issuer (18), serial, version, check character.
/// </summary>
/// <remarks>
/// Structure inferred from published samples of GB/T 36904-2018, not read in the standard: unconfirmed (mem). The kind should name the
/// code of the body that defines the licence; until the modules know it, the department's own code stands there.
/// </remarks>
internal sealed record LicenceIdentifier
{
    private const string Root = "1.2.156.3005.2.";
    private const string KindNotAssigned = "000";

    private LicenceIdentifier(string segments) => Segments = segments;

    /// <summary>Everything after the root, with the check character.</summary>
    public string Segments { get; }

    public static LicenceIdentifier Make(SocialCreditCode definer, string? kind, string issuer, int year, int serial)
    {
        var body = $"{definer}{kind ?? KindNotAssigned}.{issuer}.{year:D4}{serial:D6}.001";
        return new LicenceIdentifier($"{body}.{Mod3736.CheckCharacterOf(body.Replace(".", "", StringComparison.Ordinal))}");
    }

    /// <summary>Reads an identifier with or without its root.</summary>
    public static bool TryParse(string text, out LicenceIdentifier? identifier)
    {
        var segments = text.StartsWith(Root, StringComparison.Ordinal) ? text[Root.Length..] : text;
        var valid = segments.Split('.') is [{ Length: 21 } kind, var issuer, { Length: > 0 and <= 30 }, { Length: 3 }, { Length: 1 }]
            && SocialCreditCode.TryParse(kind[..18], null, out _)
            && SocialCreditCode.TryParse(issuer, null, out _)
            && Mod3736.IsValid(segments.Replace(".", "", StringComparison.Ordinal));
        identifier = valid ? new LicenceIdentifier(segments) : null;
        return valid;
    }

    /// <summary>As streams are named: with the root. What is no identifier stays as it was typed and names nothing.</summary>
    public static string Full(string typed) => TryParse(typed.Trim(), out var identifier) ? identifier!.ToString() : typed;

    public override string ToString() => Root + Segments;
}
