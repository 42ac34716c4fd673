using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OneSeal.Host.Database;

namespace OneSeal.Host.Tests.Database;

/// <summary>
/// One cluster for every test that needs a database, and a database of its own for each test. A test class says
/// <c>[Collection(PostgresFixture.Collection)]</c> and takes the fixture in its constructor.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime, IDisposable
{
    public const string Collection = "PostgreSQL";

    private const string Template = "template_oneseal";

    private readonly TemporaryDataFolder _folder = new();
    private PrivateCluster _cluster = null!;
    private NpgsqlDataSource _administration = null!;
    private int _count;

    public async Task InitializeAsync()
    {
        _cluster = await TemporaryDataFolder.StartClusterAsync(_folder.Path);
        _administration = DatabaseStartup.CreateDataSource(_cluster.ConnectionString);
        await ExecuteAsync($"create database {Template}");
        await using (var template = Source(Template))
            await Migrations.MigrateAsync(template, NullLogger.Instance, CancellationToken.None);
    }

    /// <summary>A fresh database with the program's schema. Dispose it when the test ends, which closes its connections.</summary>
    public Task<NpgsqlDataSource> CreateDatabaseAsync() => CreateAsync($"template {Template}");

    /// <summary>A fresh database without anything in it.</summary>
    public Task<NpgsqlDataSource> CreateEmptyDatabaseAsync() => CreateAsync("");

    /// <summary>With the password, which a data source does not show: for what opens its own connections.</summary>
    public string ConnectionStringOf(NpgsqlDataSource database) =>
        ConnectionStringOf(new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!);

    public async Task DisposeAsync()
    {
        await _administration.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    private async Task<NpgsqlDataSource> CreateAsync(string how)
    {
        var name = $"test_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync($"create database {name} {how}");
        return Source(name);
    }

    private NpgsqlDataSource Source(string database) => DatabaseStartup.CreateDataSource(ConnectionStringOf(database));

    private string ConnectionStringOf(string database) => new NpgsqlConnectionStringBuilder(_cluster.ConnectionString)
    {
        Database = database,
        // Many databases share the server's connections.
        MaxPoolSize = 20,
        ConnectionIdleLifetime = 5,
        ConnectionPruningInterval = 1,
        IncludeErrorDetail = true,
    }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _administration.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

[CollectionDefinition(PostgresFixture.Collection)]
public sealed class UsesPostgres : ICollectionFixture<PostgresFixture>;
