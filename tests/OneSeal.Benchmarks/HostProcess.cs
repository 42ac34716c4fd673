using System.Diagnostics;
using OneSeal.Host.Database;

namespace OneSeal.Benchmarks;

/// <summary>A host in a process of its own that works the delivery ledger off.</summary>
internal sealed class HostProcess : IDisposable
{
    public const string Subject = "linkage-host";

    private const string Database = "ONESEAL_BENCHMARK_DATABASE", Folder = "ONESEAL_BENCHMARK_FOLDER", Ready = "ready";

    private readonly Process _process;

    private HostProcess(Process process) => _process = process;

    public static async Task<HostProcess> StartAsync(string connectionString, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(HostProcess).Assembly.Location);
        start.ArgumentList.Add(Subject);
        (start.Environment[Database], start.Environment[Folder]) = (connectionString, folder);
        var process = new HostProcess(Process.Start(start)!);
        if (await process._process.StandardOutput.ReadLineAsync() == Ready) return process;
        process.Dispose();
        throw new InvalidOperationException("A host did not come up.");
    }

    /// <summary>What the process does, until its standard input is closed.</summary>
    public static async Task RunAsync()
    {
        await using var database = DatabaseStartup.CreateDataSource(Environment.GetEnvironmentVariable(Database)!);
        await using var host = await LinkageHost.OpenAsync(database, Environment.GetEnvironmentVariable(Folder)!, new CountingDesk());
        await host.Worker.StartAsync(CancellationToken.None);
        Console.WriteLine(Ready);
        await Console.In.ReadToEndAsync();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10))) _process.Kill();
        _process.Dispose();
    }
}
