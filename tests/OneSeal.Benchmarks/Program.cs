using OneSeal.Benchmarks;

var options = BenchmarkOptions.Parse(args);
switch (options?.Subject)
{
    case "journal":
        await JournalBenchmark.RunAsync(options);
        return 0;
    case "queues":
        return await QueueBenchmark.RunAsync(options) ? 0 : 1;
    case "linkage":
        await LinkageBenchmark.RunAsync(options);
        return 0;
    case HostProcess.Subject:
        await HostProcess.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "journal | queues | linkage, then --seconds S of each measurement, --rounds R, --cases N, --deliveries N, --data FOLDER to keep the database for the next run");
        return 2;
}
