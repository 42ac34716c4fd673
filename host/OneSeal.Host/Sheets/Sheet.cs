namespace OneSeal.Host.Sheets;

/// <summary>A table that people take with them: the same columns and cells as CSV and for Excel.</summary>
/// <param name="Name">What it is, in Chinese; the file is named after it.</param>
internal sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static Sheet Of<T>(string name, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) => new(
        name, [.. columns.Select(c => new SheetColumn(c.Title, c.Width))],
        [.. rows.Select(row => columns.Select(c => c.Cell(row)).ToArray())]);
}

/// <param name="Width">In characters of Latin script; a Chinese one takes two.</param>
internal sealed record SheetColumn(string Title, int Width);

/// <summary>A column of a list of things, and what stands in it of each.</summary>
internal sealed record Column<T>(string Title, int Width, Func<T, string> Cell);
