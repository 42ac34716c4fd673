using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Seals;

/// <summary>印章与用印台账: the seals, and every use that was made of each.</summary>
internal static class ShowSeals
{
    public sealed record Row(string Id, string Name, string Organisation, string Code, string Status);

    public sealed record Sealing(string Document, string Stream, string ByName, DateTimeOffset At);

    public sealed record Answer(string Id, int Version, Seal Seal, IReadOnlyList<HistoryLine> History) : IVersioned;

    public static void MapShowSeals(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/seals", async (Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            return await connection.QueryAsync<Row>(new CommandDefinition(
                "select id, name, organisation, code, status from oneseal.seals where region = @region order by id limit 200",
                new { region = actor.Region }, cancellationToken: cancellationToken));
        }).RequireRoles(Roles.Staff);

        routes.MapGet("/api/seals/{id}", async (
            string id, Actor actor, HttpResponse response, EventJournal journal, CancellationToken cancellationToken) =>
        {
            var seal = await journal.LoadAsync(Seal.Kind, Seal.Kind.Stream(actor.Region, id), cancellationToken);
            if (!seal.Exists) throw Refusal.NotFound("seal-unknown", ("id", id));
            response.Headers.ETag = Versions.ETag(seal.Version);
            return new Answer(id, seal.Version, seal.State, [.. (await journal.EventsAsync(seal.Name, cancellationToken)).Select(HistoryLine.Of)]);
        }).RequireRoles(Roles.Staff);

        routes.MapGet("/api/seals/{id}/sealings", async (
            string id, int? limit, string? after, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(2);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Sealing>(new CommandDefinition(
                """
                select document, stream, by_name, at from oneseal.sealings
                where region = @region and seal = @id and (@at::timestamptz is null or (at, document) < (@at, @document))
                order by at desc, document desc limit @take
                """,
                new
                {
                    region = actor.Region,
                    id,
                    take = page.Take + 1,
                    document = key[1],
                    at = key[0] is null ? (DateTimeOffset?)null : Instants.Parse(key[0]!, "after"),
                },
                cancellationToken: cancellationToken));
            return page.Of(rows.AsList(), r => [r.At.ToString("O"), r.Document]);
        }).RequireRoles(Role.SealKeeper, Role.Administrator, Role.DepartmentOfficer);
    }
}
