using Npgsql;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Linkage;
using OneSeal.Host.Requests;

namespace OneSeal.Host.Localities;

/// <summary>The streams of one kind that carry dates which follow from the calendar.</summary>
/// <param name="Ids">The query for those of a region ($1) whose dates still run.</param>
/// <param name="RederiveAsync">Derives the dates of one anew, with the reason; says whether any moved.</param>
internal sealed record RunningDates(string Ids, Func<JournalWork, string, string, CancellationToken, Task<bool>> RederiveAsync)
{
    public static RunningDates OfCases(CaseCommands cases) => new(
        $"select id from oneseal.cases where region = $1 and stage in ({Quoted(RederiveDeadlines.Running)}) order by id",
        async (work, id, reason, cancellationToken) =>
        {
            var stream = await cases.LoadAsync(work, id, cancellationToken);
            var moved = RederiveDeadlines.Decide(stream.State, await cases.MomentAsync(work, id, cancellationToken), reason).ToArray();
            await cases.AppendAsync(work, stream, moved, cancellationToken);
            return moved.Length > 0;
        });

    public static RunningDates OfClaims(LocalityBook localities) => new(
        "select id from oneseal.pushes where region = $1 and state = 'Waiting' order by id",
        async (work, id, reason, cancellationToken) =>
        {
            var (_, calendar) = await localities.OfAsync(work.Context.Region, cancellationToken);
            var stream = await work.LoadAsync(Push.Kind, id, cancellationToken);
            var moved = RederiveClaims.Decide(stream.State, calendar, reason).ToArray();
            work.Append(stream, moved);
            return moved.Length > 0;
        });

    public static RunningDates OfRequests(RequestCommands requests) => new(
        "select id from oneseal.requests where region = $1 and is_open order by id",
        async (work, id, reason, cancellationToken) =>
        {
            var stream = await requests.LoadAsync(work, id, cancellationToken);
            var moved = RederiveRequest.Decide(stream.State, await requests.MomentAsync(work, id, cancellationToken), reason).ToArray();
            work.Append(stream, moved);
            return moved.Length > 0;
        });

    public async Task<IReadOnlyList<string>> RunningAsync(NpgsqlDataSource database, string region, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Ids);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) ids.Add(reader.GetString(0));
        return ids;
    }

    private static string Quoted(IEnumerable<CaseStage> stages) => string.Join(", ", stages.Select(s => $"'{s}'"));
}
