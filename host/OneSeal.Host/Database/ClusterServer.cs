using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace OneSeal.Host.Database;

/// <summary>
/// Brings the server of a cluster up and down, whoever started it. It is started in its own session, so that Ctrl+C at the host's
/// terminal reaches the host alone, which then stops the server when it has finished with it.
/// </summary>
internal sealed class ClusterServer(ClusterFolder folder, PostgresInstallation postgres, ClusterUser user, ILogger logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private const string Fatal = "FATAL: ";

    private const int MostStarts = 4;

    // Recovery after a crash reads the whole log since the last checkpoint.
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(1);

    /// <summary>Starts the server unless it runs, and returns when it answers.</summary>
    /// <returns>The port it listens on.</returns>
    public async Task<int> EnsureRunningAsync(bool durable, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        SystemCommand? failed = null;
        for (var starts = 0; Stopwatch.GetElapsedTime(since) < LongestStart; await Task.Delay(Pause, cancellation))
        {
            if (Postmaster.Running(folder.Data) is not { } running)
            {
                if (starts++ == MostStarts) break;
                // A start fails for a moment while processes of a killed server let go of the data, or when the port was just taken.
                if (failed is not null) await Task.Delay(TimeSpan.FromSeconds(starts / 2.0), cancellation);
                failed = await StartAsync(durable, cancellation);
            }
            else if (running.Port is { } port && await AnswersAsync(port, cancellation))
            {
                await File.WriteAllTextAsync(folder.PortFile, port.ToString(CultureInfo.InvariantCulture), cancellation);
                return port;
            }
        }

        throw new DatabaseStartupException(
            "cluster-does-not-start", ("reason", LastFatalLine() ?? failed?.LastLine ?? "timeout"), ("folder", folder.Log));
    }

    /// <summary>Ends open transactions and stops cleanly, so that the next start has nothing to recover.</summary>
    public async Task StopAsync()
    {
        if (Postmaster.Running(folder.Data) is not { } running) return;
        var seconds = LongestStop.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var stopped = await RunAsync(
            "pg_ctl", ["stop", "--pgdata", folder.Data, "--mode", "fast", "--timeout", seconds, "--silent"], default);
        if (stopped.ExitCode == 0)
            logger.LogInformation("PostgreSQL {Pid} in {Folder} stopped.", running.Pid, folder.Root);
        else
            logger.LogWarning("PostgreSQL {Pid} in {Folder} did not stop: {Reason}", running.Pid, folder.Root, stopped.LastLine);
    }

    public NpgsqlConnectionStringBuilder ConnectionTo(int port, string database, string role) => new()
    {
        Host = IPAddress.Loopback.ToString(),
        Port = port,
        Database = database,
        Username = role,
        Password = folder.Password,
    };

    /// <returns>What pg_ctl said where no server came of it, else null.</returns>
    private async Task<SystemCommand?> StartAsync(bool durable, CancellationToken cancellation)
    {
        Postmaster.DisownDead(folder.Data);
        var port = FreePort();
        // Given here and not in a file: no change to the files opens the database to the network or makes it forget.
        string[] settings =
        [
            "listen_addresses=127.0.0.1", $"port={port}", "unix_socket_directories=",
            .. durable
                ? ["fsync=on", "synchronous_commit=on", "full_page_writes=on"]
                : new[] { "fsync=off", "synchronous_commit=off", "full_page_writes=off" },
        ];
        var started = await RunAsync(
            "pg_ctl",
            [
                "start", "--pgdata", folder.Data, "--log", Path.Combine(folder.Log, "start.log"), "--no-wait", "--silent",
                "--options", string.Join(' ', settings.Select(s => "-c " + s)),
            ],
            cancellation);
        logger.LogInformation(
            "PostgreSQL {Major} starts in {Folder} on port {Port} as {User}.", postgres.Major, folder.Root, port, user.Name);
        // It writes its file within milliseconds, or gives up within as many.
        for (var i = 0; i < 40 && started.ExitCode == 0 && Postmaster.Running(folder.Data) is null; i++)
            await Task.Delay(Pause, cancellation);
        return Postmaster.Running(folder.Data) is null ? started : null;
    }

    private Task<SystemCommand> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation) =>
        user.RunAsync(postgres.Program(program), arguments, cancellation, folder.Root);

    private async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        var unpooled = ConnectionTo(port, "postgres", "postgres");
        unpooled.Pooling = false;
        try
        {
            await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidPassword)
        {
            throw folder.PasswordLost();
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>The port of the last time where it is free, so that other hosts' connections find the server again.</summary>
    private int FreePort()
    {
        var last = File.Exists(folder.PortFile) && int.TryParse(File.ReadAllText(folder.PortFile), out var port) ? port : 0;
        try
        {
            return Bind(last);
        }
        catch (SocketException)
        {
            return Bind(0);
        }

        static int Bind(int port)
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }

    private string? LastFatalLine() => new DirectoryInfo(folder.Log).EnumerateFiles("*.log")
        .OrderByDescending(f => f.LastWriteTimeUtc)
        .SelectMany(f => File.ReadLines(f.FullName).Where(l => l.Contains(Fatal, StringComparison.Ordinal)).TakeLast(1))
        .Select(l => l[(l.IndexOf(Fatal, StringComparison.Ordinal) + Fatal.Length)..].Trim())
        .FirstOrDefault();
}
