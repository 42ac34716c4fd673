using System.Globalization;
using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Modules;
using OneSeal.Host.Texts;
using OneSeal.Sdk;
using static OneSeal.Host.Api.Conditions;

namespace OneSeal.Host.Catalogue;

/// <summary>
/// 事项目录: the public catalogue, found by name, pinyin initials, code, or any word of its forms and materials; what begins as was typed
/// comes first.
/// </summary>
internal static class ListItems
{
    /// <param name="Initials">拼音首字母.</param>
    /// <param name="Owner">Who decides it now; null once it is cancelled.</param>
    /// <param name="Served">Whether it can be handed in now: its module is enabled for whoever decides it.</param>
    public sealed record Row(
        string Region, string Code, string Name, string Department, string Module, ItemType Type, HandlingType Handling, string Initials,
        Organisation? Owner, bool Served);

    private sealed record Found(
        string Code, string Name, string Department, string DepartmentCode, string Module, string Type, string Handling, string Initials,
        string Owners, int Rank);

    public static void MapListItems(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/items", async (
            string? region, string? q, string? department, int? limit, string? after, RequestRegion regions, NpgsqlDataSource database,
            ModuleRegistry modules, TimeProvider time, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(2);
            var typed = Like.Literal(q);
            var of = await regions.OfAsync(region, cancellationToken);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Found>(new CommandDefinition(
                $"""
                select code, name, department, department_code, module, type, handling, initials, owners::text as owners, rank
                from oneseal.items, lateral (select {(typed is null ? "0" : Rank)} as rank) ranked
                where region = @region and rank is not null
                {When(key[1], "and (rank, code) > (@rank, @code)")}
                {When(department, "and (department = @department or department_code = @department)")}
                order by rank, code limit @take
                """,
                new
                {
                    region = of,
                    typed,
                    initials = typed?.ToLowerInvariant(),
                    department,
                    rank = RankOf(key[0]),
                    code = key[1],
                    take = page.Take + 1,
                },
                cancellationToken: cancellationToken));
            var now = time.GetUtcNow();
            var found = page.Of(rows.AsList(), r => [r.Rank.ToString(CultureInfo.InvariantCulture), r.Code]);
            return new Page<Row>([.. found.Items.Select(r => RowOf(of, r, modules, now))], found.Next);
        })
        .Anyone();

    // What was typed stands at the beginning of the name or code, of the initials, elsewhere in the name, or anywhere else.
    private const string Rank =
        """
        case when name ilike @typed || '%' or code ilike @typed || '%' then 1
             when initials like @initials || '%' then 2
             when name ilike '%' || @typed || '%' then 3
             when initials like '%' || @initials || '%' or code ilike '%' || @typed or words ilike '%' || @typed || '%' then 4 end
        """;

    private static Row RowOf(string region, Found found, ModuleRegistry modules, DateTimeOffset now)
    {
        var owner = JournalJson.Read<OwnedFrom[]>(found.Owners).LastOrDefault(o => o.From <= now)?.Owner;
        var service = modules.TryFindItem(ItemCode.Parse(found.Code), out var served) ? served.Service : null;
        return new Row(
            region, found.Code, found.Name, found.Department, found.Module, Enum.Parse<ItemType>(found.Type),
            Enum.Parse<HandlingType>(found.Handling), found.Initials, owner,
            owner is not null && (service == ModuleService.Bureau || (service is not null && owner.Code == found.DepartmentCode)));
    }

    private static int RankOf(string? part) => part is null ? 0
        : int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank
        : throw new Refusal("page-key-invalid") { Status = 400, Field = "after" };
}
