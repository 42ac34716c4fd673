using Npgsql;

namespace OneSeal.Host.Database;

/// <summary>
/// A PostgreSQL of the host's own, for a machine on which nothing is set up: made in a data folder from the installed programs,
/// reachable over loopback with a random password, stopped with the last host that uses it.
/// </summary>
/// <remarks>
/// A host that dies leaves the server running; the next one finds it, uses it and stops it in the end. A service manager must end the
/// host first and not its whole group (systemd: <c>KillMode=mixed</c>), or the server refuses new connections while the host still works.
/// </remarks>
internal sealed class PrivateCluster : IAsyncDisposable
{
    private const string Name = "oneseal";

    private static readonly TimeSpan LongestWaitToStop = TimeSpan.FromSeconds(30);

    private readonly ClusterLocks _locks;
    private readonly ClusterServer _server;
    private readonly ILogger _logger;
    private bool _disposed;

    private PrivateCluster(ClusterLocks locks, ClusterServer server, ILogger logger)
    {
        _locks = locks;
        _server = server;
        _logger = logger;
    }

    /// <summary>
    /// The database <c>oneseal</c> as the role of that name, which owns it and may create others, yet is no superuser: no statement
    /// gets from it to the operating system.
    /// </summary>
    public string ConnectionString { get; private set; } = "";

    /// <exception cref="DatabaseStartupException">It cannot be had; the message is one line for the administrator.</exception>
    public static Task<PrivateCluster> StartAsync(string dataFolder, ILogger logger, CancellationToken cancellation) =>
        StartAsync(dataFolder, new(), logger, cancellation);

    /// <inheritdoc cref="StartAsync(string, ILogger, CancellationToken)"/>
    public static async Task<PrivateCluster> StartAsync(
        string dataFolder, PrivateClusterOptions options, ILogger logger, CancellationToken cancellation)
    {
        try
        {
            var folder = new ClusterFolder(dataFolder);
            var user = await ClusterUser.ForAsync(folder.Root, cancellation);
            var postgres = await PostgresInstallation.FindAsync(folder.Data, options.CandidateFolders(), cancellation);
            await folder.PrepareAsync(user, cancellation);
            var cluster = new PrivateCluster(new(folder), new(folder, postgres, user, logger), logger);
            using (await cluster._locks.ChangeAsync(cancellation))
                await cluster.StartAsync(folder, postgres, user, options.Durable, cancellation);
            return cluster;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseStartupException("folder-unusable", e, ("folder", dataFolder), ("reason", e.Message.TrimEnd('.')));
        }
    }

    /// <summary>Stops the server cleanly, unless another host uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        try
        {
            using var patience = new CancellationTokenSource(LongestWaitToStop);
            using (await _locks.ChangeAsync(patience.Token))
                await LeaveAsync();
        }
        catch (OperationCanceledException)
        {
            _locks.Dispose();
            _logger.LogWarning("Another host is starting or stopping PostgreSQL; it is left running.");
        }
    }

    private async Task StartAsync(
        ClusterFolder folder, PostgresInstallation postgres, ClusterUser user, bool durable, CancellationToken cancellation)
    {
        await folder.EnsureDataAsync(postgres, user, durable, cancellation);
        _locks.Use();
        try
        {
            var port = await _server.EnsureRunningAsync(durable, cancellation);
            await EnsureDatabaseAsync(port, folder.Password, cancellation);
            var own = _server.ConnectionTo(port, Name, Name);
            // Two hosts fit into the server's connections with room for an administrator.
            own.MaxPoolSize = 80;
            ConnectionString = own.ConnectionString;
        }
        catch
        {
            await LeaveAsync();
            throw;
        }
    }

    private async Task LeaveAsync()
    {
        if (_locks.LeaveAsLast()) await _server.StopAsync();
    }

    private async Task EnsureDatabaseAsync(int port, string password, CancellationToken cancellation)
    {
        var administration = _server.ConnectionTo(port, "postgres", "postgres");
        administration.Pooling = false;
        await using var source = NpgsqlDataSource.Create(administration);
        // Neither can stand in a transaction with the other, so each is looked for: a start may have been cut short between them.
        await EnsureAsync("select from pg_roles where rolname = $1", $"create role {Name} login createdb password '{password}'");
        await EnsureAsync("select from pg_database where datname = $1", $"create database {Name} owner {Name}");

        async Task EnsureAsync(string exists, string create)
        {
            await using var question = source.CreateCommand(exists);
            question.Parameters.Add(new() { Value = Name });
            await using (var answer = await question.ExecuteReaderAsync(cancellation))
            {
                if (answer.HasRows) return;
            }

            await using var command = source.CreateCommand(create);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
