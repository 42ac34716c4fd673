using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

/// <summary>The connections, and what of their callbacks was refused.</summary>
internal static class ShowConnections
{
    public sealed record Row(string Organisation, string Name, string Url, string State);

    public sealed record Refused(string Code, DateTimeOffset Minute, int Count, string LastFrom);

    public static void MapShowConnections(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/connections", async (
            int? limit, string? after, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(
                """
                select organisation, name, url, state from oneseal.connections
                where region = @region and (@after::text is null or organisation > @after) order by organisation limit @take
                """,
                new { region = actor.Region, after = page.Key(1)[0], take = page.Take + 1 }, cancellationToken: cancellationToken));
            return page.Of(rows.AsList(), r => [r.Organisation]);
        }).RequireRoles(Role.Administrator).OfBureau();

        routes.MapGet("/api/connections/{organisation}", async (
            string organisation, Actor actor, HttpResponse response, EventJournal journal, CancellationToken cancellationToken) =>
        {
            var stream = await journal.LoadAsync(Connection.Kind, Connection.Kind.Stream(actor.Region, organisation), cancellationToken);
            if (!stream.Exists) throw Refusal.NotFound("connection-unknown", ("id", organisation));
            response.Headers.ETag = Versions.ETag(stream.Version);
            return ConnectionAnswer.Of(stream);
        }).RequireRoles(Role.Administrator).OfBureau();

        routes.MapGet("/api/connections/{organisation}/refused", async (
            string organisation, int? limit, string? after, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(2);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Refused>(new CommandDefinition(
                """
                select code, minute, count, last_from from oneseal.refused_callbacks
                where region = @region and organisation = @organisation
                  and (@minute::timestamptz is null or (minute, code) < (@minute, @code))
                order by minute desc, code desc limit @take
                """,
                new
                {
                    region = actor.Region,
                    organisation,
                    minute = key[0] is { } minute ? Instants.Parse(minute, "after") : (DateTimeOffset?)null,
                    code = key[1],
                    take = page.Take + 1,
                },
                cancellationToken: cancellationToken));
            return page.Of(rows.AsList(), r => [r.Minute.ToString("O"), r.Code]);
        }).RequireRoles(Role.Administrator).OfBureau();
    }
}
