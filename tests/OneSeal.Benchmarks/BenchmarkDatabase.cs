using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OneSeal.Host.Database;

namespace OneSeal.Benchmarks;

/// <summary>A private cluster as the host starts it, every commit on disk; it goes with the run unless it is to be kept.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private readonly PrivateCluster _cluster;
    private readonly string? _temporary;

    private BenchmarkDatabase(PrivateCluster cluster, string? temporary)
    {
        _cluster = cluster;
        _temporary = temporary;
        Source = DatabaseStartup.CreateDataSource(cluster.ConnectionString);
    }

    public NpgsqlDataSource Source { get; }

    public NpgsqlConnectionStringBuilder Settings => new(_cluster.ConnectionString);

    public static async Task<BenchmarkDatabase> StartAsync(string? keptIn)
    {
        var folder = keptIn ?? Path.Combine(Path.GetTempPath(), $"oneseal-benchmark-{Guid.NewGuid():n}");
        var cluster = await PrivateCluster.StartAsync(folder, NullLogger.Instance, CancellationToken.None);
        var database = new BenchmarkDatabase(cluster, keptIn is null ? folder : null);
        await Migrations.MigrateAsync(database.Source, NullLogger.Instance, CancellationToken.None);
        return database;
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await _cluster.DisposeAsync();
        if (_temporary is not null) Directory.Delete(_temporary, recursive: true);
    }
}
