using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Oversight;

/// <summary>责任追究: the delays of one case, push or whatever it is, with the chain of who did what on it and when.</summary>
internal static class ShowDelay
{
    public sealed record Answer(string Kind, string Id, IReadOnlyList<Line> Delays, IReadOnlyList<Deed> Chain);

    public sealed record Line(
        string Key, string Title, string Organisation, string OrganisationName, Role Role, DateOnly Due, DateOnly RecordedOn,
        DateOnly? DoneOn);

    public static void MapShowDelay(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/oversight/delays/{kind}/{id}", async (
            string kind, string id, Actor actor, EventJournal journal, LocalityBook localities, NpgsqlDataSource database,
            CancellationToken cancellationToken) =>
        {
            var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
            var stream = new StreamName(actor.Region, $"{kind}:{id}");
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var delays = (await connection.QueryAsync<Line>(new CommandDefinition(
                """
                select key, title, organisation, organisation_name, role, due, recorded_on, done_on
                from oneseal.delays
                where region = @region and stream = @stream and (@whose::text is null or organisation = @whose)
                order by due, key
                """,
                new { region = actor.Region, stream = stream.Name, whose = OversightScope.Of(actor, locality, null) },
                cancellationToken: cancellationToken))).AsList();
            if (delays.Count == 0) throw Refusal.NotFound("delay-unknown", ("kind", kind), ("id", id));
            return new Answer(kind, id, delays, await Deed.OfAsync(journal, stream, cancellationToken));
        })
        .RequireRoles(OversightScope.Overseers);
}
