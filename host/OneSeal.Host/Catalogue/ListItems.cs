using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Sdk;

namespace OneSeal.Host.Catalogue;

/// <summary>事项目录: the public catalogue, found by part of a name, a code or a department.</summary>
internal static class ListItems
{
    public sealed record Row(
        string Region, string Code, string Name, string Department, string Module, ItemType Type, HandlingType Handling);

    public static void MapListItems(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/items", async (
            string? region, string? q, string? department, int? limit, string? after, RequestRegion regions, NpgsqlDataSource database,
            CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(
                """
                select region, code, name, department, module, type, handling from oneseal.items
                where region = @region and code > coalesce(@after, '')
                  and (@q::text is null or name ilike '%' || @q || '%' or code like @q || '%')
                  and (@department::text is null or department = @department or department_code = @department)
                order by code limit @take
                """,
                new
                {
                    region = await regions.OfAsync(region, cancellationToken),
                    q = Like.Literal(q),
                    department,
                    after = page.Key(1)[0],
                    take = page.Take + 1,
                },
                cancellationToken: cancellationToken));
            return page.Of(rows.AsList(), r => [r.Code]);
        })
        .Anyone();
}
