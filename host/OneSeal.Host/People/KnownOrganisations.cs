using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Localities;

namespace OneSeal.Host.People;

/// <summary>本地区的单位: the bureau, whoever has items, whoever an item was or can be handed to, and whoever has a seal.</summary>
internal static class KnownOrganisations
{
    /// <param name="Roles">The roles that a post in it can have.</param>
    public sealed record Answer(string Name, string Code, bool IsBureau, IReadOnlyList<Role> Roles);

    private sealed record Row(string Name, string Code);

    public static void MapKnownOrganisations(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/organisations", async (
            Actor actor, LocalityBook localities, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
            var known = await ReadAsync(database, locality, cancellationToken);
            return TypedResults.Ok(known.Select(o => new Answer(
                o.Name, o.Code, o.Code == locality.Bureau.Code, PostRules.RolesIn(o, locality))).ToArray());
        })
        .RequireRoles(Role.Administrator).OfBureau();

    public static async Task<Organisation?> FindAsync(
        NpgsqlDataSource database, Locality locality, string code, CancellationToken cancellationToken) =>
        (await ReadAsync(database, locality, cancellationToken)).FirstOrDefault(o => o.Code == code);

    private static async Task<IReadOnlyList<Organisation>> ReadAsync(
        NpgsqlDataSource database, Locality locality, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            select distinct on (code) name, code from (
              select department as name, department_code as code, 1 as place from oneseal.items where region = @region
              union all select to_name, to_code, 2 from oneseal.memoranda where region = @region
              union all select organisation, code, 3 from oneseal.seals where region = @region) named
            where code <> @bureau order by code, place, name
            """,
            new { region = locality.Region, bureau = locality.Bureau.Code }, cancellationToken: cancellationToken));
        return [locality.Bureau, .. rows.Select(r => new Organisation(r.Name, r.Code))];
    }
}
