namespace OneSeal.Host.Documents;

/// <summary>
/// One notice as one HTML page that fetches nothing: printed to PDF by <see cref="PdfPrinter"/>, or by the reader's browser.
/// </summary>
internal static class NoticePage
{
    /// <param name="content">What the notice says.</param>
    /// <param name="verificationUrl">The public page that confirms this document; it goes into the QR code.</param>
    /// <exception cref="Texts.Refusal">A part the law demands is missing.</exception>
    public static string Render(NoticeContent content, Uri verificationUrl) => Render(content, QrCode.Draw(verificationUrl));

    /// <summary>草稿: a notice that has not been made yet. Nothing can confirm it, so it carries no code.</summary>
    public static string RenderDraft(NoticeContent content) => Render(content, "", isDraft: true);

    /// <summary>预览: a notice under a seal that nobody has put on it yet. It carries no code either, so that it cannot pass for the sealed one.</summary>
    public static string RenderPreview(NoticeContent content) => Render(content, "", isPreview: true);

    private static string Render(NoticeContent content, string qr, bool isDraft = false, bool isPreview = false)
    {
        NoticeRequirements.Demand(content);
        return Templates.Render("layout", new
        {
            notice = content,
            title = content.Kind.Title,
            body = Templates.Render(content.Kind.Key, content),
            seal = content.Seal is { } seal ? RoundSeal.Draw(content.IssuingOrganisation, seal.Name) : "",
            qr,
            isDraft,
            isPreview,
            lacksSeal = !isDraft && content.Kind.NeedsSeal && !content.IsSealed,
            hasCode = qr.Length > 0,
        });
    }
}
