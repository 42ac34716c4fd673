using System.Text.Json;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Journal;

/// <summary>A region's bureau with stamp books in a database of its own.</summary>
internal sealed class Bureau(NpgsqlDataSource database, string region = Bureau.Linzi) : IAsyncDisposable
{
    public const string Linzi = "370305";

    public const string Dalate = "150621";

    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 1, 30, 0, TimeSpan.Zero);

    public static async Task<Bureau> OpenAsync(PostgresFixture postgres)
    {
        var bureau = new Bureau(await postgres.CreateDatabaseAsync());
        await bureau.ExecuteAsync(StampBook.Table);
        return bureau;
    }

    public NpgsqlDataSource Database => database;

    public EventJournal Journal { get; } = new(database);

    /// <summary>Another bureau in the same database.</summary>
    public Bureau In(string other) => new(database, other);

    public CommandContext Context(string? key = null, string content = "", int? expectedVersion = null, int minutes = 0) =>
        new(KeeperIn(region), Morning.AddMinutes(minutes))
        {
            IdempotencyKey = key,
            Fingerprint = System.Text.Encoding.UTF8.GetBytes(content),
            ExpectedVersion = expectedVersion,
        };

    /// <summary>One command: opens the book if need be, and enters the documents.</summary>
    public Task<BookAnswer> StampAsync(string book, CommandContext context, params string[] documents) =>
        Journal.ExecuteAsync(context, work => StampAsync(work, book, documents), CancellationToken.None);

    public Task<BookAnswer> StampAsync(string book, params string[] documents) => StampAsync(book, Context(), documents);

    public static async Task<BookAnswer> StampAsync(JournalWork work, string book, params string[] documents)
    {
        var loaded = await work.LoadAsync(StampBook.Kind, book, CancellationToken.None);
        StampBookEvent[] events =
        [
            .. loaded.Exists ? Array.Empty<StampBookEvent>() : [new StampBookEvent.Opened("李某")],
            .. documents.Select(d => new StampBookEvent.Stamped(d, 2)),
        ];
        var after = work.Append(loaded, events);
        foreach (var document in documents) work.Deliver(after.Name, after.Version, new("stamped", "organisation:11370305MB2854210X", new { document }));
        return AnswerOf(after);
    }

    public static BookAnswer AnswerOf(LoadedStream<StampBook, StampBookEvent> book) => new(book.Name.Id, book.Version, book.State.Entries.Sum(e => e.Count));

    public Task<LoadedStream<StampBook, StampBookEvent>> BookAsync(string book) =>
        Journal.LoadAsync(StampBook.Kind, StampBook.Kind.Stream(region, book), CancellationToken.None);

    public Task<JournalVerification> VerifyAsync() => JournalVerification.RunAsync(database, [StampBook.Kind], CancellationToken.None);

    public async Task ShouldBeWholeAsync() => (await VerifyAsync()).Broken.ShouldBeNull();

    public async Task<long> CountAsync(string table)
    {
        await using var command = database.CreateCommand($"select count(*) from oneseal.{table} where region = $1");
        command.Parameters.Add(new() { Value = region });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static Actor KeeperIn(string region) => new(
        new Guid("0d5f6a52-6a55-4b3c-9a44-2f35c2b4a001"), "王某", Role.SealKeeper, new("行政审批服务局", "11370305MB2854210X"), region, "岗位授权");

    /// <summary>Every row of some tables, byte for byte.</summary>
    public async Task<string> DumpAsync(params string[] tables)
    {
        var rows = new List<string>();
        foreach (var table in tables)
        {
            await using var command = database.CreateCommand($"select t::text from oneseal.{table} t order by 1");
            await using var reader = await command.ExecuteReaderAsync();
            rows.Add($"-- {table}");
            while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        }

        return string.Join('\n', rows);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
