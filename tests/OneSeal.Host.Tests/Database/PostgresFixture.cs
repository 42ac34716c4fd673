using System.Diagnostics;
using Npgsql;
using OneSeal.Host.Access;

namespace OneSeal.Host.Tests.Database;

/// <summary>
/// Stands in, under its name and shape, for the shared fixture on the program's own private cluster, until that is here.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    public const string Collection = "PostgreSQL";

    private const string Binaries = "/usr/lib/postgresql/15/bin/";
    private const string Template = "template_oneseal";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "oneseal-tests-" + Guid.NewGuid().ToString("N"));
    private NpgsqlDataSource _administration = null!;
    private int _count;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", _folder);
        await RunAsPostgresAsync("initdb", "-D", _folder + "/data", "-U", "oneseal", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N");
        await RunAsPostgresAsync(
            "pg_ctl", "-D", _folder + "/data", "-w", "-l", _folder + "/log", "-o", $"-c listen_addresses='' -c fsync=off -k {_folder}", "start");
        _administration = Source("postgres");
        await ExecuteAsync(_administration, $"create database {Template}");
        await using var template = Source(Template);
        await ExecuteAsync(template, "create schema oneseal");
        var program = typeof(Actor).Assembly;
        foreach (var script in program.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(program.GetManifestResourceStream(script)!);
            await ExecuteAsync(template, await reader.ReadToEndAsync());
        }
    }

    /// <summary>A fresh database with the program's schema. Dispose it when the test ends, which closes its connections.</summary>
    public Task<NpgsqlDataSource> CreateDatabaseAsync() => CreateAsync($"template {Template}");

    /// <summary>A fresh database without anything in it.</summary>
    public Task<NpgsqlDataSource> CreateEmptyDatabaseAsync() => CreateAsync("");

    public async Task DisposeAsync()
    {
        await _administration.DisposeAsync();
        await RunAsPostgresAsync("pg_ctl", "-D", _folder + "/data", "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<NpgsqlDataSource> CreateAsync(string how)
    {
        var name = $"test_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync(_administration, $"create database {name} {how}");
        return Source(name);
    }

    private NpgsqlDataSource Source(string database) =>
        NpgsqlDataSource.Create($"Host={_folder};Username=oneseal;Database={database};Pooling={(database == Template ? "false" : "true")};Maximum Pool Size=20");

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static Task RunAsPostgresAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", Binaries + program, .. arguments])
        : RunAsync(Binaries + program, arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", RedirectStandardOutput = !arguments.Contains("start") })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
    }
}

[CollectionDefinition(PostgresFixture.Collection)]
public sealed class UsesPostgres : ICollectionFixture<PostgresFixture>;
