using System.Globalization;

namespace OneSeal.Host.Documents;

/// <summary>The public page behind the QR code of a notice, made for a telephone.</summary>
internal static class VerificationPage
{
    private const int LongestEcho = 40;

    public static string Render(Verification verification) => Templates.Render("verification", new
    {
        found = verification is Verification.Found found ? Show(found) : null,
        notFound = verification as Verification.NotFound,
        malformed = verification is Verification.Malformed malformed
            ? malformed with { Entered = Shorten(malformed.Entered) }
            : null,
    });

    private static object Show(Verification.Found found) => new
    {
        found,
        isDocument = found.DisplayNumber is not null,
        isUnlimited = found.LicenceName is not null && found.ValidUntil is null,
        asOf = found.AsOf.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture),
    };

    private static string Shorten(string text) => text.Length <= LongestEcho ? text : text[..LongestEcho] + "…";
}
