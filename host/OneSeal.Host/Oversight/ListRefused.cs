using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Oversight;

/// <summary>被拒操作: who tried what and was refused, newest first.</summary>
internal static class ListRefused
{
    public sealed record Row(
        DateTimeOffset Minute, Guid Actor, string ActorName, string OrganisationName, string Role, string Route, string Path, string Code,
        short Status, string Message, long Attempts, DateTimeOffset FirstAt, DateTimeOffset LastAt);

    public static void MapListRefused(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/oversight/refused", async (
            int? limit, string? after, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(4);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(
                """
                select minute, actor, actor_name, organisation_name, role, route, path, code, status, message, attempts, first_at, last_at
                from oneseal.refused_attempts
                where region = @region
                  and (@minute::timestamptz is null or (minute, actor, route, code) < (@minute, @person, @route, @code))
                order by minute desc, actor desc, route desc, code desc limit @take
                """,
                new
                {
                    region = actor.Region,
                    minute = key[0] is { } minute ? Instants.Parse(minute, "after") : (DateTimeOffset?)null,
                    person = PageRequest.Identity(key[1]),
                    route = key[2],
                    code = key[3],
                    take = page.Take + 1,
                },
                cancellationToken: cancellationToken));
            return page.Of(rows.AsList(), r => [r.Minute.ToString("O"), r.Actor.ToString(), r.Route, r.Code]);
        })
        .RequireRoles(Role.Administrator).OfBureau();
}
