using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Catalogue;

/// <summary>The names of items by their codes: lists and memoranda hold codes, and people read names.</summary>
internal static class NameItems
{
    private const int Most = 200;

    public sealed record Row(string Code, string Name, string Department);

    public static void MapNameItems(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/item-names", async (
            string[] code, string? region, RequestRegion regions, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            if (code.Length > Most) throw new Refusal("too-many-codes", ("most", Most)) { Status = 400, Field = "code" };
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            return await connection.QueryAsync<Row>(new CommandDefinition(
                "select code, name, department from oneseal.items where region = @region and code = any(@code) order by code",
                new { region = await regions.OfAsync(region, cancellationToken), code }, cancellationToken: cancellationToken));
        })
        .Anyone();
}
