using System.Collections.Concurrent;
using System.Diagnostics;
using OneSeal.Host.Deliveries;

namespace OneSeal.Benchmarks;

/// <summary>
/// From a decision to the department: how long until its hook is called, how much is delivered in a second, and what it costs the decision.
/// </summary>
internal static class LinkageBenchmark
{
    // As the worker's.
    private const int Lane = 4;

    private const int WaitingForOneThatRests = 100_000;

    // A host that has died would be waited for without end.
    private static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan BetweenDecisions = TimeSpan.FromMilliseconds(50);

    private static readonly int[] Clients = [1, 4, 16];

    public static async Task RunAsync(BenchmarkOptions options)
    {
        await using var database = await BenchmarkDatabase.StartAsync(options.Data);
        var folder = LinkageHost.LayOut();
        var called = new ConcurrentDictionary<string, long>();
        // A push is named by its case, and the rest.
        var desk = new CountingDesk(push => called.TryAdd(push.Split('-')[0], Stopwatch.GetTimestamp()));
        await using (var host = await LinkageHost.OpenAsync(database.Source, folder, desk))
        {
            await ReadyCases.EstablishAsync(host.Journal);
            await using var receivers = await Receivers.StartAsync(host);
            await CostAsync(database, host, options);
            await TakeAsync(database, host, options);
            await LatencyAsync(database, host, called, options);
            await DrainAsync(database, folder, options);
            await SlowAsync(database, folder, receivers, options);
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>What it costs a decision to tell of it; nobody delivers meanwhile.</summary>
    private static async Task CostAsync(BenchmarkDatabase database, LinkageHost host, BenchmarkOptions options)
    {
        Head("clients", "pushed to", "decisions/s", "p50 ms", "p99 ms");
        var measured = new Dictionary<(int Clients, int Recipients), List<Figures>>();
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var clients in new[] { 1, 4 })
            {
                foreach (var recipients in new[] { 0, 1, 3 })
                {
                    var figures = await DecideAsync(database, host, clients, recipients, options.Deliveries / 10);
                    // The first round is for warming up.
                    if (round > 0) measured.TryAdd((clients, recipients), []);
                    if (round > 0) measured[(clients, recipients)].Add(figures);
                }
            }
        }

        foreach (var ((clients, recipients), rounds) in measured)
        {
            var figures = Figures.Median(rounds);
            Row($"{clients} | {recipients} | {figures.PerSecond:N0} | {figures.P50:F2} | {figures.P99:F2}");
        }
    }

    private static async Task<Figures> DecideAsync(BenchmarkDatabase database, LinkageHost host, int clients, int recipients, int decisions)
    {
        var ids = new ConcurrentQueue<string>(await ReadyCases.WriteAsync(host.Journal, decisions, recipients));
        await ClearAsync(database);
        var start = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            var mine = new List<double>();
            while (ids.TryDequeue(out var id))
            {
                var since = Stopwatch.GetTimestamp();
                await ReadyCases.DecideAsync(host, id, recipients);
                mine.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            }

            return mine;
        })));
        return Figures.Of(latencies.SelectMany(l => l), Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>Taking what is due, beside one that rests and for which nothing waits, or very much.</summary>
    private static async Task TakeAsync(BenchmarkDatabase database, LinkageHost host, BenchmarkOptions options)
    {
        Head("waiting for one that rests", "taken at once", "p50 ms", "p99 ms");
        foreach (var waiting in new[] { 0, WaitingForOneThatRests })
        {
            await ClearAsync(database);
            await Receivers.WaitAsync(database, waiting, Receivers.Systems[0]);
            await database.ExecuteAsync(
                "insert into oneseal.receivers (region, recipient, rests_until, reason) values ($1, $2, now() + interval '1 day', 'rests')",
                Dossier.Region, Receivers.Systems[0]);
            await Receivers.WaitAsync(database, options.Deliveries, Receivers.Systems[1..]);
            await database.ExecuteAsync("vacuum (analyze) oneseal.deliveries");
            var (times, taken) = (new List<double>(), 0);
            while (true)
            {
                var since = Stopwatch.GetTimestamp();
                var due = await host.Ledger.TakeAsync(new Dictionary<(string, string), int>(), Lane, TimeProvider.System.GetUtcNow(), CancellationToken.None);
                if (due.Count < Lane * (Receivers.Count - 1)) break;
                taken = due.Count;
                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                foreach (var batch in due.Chunk(8)) await Task.WhenAll(batch.Select(d => host.Ledger.SettleAsync(d, Outcome.Done, TimeProvider.System.GetUtcNow())));
            }

            var figures = Figures.Of(times, 1);
            Row($"{waiting:N0} | {taken} | {figures.P50:F2} | {figures.P99:F2}");
        }
    }

    /// <summary>From the return of a decision's commit to the call of the department's hook, in the host that decided.</summary>
    private static async Task LatencyAsync(
        BenchmarkDatabase database, LinkageHost host, ConcurrentDictionary<string, long> called, BenchmarkOptions options)
    {
        Head("clients", "decisions/s", "to the hook: p50 ms", "p99 ms", "at most ms");
        await ClearAsync(database);
        await host.Worker.StartAsync(CancellationToken.None);
        foreach (var clients in Clients)
        {
            var rate = (int)(clients / BetweenDecisions.TotalSeconds);
            var ids = new ConcurrentQueue<string>(await ReadyCases.WriteAsync(host.Journal, (options.Seconds + 1) * rate, 1));
            var committed = new ConcurrentDictionary<string, long>();
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
            {
                await Task.Delay(BetweenDecisions * client / clients);
                using var timer = new PeriodicTimer(BetweenDecisions);
                while (await timer.WaitForNextTickAsync() && Stopwatch.GetElapsedTime(start).TotalSeconds < options.Seconds && ids.TryDequeue(out var id))
                {
                    await ReadyCases.DecideAsync(host, id, 1);
                    committed[id] = Stopwatch.GetTimestamp();
                }
            })));
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            await UntilDrainedAsync(database);
            // A hook may be called before the one who decided knows that it is decided.
            var latencies = committed.Select(c => Math.Max(0, Stopwatch.GetElapsedTime(c.Value, called[c.Key]).TotalMilliseconds)).ToArray();
            var figures = Figures.Of(latencies, seconds);
            Row($"{clients} | {figures.PerSecond:N0} | {figures.P50:F1} | {figures.P99:F1} | {latencies.Max():F1}");
        }

        await host.Worker.StopAsync(CancellationToken.None);
    }

    /// <summary>What waits is delivered by hosts in processes of their own; the receivers are in this one.</summary>
    private static async Task DrainAsync(BenchmarkDatabase database, string folder, BenchmarkOptions options)
    {
        Head("hosts", "told", "deliveries", "seconds", "deliveries/s");
        foreach (var hosts in new[] { 1, 2 })
        {
            var processes = await StartAsync(database, folder, hosts);
            foreach (var (told, recipients) in new[] { ($"{Receivers.Count} systems", Receivers.Systems), ("one hook", new[] { Receivers.Hook }) })
            {
                var seconds = await MedianAsync(options.Rounds, () => DrainedInAsync(database, options.Deliveries, recipients));
                Row($"{hosts} | {told} | {options.Deliveries:N0} | {seconds:F1} | {options.Deliveries / seconds:N0}");
            }

            foreach (var process in processes) process.Dispose();
        }
    }

    private static async Task SlowAsync(BenchmarkDatabase database, string folder, Receivers receivers, BenchmarkOptions options)
    {
        Head("beside the others", "deliveries to the others", "seconds", "deliveries/s");
        using var host = (await StartAsync(database, folder, 1)).Single();
        var others = Receivers.Systems[1..];
        foreach (var isSlow in new[] { false, true })
        {
            receivers.FirstIsSlow = isSlow;
            var seconds = await MedianAsync(options.Rounds, async () =>
            {
                if (isSlow) await Receivers.WaitAsync(database, options.Deliveries / Receivers.Count, Receivers.Systems[0]);
                return await DrainedInAsync(database, options.Deliveries, others);
            });
            var beside = isSlow ? $"one that takes {Receivers.Slowness.TotalSeconds} s" : "nobody";
            Row($"{beside} | {options.Deliveries:N0} | {seconds:F1} | {options.Deliveries / seconds:N0}");
        }
    }

    private static async Task<IReadOnlyList<HostProcess>> StartAsync(BenchmarkDatabase database, string folder, int hosts)
    {
        var processes = new List<HostProcess>();
        for (var i = 0; i < hosts; i++) processes.Add(await HostProcess.StartAsync(database.Settings.ConnectionString, folder));
        foreach (var recipients in new[] { Receivers.Systems, [Receivers.Hook] }) await DrainedInAsync(database, 2000, recipients);
        return processes;
    }

    private static async Task<double> DrainedInAsync(BenchmarkDatabase database, int deliveries, string[] recipients)
    {
        await database.ExecuteAsync("delete from oneseal.deliveries where state <> 'waiting'");
        await database.ExecuteAsync("vacuum (analyze) oneseal.deliveries");
        await Receivers.WaitAsync(database, deliveries, recipients);
        var start = Stopwatch.GetTimestamp();
        await UntilDrainedAsync(database, recipients);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task UntilDrainedAsync(BenchmarkDatabase database, params string[] recipients)
    {
        var last = recipients.Length == 0 ? "" : $" and recipient in ({string.Join(", ", recipients.Select(r => $"'{r}'"))})";
        var start = Stopwatch.GetTimestamp();
        while (await database.AskAsync<bool>($"select exists(select from oneseal.deliveries where region = '{Dossier.Region}' and state = 'waiting'{last})"))
        {
            if (Stopwatch.GetElapsedTime(start) > LongestDrain) throw new TimeoutException($"Not delivered in {LongestDrain.TotalMinutes} minutes.");
            await Task.Delay(50);
        }
    }

    private static async Task<double> MedianAsync(int rounds, Func<Task<double>> measure)
    {
        var seconds = new List<double>();
        for (var round = 0; round < rounds; round++) seconds.Add(await measure());
        return Figures.Median(seconds);
    }

    private static Task ClearAsync(BenchmarkDatabase database) => database.ExecuteAsync("truncate oneseal.deliveries, oneseal.receivers");

    private static void Head(params string[] columns)
    {
        Console.WriteLine($"\nload {File.ReadAllText("/proc/loadavg").Split(' ')[0]}\n");
        Console.WriteLine($"| {string.Join(" | ", columns)} |");
        Console.WriteLine($"|{string.Concat(columns.Select(_ => "---|"))}");
    }

    private static void Row(FormattableString cells) => Console.WriteLine($"| {FormattableString.Invariant(cells)} |");
}
