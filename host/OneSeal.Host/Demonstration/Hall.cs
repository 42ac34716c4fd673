using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Connections;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Feedback;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Modules;
using OneSeal.Host.Oversight;
using OneSeal.Host.Requests;

namespace OneSeal.Host.Demonstration;

/// <summary>
/// The parts of the host with which the story is told: the same rules, journal and modules as ever, on the story's clock. The modules are
/// loaded for it alone, so that their steps too read that clock.
/// </summary>
internal sealed class Hall : IAsyncDisposable
{
    private readonly DeliverySignal _signal = new();
    private readonly SystemDelivery _systems;
    private readonly DeliveryWorker _deliveries;
    private readonly AcceptanceSweep _acceptance;
    private readonly SupportSweep _support;
    private readonly LicenceSweep _licenceSweep;
    private readonly DelaySweep _delays;

    public Hall(NpgsqlDataSource database, ModuleOptions modules, ILoggerFactory loggers)
    {
        Database = database;
        Journal = new EventJournal(database);
        Registry = new ModuleRegistry(modules, loggers, Time);
        Calls = new ModuleCalls(Registry);
        Attachments = new Attachments(database, Time);
        Pushing = new Pushing(Localities = new LocalityBook(Journal, Time));
        var licences = new LicenceCommands(Pushing);
        Cases = new CaseCommands(Journal, Localities, Pushing, licences);
        HeldLicences = new HeldLicences(database);
        FileCase = new FileCase(Journal, Cases, Registry, new FormAssessment(Calls), Attachments, HeldLicences);
        _deliveries = new DeliveryWorker(
            new DeliveryLedger(database, loggers.CreateLogger<DeliveryLedger>()), new ModuleDelivery(Journal, database, Cases, Calls, Time),
            _systems = new SystemDelivery(Journal, new ConnectionKeys(new EphemeralDataProtectionProvider()), Time), _signal, Time,
            loggers.CreateLogger<DeliveryWorker>());
        Feedback = new ReportFeedback(Journal, database, Localities, new SubjectFinder(database), Attachments);
        Requests = new RequestCommands(Localities);
        SubmitRequest = new SubmitRequest(Journal, Requests, Attachments, database);
        DecideRequest = new DecideRequest(Requests, licences);
        _acceptance = new AcceptanceSweep(database, Cases, Time, loggers.CreateLogger<AcceptanceSweep>());
        _support = new SupportSweep(database, Cases, Time, loggers.CreateLogger<SupportSweep>());
        _licenceSweep = new LicenceSweep(database, Journal, licences, Time, loggers.CreateLogger<LicenceSweep>());
        _delays = new DelaySweep(database, Journal, Time, loggers.CreateLogger<DelaySweep>());
    }

    public SimulatedTime Time { get; } = new();

    public DateTimeOffset Now => Time.GetUtcNow();

    public DateOnly Today => LocalTime.DayOf(Now);

    public NpgsqlDataSource Database { get; }

    public EventJournal Journal { get; }

    public ModuleRegistry Registry { get; }

    public ModuleCalls Calls { get; }

    public Attachments Attachments { get; }

    public HeldLicences HeldLicences { get; }

    public LocalityBook Localities { get; }

    public Pushing Pushing { get; }

    public CaseCommands Cases { get; }

    public FileCase FileCase { get; }

    public ReportFeedback Feedback { get; }

    public RequestCommands Requests { get; }

    public SubmitRequest SubmitRequest { get; }

    public DecideRequest DecideRequest { get; }

    public Task<TAnswer> ExecuteAsync<TAnswer>(Person person, Func<JournalWork, Task<TAnswer>> command) where TAnswer : class =>
        Journal.ExecuteAsync(new CommandContext(person.Actor, Now), command, CancellationToken.None);

    /// <summary>A command on one stream, as the edge does it.</summary>
    public Task ChangeAsync<TState, TEvent>(
        Person person,
        StreamKind<TState, TEvent> kind, string id, Func<TState, CommandContext, TEvent> rule) where TState : class where TEvent : class =>
        ExecuteAsync(person, async work =>
        {
            var stream = await work.LoadAsync(kind, id, CancellationToken.None);
            return work.Append(stream, rule(stream.State, work.Context));
        });

    public Task<CaseAnswer> ChangeCaseAsync(Person person, string id, CaseCommands.Rule rule) =>
        Cases.ExecuteAsync(new CommandContext(person.Actor, Now), id, rule, CancellationToken.None);

    public async Task<TState> LoadAsync<TState, TEvent>(StreamKind<TState, TEvent> kind, string region, string id)
        where TState : class where TEvent : class =>
        (await Journal.LoadAsync(kind, kind.Stream(region, id), CancellationToken.None)).State;

    /// <summary>Automatic steps are performed, hooks and inboxes told, before anything else happens.</summary>
    public async Task DeliverAsync()
    {
        while (await _deliveries.WorkAsync(CancellationToken.None) > 0)
        {
        }
    }

    /// <summary>What a day that has passed does by itself: as a running host finds it in its first minute.</summary>
    public async Task SweepAsync()
    {
        var happened = await _acceptance.RunAsync(CancellationToken.None) + await _support.RunAsync(CancellationToken.None)
            + await _licenceSweep.RunAsync(CancellationToken.None);
        await _delays.RunAsync(CancellationToken.None);
        if (happened > 0) await DeliverAsync();
    }

    public ValueTask DisposeAsync()
    {
        _deliveries.Dispose();
        _systems.Dispose();
        _signal.Dispose();
        _acceptance.Dispose();
        _support.Dispose();
        _licenceSweep.Dispose();
        _delays.Dispose();
        return Registry.DisposeAsync();
    }
}
