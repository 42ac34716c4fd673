using CsvHelper;

namespace OneSeal.Host.Sheets;

/// <summary>A table as CSV that Excel opens as what it is: with a byte order mark, or it takes Chinese for something else.</summary>
internal static class CsvSheet
{
    public const string MediaType = "text/csv; charset=utf-8";

    // A cell that begins like a formula would be carried out by Excel; with an apostrophe before it, it is text.
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public static byte[] Write(Sheet sheet)
    {
        using var memory = new MemoryStream();
        using (var csv = CsvWriter.Create(memory, Options, leaveOpen: true))
        {
            csv.WriteHeader([.. sheet.Columns.Select(c => c.Title)]);
            foreach (var row in sheet.Rows) csv.WriteRecord([.. row]);
        }

        return memory.ToArray();
    }
}
