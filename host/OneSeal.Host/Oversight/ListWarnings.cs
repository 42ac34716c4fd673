using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Worklist;
using static OneSeal.Host.Api.Conditions;

namespace OneSeal.Host.Oversight;

/// <summary>预警: the tasks of the whole region whose day is near or past, most urgent first.</summary>
internal static class ListWarnings
{
    /// <param name="WorkingDaysLeft">Negative where it is late.</param>
    public sealed record Row(
        string Kind, string Id, string Key, string Title, string Organisation, string OrganisationName, Role Role, string Number,
        string ItemName, string Party, DateOnly Due, DateOnly Since, TaskLight Light, int WorkingDaysLeft);

    private sealed record Found(
        string Stream, string Key, string Title, string Owner, string OwnerName, Role Role, string Number, string ItemName, string Party,
        DateOnly Due, DateOnly Since);

    public static void MapListWarnings(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/oversight/warnings", async (
            string? organisation, string? kind, int? limit, string? after, Actor actor, LocalityBook localities,
            NpgsqlDataSource database, TimeProvider time, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(3);
            var (locality, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            var today = LocalTime.DayOf(time.GetUtcNow());
            var rule = locality.TermsOn(today).Light;
            var whose = OversightScope.Of(actor, locality, organisation);
            var sql = $"""
                select stream, key, title, owner, owner_name, role, number, item_name, party, due, since
                from oneseal.tasks
                where region = @region and due <= @until
                {When(whose, "and owner = @whose")}
                {When(OversightScope.StreamsOf(kind), "and split_part(stream, ':', 1) = @kind")}
                {When(key[0], "and (due, stream, key) > (@due, @stream, @key)")}
                order by due, stream, key limit @take
                """;
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Found>(new CommandDefinition(
                sql,
                new
                {
                    region = actor.Region,
                    whose,
                    kind,
                    until = TaskLights.NearUntil(today, calendar, rule),
                    take = page.Take + 1,
                    due = key[0] is { } day ? PageRequest.Day(day) : (DateOnly?)null,
                    stream = key[1],
                    key = key[2],
                },
                cancellationToken: cancellationToken));
            return page.Of(
                [.. rows.Select(r => RowOf(actor.Region, r, today, calendar, rule))],
                r => [r.Due.ToString("yyyy-MM-dd"), $"{r.Kind}:{r.Id}", r.Key]);
        })
        .RequireRoles(OversightScope.Overseers);

    private static Row RowOf(string region, Found t, DateOnly today, WorkCalendar calendar, LightRule rule)
    {
        var stream = new StreamName(region, t.Stream);
        return new Row(
            stream.Kind, stream.Id, t.Key, t.Title, t.Owner, t.OwnerName, t.Role, t.Number, t.ItemName, t.Party, t.Due, t.Since,
            TaskLights.Of(t.Due, today, calendar, rule)!.Value, Clock.WorkingDaysLeft(today, t.Due, calendar));
    }
}
