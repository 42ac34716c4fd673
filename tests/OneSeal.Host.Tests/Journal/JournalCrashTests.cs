using Npgsql;
using OneSeal.Host.Journal;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Journal;

[Collection(PostgresFixture.Collection)]
public class JournalCrashTests(PostgresFixture postgres)
{
    private const int Clerks = 4;
    private const int Commands = 12;

    /// <summary>
    /// Connections die in the middle of batches, and nobody knows whether the command was carried out. Each is sent again under its key
    /// until it answers: then each was done exactly once, as a whole.
    /// </summary>
    [Fact]
    public async Task A_command_whose_connection_dies_is_done_as_a_whole_or_not_at_all()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        using var finished = new CancellationTokenSource();
        var killing = KillAsync(bureau, finished.Token);

        var deaths = await Task.WhenAll(Enumerable.Range(0, Clerks).Select(clerk => Task.Run(() => WorkAsync(bureau, clerk))));

        await finished.CancelAsync();
        (await killing).ShouldBeGreaterThan(0);
        deaths.Sum().ShouldBeGreaterThan(0);
        var verified = await bureau.VerifyAsync();
        // Each command enters a document in two books; each book was opened once.
        verified.ShouldBe(new JournalVerification(Streams: 2 * Clerks, Events: (2 * Clerks) + (2 * Clerks * Commands), Broken: null));
        (await bureau.CountAsync("commands"), await bureau.CountAsync("stamps"), await bureau.CountAsync("deliveries"))
            .ShouldBe((Clerks * Commands, 2 * Clerks * Commands, 2 * Clerks * Commands));
    }

    private static async Task<int> WorkAsync(Bureau bureau, int clerk)
    {
        var deaths = 0;
        for (var number = 0; number < Commands;)
        {
            try
            {
                await bureau.Journal.ExecuteAsync(
                    bureau.Context(key: $"{clerk}-{number}"),
                    async work =>
                    {
                        await Bureau.StampAsync(work, $"{clerk}-incoming", $"公文{number}");
                        work.Also(JournalSql.Statement("select pg_sleep(0.02)"));
                        return await Bureau.StampAsync(work, $"{clerk}-outgoing", $"公文{number}");
                    },
                    CancellationToken.None);
                number++;
            }
            catch (NpgsqlException)
            {
                deaths++;
            }
        }

        return deaths;
    }

    /// <summary>Ends, now and then, every connection that is in the middle of a batch.</summary>
    private static async Task<long> KillAsync(Bureau bureau, CancellationToken cancellationToken)
    {
        var name = new NpgsqlConnectionStringBuilder(bureau.Database.ConnectionString).Database!;
        var killed = 0L;
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(70, CancellationToken.None);
            try
            {
                await using var command = bureau.Database.CreateCommand(
                    """
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                    where datname = $1 and state = 'active' and wait_event = 'PgSleep' and pid <> pg_backend_pid()
                    """);
                command.Parameters.Add(new() { Value = name });
                killed += (long)(await command.ExecuteScalarAsync(CancellationToken.None))!;
            }
            catch (NpgsqlException)
            {
                // It found a connection that it had ended itself.
            }
        }

        return killed;
    }
}
