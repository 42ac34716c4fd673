using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Oversight;

/// <summary>
/// 电子监察: looks, every minute and region by region, for tasks whose day has passed, and records each delay on the stream it is about.
/// Several hosts may look at once: of two that find the same one loses the race, and the delay is recorded once.
/// </summary>
internal sealed class DelaySweep(
    NpgsqlDataSource database, EventJournal journal, TimeProvider time, ILogger<DelaySweep> log, Workers? workers = null)
    : BackgroundService
{
    private const int StreamsInALook = 500;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <returns>How many delays were recorded.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var recorded = 0;
        foreach (var region in await LocalityBook.RegionsAsync(database, cancellationToken))
        {
            var now = time.GetUtcNow();
            IReadOnlyList<string> late;
            var after = "";
            do
            {
                late = await LateAsync(region, LocalTime.DayOf(now), after, cancellationToken);
                foreach (var stream in late) recorded += await RecordAsync(new StreamName(region, stream), now, cancellationToken);
                after = late.LastOrDefault(after);
            }
            while (late.Count == StreamsInALook);
        }

        return recorded;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Sweeping.NowAndEveryAsync(BetweenLooks, RunAsync, time, log, stoppingToken, workers?.Of("delays"));

    private async Task<int> RecordAsync(StreamName stream, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await journal.ExecuteAsync(
                new CommandContext(Actor.System(stream.Region), now),
                async work => new Recorded(await DelayedStreams.All[stream.Kind](work, stream.Id, cancellationToken)),
                cancellationToken);
            return answer.Count;
        }
        catch (Refusal e) when (e.Code == "version-conflict")
        {
            // Somebody did something at this very moment, or another host was faster. The next look sees what is left to record.
            log.LogInformation("A delay of {Stream} was not recorded this time: {Reason}", stream, e.Message);
            return 0;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // One that cannot be read, say, must not keep all others waiting.
            log.LogError(e, "The delays of {Stream} could not be recorded; it is tried again.", stream);
            return 0;
        }
    }

    // What is on record already is passed by here and not only by the rule: every look would else load all that was ever late.
    private async Task<IReadOnlyList<string>> LateAsync(string region, DateOnly today, string after, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select distinct stream from oneseal.tasks t
            where region = $1 and due < $2 and stream > $3 and split_part(stream, ':', 1) = any($4)
              and not exists (
                select from oneseal.delays d where d.region = t.region and d.stream = t.stream and d.key = t.key and d.due = t.due)
            order by stream limit $5
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. DelayedStreams.All.Keys] });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = StreamsInALook });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) found.Add(reader.GetString(0));
        return found;
    }

    private sealed record Recorded(int Count);
}
