using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Connections;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Tests.Connections;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Journal;
using OneSeal.Host.Tests.Modules;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Deliveries;

/// <summary>The ledger in a database of its own, on a clock that is moved, with workers that work when they are told to.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly DeliverySignal _signal = new();
    private readonly ConnectionKeys _keys = new(new EphemeralDataProtectionProvider());
    private readonly SystemDelivery _systems;

    private PostOffice(NpgsqlDataSource database)
    {
        Database = database;
        Journal = new EventJournal(database, _signal);
        _systems = new SystemDelivery(Journal, _keys, Time);
        Worker = NewWorker();
    }

    public ModuleHall Modules { get; } = new();

    public ManualTime Time => Modules.Time;

    public NpgsqlDataSource Database { get; }

    public EventJournal Journal { get; }

    public DeliveryWorker Worker { get; }

    public static async Task<PostOffice> OpenAsync(PostgresFixture postgres) => new(await postgres.CreateDatabaseAsync());

    /// <summary>As on a further host.</summary>
    public DeliveryWorker NewWorker()
    {
        var localities = new LocalityBook(Journal, Time);
        var pushing = new Pushing(localities);
        return new DeliveryWorker(
            new DeliveryLedger(Database, NullLogger<DeliveryLedger>.Instance),
            new ModuleDelivery(Journal, Database, new CaseCommands(Journal, localities, pushing, new LicenceCommands(pushing)), Modules.Calls, Time),
            _systems, _signal, Time, NullLogger<DeliveryWorker>.Instance);
    }

    /// <summary>A department's system, connected.</summary>
    public async Task<StandIn> ConnectAsync(Organisation organisation)
    {
        var system = await StandIn.StartAsync(Time);
        var request = new OpenConnection.Request(organisation, system.Url);
        var opened = await Journal.ExecuteAsync(Context, async work =>
        {
            var stream = await work.LoadAsync(Connection.Kind, organisation.Code, CancellationToken.None);
            return work.Append(stream, OpenConnection.Decide(stream.State, request, _keys.Issue));
        }, CancellationToken.None);
        system.Secret = _keys.Reveal(opened.State.KeysInUse.Single());
        return system;
    }

    /// <summary>Something happens to a case of which one recipient is told.</summary>
    public Task TellAsync(string recipient, string @case, int version = 1) => Journal.ExecuteAsync(Context, work =>
    {
        var content = (PushContent)Sample.Of(typeof(PushContent)) with
        {
            Topic = SupervisionTopic.Accepted,
            CaseNumber = @case,
            Item = ModuleHall.Kiosk.ToString(),
        };
        work.Deliver(new StreamName(District.Region, "case:" + @case), version, new Delivery("accepted", recipient, content));
        return Task.FromResult("told");
    }, CancellationToken.None);

    /// <summary>Whatever is due by now is delivered, and what becomes due by that.</summary>
    public async Task DrainAsync()
    {
        while (await Worker.WorkAsync(CancellationToken.None) > 0)
        {
        }
    }

    public async Task PassAsync(TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Time.Advance(step);
            await DrainAsync();
        }
    }

    /// <summary>How many rows stand how, by recipient or in all.</summary>
    public async Task<string> StandingAsync(string recipient = "%")
    {
        await using var command = Database.CreateCommand(
            "select state, count(*) from oneseal.deliveries where recipient like $1 group by state order by state");
        command.Parameters.Add(new() { Value = recipient });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add($"{reader.GetString(0)} {reader.GetInt64(1)}");
        return string.Join(", ", lines);
    }

    public async Task<object?> AskAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Worker.Dispose();
        _systems.Dispose();
        await Modules.DisposeAsync();
        await Database.DisposeAsync();
        _signal.Dispose();
    }

    private CommandContext Context => new(By.Administrator(), Time.GetUtcNow());
}
