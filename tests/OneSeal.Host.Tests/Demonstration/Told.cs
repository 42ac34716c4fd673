using System.Security.Cryptography;
using Npgsql;
using OneSeal.Host.Demonstration;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Demonstration;

/// <summary>Demonstrations by their last day, each told once for all tests that look at it.</summary>
internal sealed class Told(NpgsqlDataSource database, DateOnly until) : IAsyncDisposable
{
    public NpgsqlDataSource Database => database;

    public DateOnly Until => until;

    public static async Task<Told> OfAsync(PostgresFixture postgres, DateOnly until)
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var app = HostProgram.Build(CommandOf(postgres, database), database);
        await DemonstrationDistrict.CreateAsync(app.Services, database, until);
        return new Told(database, until);
    }

    public static HostCommand CommandOf(PostgresFixture postgres, NpgsqlDataSource database, params string[] further) => HostCommand.Parse(
        [
            "--ConnectionStrings:OneSeal=" + postgres.ConnectionStringOf(database),
            "--Modules:Folder=" + Path.Combine(Repository.HostOutput, "modules"),
            "--urls=http://127.0.0.1:0", .. further,
        ]);

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task<long> CountAsync(string from) => AskAsync<long>("select count(*) from oneseal." + from);

    public async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await reader.ReadAsync()) list.Add(reader.GetString(0));
        return list;
    }

    /// <summary>One number for all that the journal holds: the heads of all chains.</summary>
    public async Task<string> HeadsAsync() => Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join(
        '\n', await ListAsync("select stream || ' ' || version || ' ' || encode(hash, 'hex') from oneseal.snapshots order by region, stream collate \"C\"")))));

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
