using System.Globalization;
using System.Net;
using System.Text;

namespace OneSeal.Host.Documents;

/// <summary>
/// The picture of a round seal of 42 mm: the organisation's name on the arc, a star in the middle, the purpose of the seal below it
/// (国务院关于国家行政机关和企业事业单位社会团体印章管理的规定). It is a picture; what proves the paper is its number.
/// </summary>
internal static class RoundSeal
{
    // In tenths of a millimetre, from the centre.
    private const double LetterRadius = 160;
    private const double WidestArc = 250;
    private const double WidestStep = 27;
    private const double PurposeWidth = 230;

    public static string Draw(string organisation, string purpose)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg class="seal" viewBox="-210 -210 420 420" role="img" aria-label="{Escape(purpose)}" fill="#d7000f" opacity="0.88"
             font-family="SimSun, 'Noto Serif CJK SC', 'Source Han Serif SC', serif" font-weight="600" text-anchor="middle">
            <circle r="203" fill="none" stroke="#d7000f" stroke-width="11"/>
            <path d="{Star(62)}"/>

            """);
        DrawArc(svg, Characters(organisation));
        var letters = Characters(purpose);
        var size = Math.Min(38, PurposeWidth / letters.Count);
        svg.Append(CultureInfo.InvariantCulture, $"""
            <text y="124" font-size="{size:0.#}">{Escape(purpose)}</text>
            </svg>

            """);
        return svg.ToString();
    }

    // The letters of a seal stand upright on the arc, tall and narrow, spread evenly about the top.
    private static void DrawArc(StringBuilder svg, List<string> letters)
    {
        var step = letters.Count == 1 ? 0 : Math.Min(WidestStep, WidestArc / (letters.Count - 1));
        var narrow = Math.Min(0.86, step / 20);
        for (var i = 0; i < letters.Count; i++)
        {
            var angle = (i - ((letters.Count - 1) / 2.0)) * step;
            svg.Append(CultureInfo.InvariantCulture, $"""
                <text font-size="52" transform="rotate({angle:0.##}) translate(0 {-LetterRadius + 20}) scale({narrow:0.##} 1.14)">{Escape(letters[i])}</text>

                """);
        }
    }

    private static string Star(double radius) => "M" + string.Join("L", Enumerable.Range(0, 10).Select(i =>
    {
        // A regular five-pointed star: the inner corners lie at 0.382 of the radius.
        var (distance, angle) = (i % 2 == 0 ? radius : radius * 0.382, Math.PI * i / 5);
        return string.Create(CultureInfo.InvariantCulture, $"{distance * Math.Sin(angle):0.#} {-distance * Math.Cos(angle):0.#}");
    })) + "Z";

    private static List<string> Characters(string text) => [.. text.EnumerateRunes().Select(r => r.ToString())];

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
