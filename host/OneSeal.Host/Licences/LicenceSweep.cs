using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Licences;

/// <summary>
/// Looks, every minute and region by region, for licences to which days have done something, and writes it down; what is asked of a licence
/// meanwhile is answered as if it were written already. Several hosts may look at once: one loses the race and nothing is lost.
/// </summary>
internal sealed class LicenceSweep(
    NpgsqlDataSource database, EventJournal journal, LicenceCommands licences, TimeProvider time, ILogger<LicenceSweep> log,
    Workers? workers = null)
    : BackgroundService
{
    public const string OverBy =
        """
        select identifier from oneseal.licences where region = $1 and stands_until < $2 order by stands_until, identifier limit 500
        """;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <returns>How many licences have changed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var region in await LocalityBook.RegionsAsync(database, cancellationToken))
        {
            var context = new CommandContext(Actor.System(region), time.GetUtcNow());
            foreach (var identifier in await OverAsync(context, cancellationToken))
                changed += await LetTimePassAsync(context, identifier, cancellationToken) ? 1 : 0;
        }

        return changed;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Sweeping.NowAndEveryAsync(BetweenLooks, RunAsync, time, log, stoppingToken, workers?.Of("licences"));

    private async Task<bool> LetTimePassAsync(CommandContext context, string identifier, CancellationToken cancellationToken)
    {
        try
        {
            await journal.ExecuteAsync(
                context,
                async work => await licences.LetTimePassAsync(
                    work, await work.LoadAsync(Licence.Kind, identifier, cancellationToken), cancellationToken),
                cancellationToken);
            return true;
        }
        catch (Refusal e)
        {
            // A person, or another host, was faster.
            log.LogInformation("Licence {Licence} was left as it stands: {Reason}", identifier, e.Message);
            return false;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // One that cannot be read, say, must not keep all others waiting.
            log.LogError(e, "Licence {Licence} could not be looked after; it is tried again.", identifier);
            return false;
        }
    }

    private async Task<IReadOnlyList<string>> OverAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(OverBy);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = context.Region });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = LocalTime.DayOf(context.At) });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) found.Add(reader.GetString(0));
        return found;
    }
}
