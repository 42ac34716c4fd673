using Npgsql;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Oversight;

/// <summary>Forgets, every hour, refused attempts that are older than a year. Several hosts may do so at once.</summary>
internal sealed class RefusedSweep(NpgsqlDataSource database, TimeProvider time, ILogger<RefusedSweep> log, Workers? workers = null)
    : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    /// <returns>How many were forgotten.</returns>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        // In portions, so that no transaction grows long.
        for (var forgotten = 0L; ;)
        {
            await using var command = database.CreateCommand(
                """
                delete from oneseal.refused_attempts
                where ctid = any(array(select ctid from oneseal.refused_attempts where minute < $1 limit 10000))
                """);
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = time.GetUtcNow() - KeptFor });
            var portion = await command.ExecuteNonQueryAsync(cancellationToken);
            if (portion == 0) return forgotten;
            forgotten += portion;
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Sweeping.EveryAsync(BetweenLooks, RunAsync, time, log, stoppingToken, workers?.Of("refused"));
}
