using Microsoft.AspNetCore.Http.HttpResults;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Sheets;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Boundaries;

/// <summary>职责边界清单、权责清单: published lists as of any day, for programs and to take along, and what changed between two days.</summary>
internal static class ShowBoundaries
{
    /// <param name="On">The day; today if not said.</param>
    /// <param name="Department">An organisation by name or code; all if not said.</param>
    public sealed record Asked(string? Region, string? On, string? Department);

    /// <param name="From">The earlier day.</param>
    /// <param name="To">The later day; today if not said.</param>
    public sealed record AskedDifference(string? Region, string From, string? To, string? Department);

    public static void MapShowBoundaries(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/boundaries", async (
            [AsParameters] Asked asked, int? limit, string? after, BoundaryReader reader, CancellationToken cancellationToken) =>
            PageOf((await reader.ReadAsync(asked, cancellationToken)).List, limit, after, b => b.Item)).Anyone();
        routes.MapGet("/api/boundaries/organisations", async (
            string? region, string? on, BoundaryReader reader, CancellationToken cancellationToken) =>
            (await reader.ReadAsync(new Asked(region, on, null), cancellationToken)).List
                .SelectMany(b => b.Organisations).DistinctBy(o => o.Code).OrderBy(o => o.Code, StringComparer.Ordinal)).Anyone();
        routes.MapGet("/api/boundaries.csv", async (
            [AsParameters] Asked asked, BoundaryReader reader, CancellationToken cancellationToken) =>
            Csv(await BoundariesAsync(reader, asked, cancellationToken))).Produces<string>(StatusCodes.Status200OK, "text/csv").Anyone();
        routes.MapGet("/api/boundaries.xlsx", async (
            [AsParameters] Asked asked, BoundaryReader reader, CancellationToken cancellationToken) =>
            Excel(await BoundariesAsync(reader, asked, cancellationToken)))
            .Produces<byte[]>(StatusCodes.Status200OK, ExcelSheet.MediaType).Anyone();

        routes.MapGet("/api/duties", async (
            [AsParameters] Asked asked, int? limit, string? after, BoundaryReader reader, CancellationToken cancellationToken) =>
            PageOf(await DutiesAsync(reader, asked, cancellationToken), limit, after, KeyOf)).Anyone();
        routes.MapGet("/api/duties.csv", async (
            [AsParameters] Asked asked, BoundaryReader reader, CancellationToken cancellationToken) =>
            Csv(await DutySheetAsync(reader, asked, cancellationToken))).Produces<string>(StatusCodes.Status200OK, "text/csv").Anyone();
        routes.MapGet("/api/duties.xlsx", async (
            [AsParameters] Asked asked, BoundaryReader reader, CancellationToken cancellationToken) =>
            Excel(await DutySheetAsync(reader, asked, cancellationToken)))
            .Produces<byte[]>(StatusCodes.Status200OK, ExcelSheet.MediaType).Anyone();

        routes.MapGet("/api/boundaries/difference", async (
            [AsParameters] AskedDifference asked, int? limit, string? after, BoundaryReader reader, CancellationToken cancellationToken) =>
            PageOf((await reader.ReadAsync(asked, cancellationToken)).Changes, limit, after, c => c.Item)).Anyone();
        routes.MapGet("/api/boundaries/difference.csv", async (
            [AsParameters] AskedDifference asked, BoundaryReader reader, CancellationToken cancellationToken) =>
        {
            var (changes, from, to) = await reader.ReadAsync(asked, cancellationToken);
            var name = Text.Of("boundary.difference-title", ("from", from), ("to", to));
            return Csv(Sheet.Of(name, BoundaryDifference.Columns, BoundaryDifference.Lines(changes)));
        }).Produces<string>(StatusCodes.Status200OK, "text/csv").Anyone();
    }

    /// <summary>In the order of its rows, each with a key of its own.</summary>
    private static string KeyOf(Duty duty) => $"{duty.Organisation.Code} {duty.Item} {duty.Kind} {duty.Step}";

    private static async Task<Sheet> BoundariesAsync(BoundaryReader reader, Asked asked, CancellationToken cancellationToken)
    {
        var (list, day) = await reader.ReadAsync(asked, cancellationToken);
        return Sheet.Of(Text.Of("boundary.title", ("date", day)), BoundaryColumns.All, list);
    }

    private static async Task<IReadOnlyList<Duty>> DutiesAsync(BoundaryReader reader, Asked asked, CancellationToken cancellationToken) =>
    [
        .. DutyList.Of((await reader.ReadAsync(asked, cancellationToken)).List)
            .Where(d => asked.Department is not { } department || d.Organisation.Name == department || d.Organisation.Code == department)
            .OrderBy(KeyOf, StringComparer.Ordinal),
    ];

    private static async Task<Sheet> DutySheetAsync(BoundaryReader reader, Asked asked, CancellationToken cancellationToken) => Sheet.Of(
        Text.Of("boundary.duty-title", ("date", reader.DayOf(asked.On, "on"))), DutyList.Columns,
        await DutiesAsync(reader, asked, cancellationToken));

    private static Page<T> PageOf<T>(IEnumerable<T> rows, int? limit, string? after, Func<T, string> key)
    {
        var page = new PageRequest(limit, after);
        var from = page.Key(1)[0];
        return page.Of([.. rows.Where(r => string.CompareOrdinal(key(r), from) > 0).Take(page.Take + 1)], r => [key(r)]);
    }

    // The framework writes the name twice, once in Chinese as RFC 5987 has it.
    private static FileContentHttpResult Csv(Sheet sheet) => TypedResults.File(CsvSheet.Write(sheet), CsvSheet.MediaType, sheet.Name + ".csv");

    private static FileContentHttpResult Excel(Sheet sheet) => TypedResults.File(ExcelSheet.Write(sheet), ExcelSheet.MediaType, sheet.Name + ".xlsx");
}

/// <summary>Reads the lists that a request asks for.</summary>
internal sealed class BoundaryReader(BoundaryBook book, RequestRegion regions, TimeProvider time)
{
    public async Task<(IReadOnlyList<Boundary> List, DateOnly Day)> ReadAsync(
        ShowBoundaries.Asked asked, CancellationToken cancellationToken)
    {
        var day = DayOf(asked.On, "on");
        var region = await regions.OfAsync(asked.Region, cancellationToken);
        return (await book.OnAsync(region, day, asked.Department, cancellationToken), day);
    }

    public async Task<(IReadOnlyList<BoundaryChange> Changes, DateOnly From, DateOnly To)> ReadAsync(
        ShowBoundaries.AskedDifference asked, CancellationToken cancellationToken)
    {
        var (from, to) = (DayOf(asked.From, "from"), DayOf(asked.To, "to"));
        if (from > to) throw new Refusal("difference-backwards", ("from", from), ("to", to)) { Status = 400, Field = "from" };
        var region = await regions.OfAsync(asked.Region, cancellationToken);
        // An item that a department has left is its business too: both lists are compared as a whole before one looks for it.
        var before = await book.OnAsync(region, from, null, cancellationToken);
        var after = await book.OnAsync(region, to, null, cancellationToken);
        var concerned = before.Concat(after)
            .Where(b => asked.Department is null || b.Concerns(asked.Department))
            .Select(b => b.Item).ToHashSet(StringComparer.Ordinal);
        return ([.. BoundaryDifference.Between(before, after).Where(c => concerned.Contains(c.Item))], from, to);
    }

    public DateOnly DayOf(string? day, string field) =>
        LocalTime.DayOf(string.IsNullOrEmpty(day) ? time.GetUtcNow() : Instants.Parse(day, field));
}
