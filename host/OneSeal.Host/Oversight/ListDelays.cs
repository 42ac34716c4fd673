using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using static OneSeal.Host.Api.Conditions;

namespace OneSeal.Host.Oversight;

/// <summary>超时记录: what was not done by its day, whoever had to do it, the latest record first.</summary>
internal static class ListDelays
{
    /// <param name="WorkingDaysLate">Until it was done, or until today.</param>
    public sealed record Row(
        string Kind, string Id, string Key, string Title, string Organisation, string OrganisationName, Role Role, string Number,
        string ItemName, string Party, DateOnly Due, DateOnly RecordedOn, DateOnly? DoneOn, int WorkingDaysLate);

    private sealed record Found(
        string Stream, string Key, string Title, string Organisation, string OrganisationName, Role Role, string Number, string ItemName,
        string Party, DateOnly Due, DateOnly RecordedOn, DateOnly? DoneOn);

    public static void MapListDelays(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/oversight/delays", async (
            string? organisation, string? kind, bool? open, int? limit, string? after, Actor actor, LocalityBook localities,
            NpgsqlDataSource database, TimeProvider time, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(4);
            var (locality, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            var today = LocalTime.DayOf(time.GetUtcNow());
            var whose = OversightScope.Of(actor, locality, organisation);
            var sql = $"""
                select stream, key, title, organisation, organisation_name, role, number, item_name, party, due, recorded_on, done_on
                from oneseal.delays
                where region = @region
                {When(whose, "and organisation = @whose")}
                {When(OversightScope.StreamsOf(kind), "and split_part(stream, ':', 1) = @kind")}
                {When(open, open == true ? "and done_on is null" : "and done_on is not null")}
                {When(key[0], "and (recorded_on, stream, key, due) < (@recordedOn, @stream, @key, @due)")}
                order by recorded_on desc, stream desc, key desc, due desc limit @take
                """;
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Found>(new CommandDefinition(
                sql,
                new
                {
                    region = actor.Region,
                    whose,
                    kind,
                    take = page.Take + 1,
                    recordedOn = key[0] is { } day ? PageRequest.Day(day) : (DateOnly?)null,
                    stream = key[1],
                    key = key[2],
                    due = key[3] is { } due ? PageRequest.Day(due) : (DateOnly?)null,
                },
                cancellationToken: cancellationToken));
            return page.Of([.. rows.Select(r => RowOf(actor.Region, r, today, calendar))], KeyOf);
        })
        .RequireRoles(OversightScope.Overseers);

    private static Row RowOf(string region, Found d, DateOnly today, WorkCalendar calendar)
    {
        var stream = new StreamName(region, d.Stream);
        return new Row(
            stream.Kind, stream.Id, d.Key, d.Title, d.Organisation, d.OrganisationName, d.Role, d.Number, d.ItemName, d.Party, d.Due,
            d.RecordedOn, d.DoneOn, -Clock.WorkingDaysLeft(d.DoneOn ?? today, d.Due, calendar));
    }

    private static string[] KeyOf(Row r) =>
        [r.RecordedOn.ToString("yyyy-MM-dd"), $"{r.Kind}:{r.Id}", r.Key, r.Due.ToString("yyyy-MM-dd")];
}
