using OneSeal.Benchmarks;

var options = BenchmarkOptions.Parse(args);
switch (options?.Subject)
{
    case "journal":
        await JournalBenchmark.RunAsync(options);
        return 0;
    case "queues":
        return await QueueBenchmark.RunAsync(options) ? 0 : 1;
    default:
        await Console.Error.WriteLineAsync(
            "journal | queues, then --seconds S of each measurement, --rounds R, --cases N, --data FOLDER to keep the database for the next run");
        return 2;
}
