using OneSeal.Host.Sheets;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Boundaries;

/// <summary>清单变化: what is otherwise in one list than in an earlier one, item by item and column by column.</summary>
internal static class BoundaryDifference
{
    public static IReadOnlyList<BoundaryChange> Between(IEnumerable<Boundary> from, IEnumerable<Boundary> to)
    {
        var (before, after) = (from.ToDictionary(b => b.Item, StringComparer.Ordinal), to.ToDictionary(b => b.Item, StringComparer.Ordinal));
        return
        [
            .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
                .Select(item => Change(before.GetValueOrDefault(item), after.GetValueOrDefault(item))).OfType<BoundaryChange>(),
        ];
    }

    public static IReadOnlyList<Column<(BoundaryChange Change, ColumnChange? Column)>> Columns { get; } =
    [
        new(Text.Of("boundary.item"), 36, r => r.Change.Item),
        new(Text.Of("boundary.name"), 24, r => r.Change.ItemName),
        new(Text.Of("boundary.change"), 10, r => TextOf(r.Change.Kind)),
        new(Text.Of("boundary.column"), 20, r => r.Column?.Title ?? ""),
        new(Text.Of("boundary.before"), 44, r => r.Column?.Before ?? ""),
        new(Text.Of("boundary.after"), 44, r => r.Column?.After ?? ""),
    ];

    /// <summary>A line for each column that changed, and one for each item that came or went.</summary>
    public static IEnumerable<(BoundaryChange, ColumnChange?)> Lines(IEnumerable<BoundaryChange> changes) => changes.SelectMany(
        change => change.Columns.Count == 0 ? [(change, null)] : change.Columns.Select(c => (change, (ColumnChange?)c)));

    private static BoundaryChange? Change(Boundary? before, Boundary? after)
    {
        var columns = before is null || after is null ? [] : BoundaryColumns.All
            .Select(c => new ColumnChange(c.Title, c.Cell(before), c.Cell(after)))
            .Where(c => c.Before != c.After).ToArray();
        return (before, after) switch
        {
            (null, { } added) => new BoundaryChange(added.Item, added.ItemName, BoundaryChangeKind.Added, []),
            ({ } removed, null) => new BoundaryChange(removed.Item, removed.ItemName, BoundaryChangeKind.Removed, []),
            (_, { } changed) when columns.Length > 0 => new BoundaryChange(changed.Item, changed.ItemName, BoundaryChangeKind.Changed, columns),
            _ => null,
        };
    }

    private static string TextOf(BoundaryChangeKind kind) => kind switch
    {
        BoundaryChangeKind.Added => Text.Of("boundary.added"),
        BoundaryChangeKind.Removed => Text.Of("boundary.removed"),
        _ => Text.Of("boundary.changed"),
    };
}

internal enum BoundaryChangeKind { Added, Removed, Changed }

internal sealed record BoundaryChange(string Item, string ItemName, BoundaryChangeKind Kind, IReadOnlyList<ColumnChange> Columns);

/// <param name="Title">The column, as it is headed in the list.</param>
internal sealed record ColumnChange(string Title, string Before, string After);
