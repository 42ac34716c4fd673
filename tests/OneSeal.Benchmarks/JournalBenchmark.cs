using System.Diagnostics;
using System.Globalization;
using OneSeal.Host.Journal;

namespace OneSeal.Benchmarks;

/// <summary>
/// The journal's command beside pgbench doing the same statements in the same two round trips: load a snapshot; then two events, the
/// snapshot and a delivery in one batch. The two take turns, so that what happens to the machine happens to both.
/// </summary>
internal static class JournalBenchmark
{
    private static readonly int[] Clients = [1, 4, 16];

    // Cold code runs at a half to a third of the speed.
    private const int WarmUpSeconds = 10;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        await using var database = await BenchmarkDatabase.StartAsync(options.Data);
        await LoadAsync(database, options.Cases);
        var journal = new EventJournal(database.Source);
        using var pgbench = new Pgbench(database, options.Cases);

        foreach (var clients in Clients)
        {
            await MeasureAsync(journal, options.Cases, clients, WarmUpSeconds);
            await pgbench.MeasureAsync(clients, WarmUpSeconds);
        }

        var rounds = Clients.ToDictionary(c => c, _ => new List<(Figures Journal, Figures Pgbench)>());
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var clients in Clients)
            {
                // Who goes first changes: after a pause of the disk the first is the faster one.
                var pgbenchFirst = round % 2 == 0;
                var theirs = pgbenchFirst ? await pgbench.MeasureAsync(clients, options.Seconds) : null;
                var ours = await MeasureAsync(journal, options.Cases, clients, options.Seconds);
                theirs ??= await pgbench.MeasureAsync(clients, options.Seconds);
                rounds[clients].Add((ours, theirs));
                await Console.Error.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {round}, {clients} clients: journal {ours.PerSecond:F0}, pgbench {theirs.PerSecond:F0}, load {LoadAverage()}"));
            }
        }

        Console.WriteLine("| clients | journal: commands/s | p50 ms | p99 ms | pgbench: commands/s | p50 ms | p99 ms | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (clients, measured) in rounds)
        {
            var ours = Figures.Median([.. measured.Select(m => m.Journal)]);
            var theirs = Figures.Median([.. measured.Select(m => m.Pgbench)]);
            // Of pairs that ran one after the other, not of two medians that may come from different minutes.
            var ratio = Figures.Median(measured.Select(m => m.Journal.PerSecond / m.Pgbench.PerSecond));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {clients} | {ours.PerSecond:N0} | {ours.P50:F2} | {ours.P99:F2} | {theirs.PerSecond:N0} | {theirs.P50:F2} | {theirs.P99:F2} | {ratio:F2} |"));
        }
    }

    private static async Task LoadAsync(BenchmarkDatabase database, int cases)
    {
        var there = await database.AskAsync<long>("select count(*) from oneseal.snapshots");
        if (there != cases)
        {
            await database.ExecuteAsync("truncate oneseal.snapshots, oneseal.events, oneseal.deliveries");
            // Each a little different, so that nothing is found twice by what is in it.
            await database.ExecuteAsync(
                """
                insert into oneseal.snapshots (region, stream, version, hash, state)
                select $1, 'dossier:' || i, 1, sha256(i::text::bytea), replace($2, '91370390MA00000179', lpad(i::text, 18, '9'))::json
                from generate_series(0, $3 - 1) i
                """,
                Dossier.Region, JournalJson.Write(Dossier.Full), cases);
        }

        await database.ExecuteAsync("vacuum (analyze) oneseal.snapshots");
        var size = await database.AskAsync<string>("select pg_size_pretty(pg_total_relation_size('oneseal.snapshots'))");
        var state = await database.AskAsync<int>("select avg(octet_length(state::text))::int from (select state from oneseal.snapshots limit 1000) s");
        var durable = await database.AskAsync<string>(
            "select 'fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit')");
        await Console.Error.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{cases:N0} snapshots of {state} bytes, {size}; {durable}"));
    }

    private static async Task<Figures> MeasureAsync(EventJournal journal, int cases, int clients, int seconds)
    {
        var start = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var random = new Random((client * 7919) + (int)(start % 10_007));
            var mine = new List<double>(seconds * 2000);
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
            {
                // Each client has cases of its own, so that nobody loses a race.
                var id = (random.Next(cases / clients) * clients) + client;
                var since = Stopwatch.GetTimestamp();
                await ReviewAsync(journal, id.ToString(CultureInfo.InvariantCulture));
                mine.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            }

            return mine;
        })));
        return Figures.Of(latencies.SelectMany(l => l), Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static Task<string> ReviewAsync(EventJournal journal, string id) => journal.ExecuteAsync(
        new CommandContext(Dossier.Reviewer, TimeProvider.System.GetUtcNow()),
        async work =>
        {
            var dossier = await work.LoadAsync(Dossier.Kind, id, CancellationToken.None);
            var reviewed = work.Append(dossier, Dossier.Review);
            work.Deliver(dossier.Name, reviewed.Version, Dossier.Notice);
            return id;
        },
        CancellationToken.None);

    private static string LoadAverage() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
