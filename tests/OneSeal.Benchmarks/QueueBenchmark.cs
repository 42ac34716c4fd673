using System.Diagnostics;
using System.Globalization;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Worklist;

namespace OneSeal.Benchmarks;

/// <summary>A window's task list and the deadline sweep, with few cases and with many: the time must not grow with them.</summary>
internal static class QueueBenchmark
{
    private const int WarmUps = 300;

    private static readonly DateOnly Today = new(2026, 6, 1);

    /// <returns>Whether both are read from their indexes.</returns>
    public static async Task<bool> RunAsync(BenchmarkOptions options)
    {
        await using var database = await BenchmarkDatabase.StartAsync(options.Data);
        Console.WriteLine("| cases | query | rows | p50 ms | p99 ms | runs |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var wellPlanned = true;
        foreach (var cases in new[] { 10_000, options.Cases }.Distinct())
        {
            await CaseLoad.FillAsync(database, cases);
            NpgsqlParameter[] window = [Text(Dossier.Region), Text(CaseLoad.Bureau), Text(nameof(Role.Window)), Day(DateOnly.MinValue), Text(""), Text(""), Number(51)];
            NpgsqlParameter[] sweep = [Text(Dossier.Region), Day(Today), Day(DateOnly.MinValue), Text(""), Number(500)];
            await MeasureAsync(database, cases, "task list", ListTasks.OfRole, window, options);
            await MeasureAsync(database, cases, "deadline sweep", CaseQueries.DueBy, sweep, options);
            wellPlanned &= await IsPlannedAsync(database, ListTasks.OfRole, window, "Index Scan using tasks_of_a_role");
            wellPlanned &= await IsPlannedAsync(database, CaseQueries.DueBy, sweep, "Index Only Scan using cases_by_due");
        }

        return wellPlanned;
    }

    private static async Task MeasureAsync(
        BenchmarkDatabase database, int cases, string name, string sql, NpgsqlParameter[] parameters, BenchmarkOptions options)
    {
        for (var i = 0; i < WarmUps; i++) await RowsAsync(database, sql, parameters);
        var (times, rows) = (new List<double>(), 0);
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < options.Seconds)
        {
            var since = Stopwatch.GetTimestamp();
            rows = await RowsAsync(database, sql, parameters);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        var figures = Figures.Of(times, options.Seconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {cases:N0} | {name} | {rows} | {figures.P50:F2} | {figures.P99:F2} | {times.Count:N0} |"));
    }

    private static async Task<int> RowsAsync(BenchmarkDatabase database, string sql, NpgsqlParameter[] parameters)
    {
        await using var command = Command(database, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        var values = new object[reader.FieldCount];
        for (; await reader.ReadAsync(); rows++) reader.GetValues(values);
        return rows;
    }

    /// <summary>Both as it is planned for these values and as it is planned once for all, which a prepared statement may come to.</summary>
    private static async Task<bool> IsPlannedAsync(BenchmarkDatabase database, string sql, NpgsqlParameter[] parameters, string expected)
    {
        var good = true;
        await using var connection = await database.Source.OpenConnectionAsync();
        foreach (var mode in new[] { "force_custom_plan", "force_generic_plan" })
        {
            await ExecuteAsync($"set plan_cache_mode = {mode}");
            await using var explain = connection.CreateCommand();
            explain.CommandText = "explain (analyze, buffers, costs off, timing off, summary off) " + sql;
            foreach (var parameter in parameters) explain.Parameters.Add(parameter.Clone());
            var lines = new List<string>();
            await using (var reader = await explain.ExecuteReaderAsync())
            {
                while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
            }

            var plan = string.Join('\n', lines);
            var fits = plan.Contains(expected, StringComparison.Ordinal) && !plan.Contains("Sort", StringComparison.Ordinal);
            await Console.Error.WriteLineAsync($"-- {mode}: {(fits ? "as it should be" : $"not {expected}")}\n{plan}\n");
            good &= fits;
        }

        await ExecuteAsync("reset plan_cache_mode");
        return good;

        async Task ExecuteAsync(string statement)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static NpgsqlCommand Command(BenchmarkDatabase database, string sql, NpgsqlParameter[] parameters)
    {
        var command = database.Source.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter.Clone());
        return command;
    }

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };

    private static NpgsqlParameter<DateOnly> Day(DateOnly value) => new() { TypedValue = value };

    private static NpgsqlParameter<int> Number(int value) => new() { TypedValue = value };
}
