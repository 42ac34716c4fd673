using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>
/// Looks, every minute and region by region, for applications that nobody answered within five working days, and lets the law accept them.
/// Several hosts may look at once: of two that find the same case one loses the race and nothing is lost.
/// </summary>
internal sealed class AcceptanceSweep(
    NpgsqlDataSource database, CaseCommands cases, TimeProvider time, ILogger<AcceptanceSweep> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <returns>How many cases were deemed accepted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var accepted = 0;
        foreach (var region in await LocalityBook.RegionsAsync(database, cancellationToken))
        {
            var now = time.GetUtcNow();
            foreach (var id in await UnansweredAsync(region, LocalTime.DayOf(now), cancellationToken))
                accepted += await AcceptAsync(region, id, now, cancellationToken) ? 1 : 0;
        }

        return accepted;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "The sweep of unanswered applications failed; it is run again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> AcceptAsync(string region, string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await cases.ExecuteAsync(
                new CommandContext(Actor.System(region), now), id, DeemAccepted.Decide, cancellationToken);
            return answer.Stage != CaseStage.Filed;
        }
        catch (Refusal e)
        {
            // A clerk, or another host, was faster.
            log.LogInformation("Case {Case} was not deemed accepted: {Reason}", id, e.Message);
            return false;
        }
    }

    private async Task<IReadOnlyList<string>> UnansweredAsync(string region, DateOnly today, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select id from oneseal.cases where region = $1 and stage = 'Filed' and respond_by < $2 order by respond_by, id limit 500");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) found.Add(reader.GetString(0));
        return found;
    }
}
