using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>
/// Looks, every minute and region by region, for cases to which the passing of a day does something, and does it. Several hosts may look at
/// once: of two that find the same case one loses the race and nothing is lost.
/// </summary>
internal abstract class CaseSweep(NpgsqlDataSource database, CaseCommands cases, TimeProvider time, ILogger log, Worker? worker) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>The ids of the cases of a region ($1) that are concerned on a day ($2), the longest waiting first, some at a time.</summary>
    protected abstract string Concerned { get; }

    /// <summary>What is done to each; nothing if somebody was faster.</summary>
    protected abstract CaseCommands.Rule Rule { get; }

    /// <returns>To how many cases something was done.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var region in await LocalityBook.RegionsAsync(database, cancellationToken))
        {
            var now = time.GetUtcNow();
            foreach (var id in await ConcernedAsync(region, LocalTime.DayOf(now), cancellationToken))
                done += await ApplyAsync(region, id, now, cancellationToken) ? 1 : 0;
        }

        return done;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Sweeping.NowAndEveryAsync(BetweenLooks, RunAsync, time, log, stoppingToken, worker);

    private async Task<bool> ApplyAsync(string region, string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var happened = 0;
        try
        {
            await cases.ExecuteAsync(new CommandContext(Actor.System(region), now), id, Counted, cancellationToken);
            return happened > 0;
        }
        catch (Refusal e)
        {
            // A clerk, or another host, was faster.
            log.LogInformation("The sweep left case {Case} alone: {Reason}", id, e.Message);
            return false;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // One that cannot be read, say, must not keep all others waiting.
            log.LogError(e, "The sweep could not look after case {Case}; it is tried again.", id);
            return false;
        }

        IEnumerable<CaseEvent> Counted(Case @case, CaseMoment moment)
        {
            var events = Rule(@case, moment).ToArray();
            happened = events.Length;
            return events;
        }
    }

    private async Task<IReadOnlyList<string>> ConcernedAsync(string region, DateOnly today, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Concerned);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) found.Add(reader.GetString(0));
        return found;
    }
}
