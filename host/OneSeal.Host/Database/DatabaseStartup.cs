using Npgsql;

namespace OneSeal.Host.Database;

/// <summary>
/// The host's database, ready for use: the configured server where there is one, else a private cluster; its schema brought up to the
/// program. Disposing closes the connections and stops what was started.
/// </summary>
internal sealed class DatabaseStartup : IAsyncDisposable
{
    private readonly PrivateCluster? _cluster;

    private DatabaseStartup(NpgsqlDataSource dataSource, PrivateCluster? cluster)
    {
        DataSource = dataSource;
        _cluster = cluster;
    }

    public NpgsqlDataSource DataSource { get; }

    /// <summary>Reads <c>ConnectionStrings:OneSeal</c>, and <c>Data</c> where there is none.</summary>
    /// <exception cref="DatabaseStartupException">No database; the message is one line that says what to do.</exception>
    public static async Task<DatabaseStartup> StartAsync(IConfiguration configuration, ILogger logger, CancellationToken cancellation)
    {
        var configured = configuration.GetConnectionString("OneSeal");
        var cluster = string.IsNullOrWhiteSpace(configured)
            ? await PrivateCluster.StartAsync(DataFolder.Of(configuration), logger, cancellation)
            : null;
        var started = new DatabaseStartup(CreateDataSource(cluster?.ConnectionString ?? configured!), cluster);
        try
        {
            await RequireServerAsync(started.DataSource, cancellation);
            await Migrations.MigrateAsync(started.DataSource, logger, cancellation);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Statements used twice on a connection are prepared, which gains a third. A connection goes back to the pool as it is: to reset it
    /// takes seven statements more before each first one, and nothing here changes a session — no <c>set</c> outside a transaction,
    /// no advisory lock, temporary table or <c>listen</c> on a pooled connection. No statement runs long enough to earn its compilation
    /// by the server. A connection string may decide otherwise.
    /// </summary>
    public static NpgsqlDataSource CreateDataSource(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Max Auto Prepare")) settings.MaxAutoPrepare = 100;
        if (!settings.ShouldSerialize("Auto Prepare Min Usages")) settings.AutoPrepareMinUsages = 2;
        if (!settings.ShouldSerialize("No Reset On Close")) settings.NoResetOnClose = true;
        if (!settings.ShouldSerialize("Options")) settings.Options = "-c jit=off";
        if (!settings.ShouldSerialize("Application Name")) settings.ApplicationName = "OneSeal";
        return NpgsqlDataSource.Create(settings);
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        if (_cluster is not null) await _cluster.DisposeAsync();
    }

    private static async Task RequireServerAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var address = $"{server.Host}:{server.Port}";
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            if (connection.PostgreSqlVersion.Major < PostgresInstallation.LeastMajor)
            {
                throw new DatabaseStartupException(
                    "server-too-old",
                    ("server", address),
                    ("found", connection.PostgreSqlVersion.Major),
                    ("least", PostgresInstallation.LeastMajor));
            }
        }
        catch (NpgsqlException e)
        {
            throw new DatabaseStartupException(
                "unreachable", e, ("database", server.Database), ("server", address), ("reason", e.Message));
        }
    }
}
