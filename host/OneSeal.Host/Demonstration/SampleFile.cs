using System.Text;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;

namespace OneSeal.Host.Demonstration;

/// <summary>The one page that stands for every file an applicant of the demonstration uploads.</summary>
internal static class SampleFile
{
    private const string Drawing = "BT /F1 18 Tf 72 760 Td (OneSeal: sample material) Tj ET";

    private static readonly byte[] Page = Encoding.ASCII.GetBytes(string.Join(
        '\n',
        "%PDF-1.4",
        "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj",
        "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj",
        "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj",
        $"4 0 obj << /Length {Drawing.Length} >> stream",
        Drawing,
        "endstream endobj",
        "5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj",
        "trailer << /Root 1 0 R >>",
        "%%EOF",
        ""));

    /// <summary>The same file of the same person is stored once, however often it is handed in.</summary>
    public static async Task<string> StoreAsync(Attachments attachments, Actor actor) =>
        (await attachments.StoreAsync(actor, "sample.pdf", Page, CancellationToken.None)).Id;
}
