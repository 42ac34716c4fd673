using System.Reflection;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OneSeal.Host.Cases;
using OneSeal.Host.Connections;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Modules;
using OneSeal.Sdk;

namespace OneSeal.Benchmarks;

/// <summary>What of a host takes part in the linkage, put together as it does: the commands, the worker, a department's module with its hook.</summary>
internal sealed class LinkageHost : IAsyncDisposable
{
    private readonly DeliverySignal _signal = new();
    private readonly ModuleRegistry _modules;
    private readonly SystemDelivery _systems;

    private LinkageHost(NpgsqlDataSource database, string folder, IClaims claims)
    {
        var time = TimeProvider.System;
        Journal = new EventJournal(database, _signal);
        Keys = new ConnectionKeys(DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(folder, "keys"))));
        _systems = new SystemDelivery(Journal, Keys, time);
        // Two hosts do not load from one place.
        var options = new ModuleOptions { Folder = Path.Combine(folder, "modules"), ShadowFolder = Path.Combine(folder, $"shadows-{Environment.ProcessId}") };
        _modules = new ModuleRegistry(options, NullLoggerFactory.Instance, time, claims);
        var calls = new ModuleCalls(_modules);
        var localities = new LocalityBook(Journal, time);
        var pushing = new Pushing(localities);
        Cases = new CaseCommands(Journal, localities, pushing, new LicenceCommands(pushing));
        Requirements = new GrantRequirements(calls);
        Ledger = new DeliveryLedger(database, NullLogger<DeliveryLedger>.Instance);
        Worker = new DeliveryWorker(
            Ledger, new ModuleDelivery(Journal, database, Cases, calls, time), _systems, _signal, time, NullLogger<DeliveryWorker>.Instance);
    }

    public EventJournal Journal { get; }

    public ConnectionKeys Keys { get; }

    public CaseCommands Cases { get; }

    public GrantRequirements Requirements { get; }

    public DeliveryLedger Ledger { get; }

    public DeliveryWorker Worker { get; }

    /// <param name="folder">Holds the installation's keys and its modules; all hosts on a database share it.</param>
    public static async Task<LinkageHost> OpenAsync(NpgsqlDataSource database, string folder, IClaims claims)
    {
        var host = new LinkageHost(database, folder, claims);
        await host._modules.LoadAllAsync();
        foreach (var state in host._modules.States) host._modules.Enable(state.Id, ModuleService.Bureau);
        return host;
    }

    /// <summary>A folder as <see cref="OpenAsync"/> needs it.</summary>
    public static string LayOut()
    {
        var folder = Directory.CreateTempSubdirectory("oneseal-linkage-").FullName;
        var fixtures = typeof(LinkageHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Fixtures").Value!;
        var module = Directory.CreateDirectory(Path.Combine(folder, "modules", ReadyCases.Module)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(fixtures, "Exemplary"))) File.Copy(file, Path.Combine(module, Path.GetFileName(file)));
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.StopAsync(CancellationToken.None);
        Worker.Dispose();
        _systems.Dispose();
        await _modules.DisposeAsync();
        _signal.Dispose();
    }
}

/// <summary>The desk the hook comes to: it shows that the hook was called, and nothing is claimed.</summary>
internal sealed class CountingDesk(Action<string>? called = null) : IClaims
{
    public Task<ClaimAnswer> ClaimAsync(ModuleClaim asked, CancellationToken cancellationToken)
    {
        called?.Invoke(asked.Push);
        return Task.FromResult(new ClaimAnswer(false, null));
    }
}
