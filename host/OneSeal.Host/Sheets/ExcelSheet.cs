using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace OneSeal.Host.Sheets;

/// <summary>A table as an Excel workbook. Every cell is text: nothing in it is ever a formula.</summary>
internal static class ExcelSheet
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint WrappedStyle = 1, HeaderStyle = 2;

    /// <summary>What a cell holds at most, by Excel's own specification.</summary>
    private const int LongestCell = 32_767, LongestName = 31;

    public static byte[] Write(Sheet sheet)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var worksheet = workbook.AddNewPart<WorksheetPart>();
            worksheet.Worksheet = new X.Worksheet(FrozenHeader(), Widths(sheet), Cells(sheet));
            var name = sheet.Name.Length > LongestName ? sheet.Name[..LongestName] : sheet.Name;
            workbook.Workbook = new X.Workbook(
                new X.Sheets(new X.Sheet { Id = workbook.GetIdOfPart(worksheet), SheetId = 1, Name = name }));
        }

        return memory.ToArray();
    }

    private static X.SheetViews FrozenHeader() => new(
        new X.SheetView(new X.Pane
        {
            VerticalSplit = 1, TopLeftCell = "A2", ActivePane = X.PaneValues.BottomLeft, State = X.PaneStateValues.Frozen,
        })
        {
            WorkbookViewId = 0,
        });

    private static X.Columns Widths(Sheet sheet) => new(sheet.Columns.Select((column, index) => new X.Column
    {
        Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true,
    }));

    private static X.SheetData Cells(Sheet sheet) => new(
        sheet.Rows.Select(row => Row(row, WrappedStyle)).Prepend(Row(sheet.Columns.Select(c => c.Title), HeaderStyle)));

    private static X.Row Row(IEnumerable<string> cells, uint style) => new(cells.Select(text => new X.Cell
    {
        DataType = X.CellValues.InlineString,
        StyleIndex = style,
        InlineString = new X.InlineString(new X.Text(Written(text)) { Space = SpaceProcessingModeValues.Preserve }),
    }));

    // A character that XML does not know would make the whole file unreadable.
    private static string Written(string text)
    {
        var known = text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
            ? text
            : string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
        if (known.Length <= LongestCell) return known;
        // Half a character of two would be none.
        return known[..(char.IsHighSurrogate(known[LongestCell - 1]) ? LongestCell - 1 : LongestCell)];
    }

    private static X.Stylesheet Styles() => new(
        new X.Fonts(new X.Font(), new X.Font(new X.Bold())),
        new X.Fills(
            new X.Fill(new X.PatternFill { PatternType = X.PatternValues.None }),
            new X.Fill(new X.PatternFill { PatternType = X.PatternValues.Gray125 })),
        new X.Borders(new X.Border()),
        new X.CellStyleFormats(new X.CellFormat()),
        new X.CellFormats(new X.CellFormat(), Wrapped(font: 0), Wrapped(font: 1)));

    private static X.CellFormat Wrapped(uint font) => new(new X.Alignment { WrapText = true, Vertical = X.VerticalAlignmentValues.Top })
    {
        FontId = font,
        ApplyFont = true,
        ApplyAlignment = true,
    };
}
