using QRCoder;

namespace OneSeal.Host.Documents;

internal static class QrCode
{
    /// <summary>Inline SVG, so that a page needs no second request and a printer gets sharp edges.</summary>
    public static string Draw(Uri address)
    {
        // Level M still reads with 15 % of the code smudged, which a folded and stamped sheet needs.
        using var data = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(4, "#000", "#fff", drawQuietZones: false, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
