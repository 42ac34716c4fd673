using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OneSeal.Host.Sheets;
using Sheet = OneSeal.Host.Sheets.Sheet;

namespace OneSeal.Host.Tests.Sheets;

public class A_table_to_take_along
{
    private static readonly Sheet Table = new(
        "职责边界清单", [new("名称", 20), new("内容", 40)],
        [["=1+1", "两行\n文字"], ["+86", "带,号和\"引号\""], ["-1", "@函"], ["\u0001控制符", "<b>&"]]);

    [Fact]
    public void As_CSV_begins_with_the_mark_by_which_Excel_knows_Chinese()
    {
        var written = CsvSheet.Write(Table);
        written.Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
        Encoding.UTF8.GetString(written.AsSpan(3)).ShouldStartWith("名称,内容\r\n");
    }

    [Fact]
    public void As_CSV_holds_nothing_that_Excel_would_carry_out()
    {
        var lines = Encoding.UTF8.GetString(CsvSheet.Write(Table).AsSpan(3));
        lines.ShouldContain("\"'=1+1\",\"两行\n文字\"");
        lines.ShouldContain("\"'+86\",\"带,号和\"\"引号\"\"\"");
        lines.ShouldContain("\"'-1\",\"'@函\"");
    }

    [Fact]
    public void For_Excel_is_a_valid_workbook_of_plain_text()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(ExcelSheet.Write(Table)), isEditable: false);
        new OpenXmlValidator().Validate(document).Select(e => e.Description).ShouldBeEmpty();

        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        sheet.Descendants<CellFormula>().ShouldBeEmpty();
        sheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToArray())
            .ShouldBe([["名称", "内容"], ["=1+1", "两行\n文字"], ["+86", "带,号和\"引号\""], ["-1", "@函"], ["控制符", "<b>&"]]);
        document.WorkbookPart.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value.ShouldBe("职责边界清单");
    }

    [Fact]
    public void For_Excel_has_widths_and_a_bold_header_that_stays_in_sight()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(ExcelSheet.Write(Table)), isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        sheet.Descendants<Column>().Select(c => c.Width!.Value).ShouldBe([20, 40]);
        sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        var styles = document.WorkbookPart.WorkbookStylesPart!.Stylesheet;
        var formats = styles.CellFormats!.Elements<CellFormat>().ToArray();
        var fonts = styles.Fonts!.Elements<Font>().ToArray();
        var rows = sheet.Descendants<Row>().ToArray();
        fonts[(int)FormatOf(rows[0]).FontId!.Value].Bold.ShouldNotBeNull();
        fonts[(int)FormatOf(rows[1]).FontId!.Value].Bold.ShouldBeNull();
        FormatOf(rows[1]).Alignment!.WrapText!.Value.ShouldBeTrue();

        CellFormat FormatOf(Row row) => formats[(int)row.Elements<Cell>().First().StyleIndex!.Value];
    }
}
