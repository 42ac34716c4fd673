namespace OneSeal.Host.Documents;

/// <summary>
/// One notice as one HTML page that fetches nothing: printed to PDF by <see cref="PdfPrinter"/>, or by the reader's browser.
/// </summary>
internal static class NoticePage
{
    /// <param name="content">What the notice says.</param>
    /// <param name="verificationUrl">The public page that confirms this document; it goes into the QR code.</param>
    /// <exception cref="Texts.Refusal">A part the law demands is missing.</exception>
    public static string Render(NoticeContent content, Uri verificationUrl)
    {
        NoticeRequirements.Demand(content);
        return Templates.Render("layout", new
        {
            notice = content,
            title = content.Kind.Title,
            body = Templates.Render(content.Kind.Key, content),
            seal = content.Seal is { } seal ? RoundSeal.Draw(content.IssuingOrganisation, seal.Name) : "",
            qr = QrCode.Draw(verificationUrl),
        });
    }
}
