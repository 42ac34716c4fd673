using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>
/// The modules of this process: which there are, how far each has come, and which of them registered an item. It keeps nothing beyond
/// the process: who enabled what, and whether a memorandum allows it, is the caller's to know and to repeat at the next start.
/// </summary>
internal sealed class ModuleRegistry : IAsyncDisposable
{
    private readonly ModuleOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly ModuleLoader _loader;
    private readonly ModuleStaging _staging;
    private readonly ConcurrentDictionary<string, ModuleEntry> _entries = new(StringComparer.Ordinal);
    private readonly Lock _commit = new();
    private readonly ConcurrentDictionary<Task, bool> _leaving = new();
    private readonly List<WeakReference> _left = [];
    private volatile Routes _routes = Routes.Of([]);

    public ModuleRegistry(ModuleOptions options, ILoggerFactory loggers, TimeProvider time, IClaims? claims = null)
    {
        _options = options;
        _time = time;
        _log = loggers.CreateLogger<ModuleRegistry>();
        _loader = new ModuleLoader(options);
        _staging = new ModuleStaging(_loader, options, new ModuleThreads(), loggers, time, claims);
    }

    /// <summary>A module's state has changed. Raised after the change, outside every lock, maybe from several threads.</summary>
    public event Action<ModuleState>? Changed;

    /// <summary>Every module, by id.</summary>
    public IReadOnlyList<ModuleState> States => [.. _entries.Values.Select(e => e.State).OrderBy(s => s.Id, StringComparer.Ordinal)];

    /// <summary>Every item of every loaded module.</summary>
    public IReadOnlyList<ServedItem> Items => [.. _routes.Items.Values.Select(r => r.Served)];

    /// <summary>How many generations were unloaded and are in memory still; more than a few for long is a module's leak.</summary>
    public int Lingering
    {
        get
        {
            lock (_commit)
            {
                _left.RemoveAll(context => !context.IsAlive);
                return _left.Count;
            }
        }
    }

    public bool TryFindItem(ItemCode code, [NotNullWhen(true)] out ServedItem? item)
    {
        item = _routes.Items.GetValueOrDefault(code)?.Served;
        return item is not null;
    }

    /// <summary>
    /// What must hold before the item is granted, by name; null while no module that registered the item is loaded, whether it is enabled
    /// or not.
    /// </summary>
    public IReadOnlyList<string>? RequirementsOf(ItemCode code) => _routes.Items.GetValueOrDefault(code) is { } route
        ? [.. route.Module.Generation.Definition.Requirements.Where(r => r.BasicCodes.Contains(code.BasicCode)).Select(r => r.Name)]
        : null;

    /// <summary>The state of a module.</summary>
    /// <exception cref="Refusal">There is no such module.</exception>
    public ModuleState StateOf(string id) => EntryOf(id).State;

    /// <summary>Looks for modules in the folder, forgets those that have gone without being loaded, and returns the ids of all.</summary>
    public IReadOnlyList<string> Discover()
    {
        var folders = Directory.Exists(_options.Folder)
            ? Directory.GetDirectories(_options.Folder).Select(f => Path.GetFileName(f)).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (var (id, entry) in _entries)
        {
            if (entry.Live is null && !folders.Contains(id)) _entries.TryRemove(id, out _);
        }

        foreach (var id in folders)
            _entries.TryAdd(id, new ModuleEntry(new ModuleState { Id = id, Status = ModuleStatus.Found, Since = _time.GetUtcNow() }));
        return [.. _entries.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Finds and loads every module, in the order of their ids, so that of two that claim one item the same always wins.</summary>
    public async Task LoadAllAsync()
    {
        foreach (var id in Discover()) await LoadAsync(id);
    }

    /// <summary>
    /// Loads a module; one that is loaded already is left as it is. That it cannot be loaded is a state, not an exception.
    /// </summary>
    /// <exception cref="Refusal">There is no such module.</exception>
    public Task<ModuleState> LoadAsync(string id) => EntryOf(id).Live is null ? ReplaceAsync(id) : Task.FromResult(StateOf(id));

    /// <summary>
    /// Loads a module from its folder as it is now. New calls go to the new generation at once, calls under way finish on the old one,
    /// which is unloaded after them. If the new one does not come through, the old one goes on serving and the state says why.
    /// </summary>
    /// <exception cref="Refusal">There is no such module.</exception>
    public async Task<ModuleState> ReplaceAsync(string id)
    {
        var entry = EntryOf(id);
        await entry.Gate.WaitAsync();
        try
        {
            var staged = await _staging.StageAsync(id, Path.Combine(_options.Folder, id));
            Commit(entry, staged);
        }
        finally
        {
            entry.Gate.Release();
        }

        Tell(entry);
        return entry.State;
    }

    /// <summary>Lets a loaded module be called.</summary>
    /// <param name="id">The module.</param>
    /// <param name="service">For whom it serves; a further call changes it.</param>
    /// <exception cref="Refusal">There is no such module, or it is not loaded.</exception>
    public ModuleState Enable(string id, ModuleService service)
    {
        var entry = EntryOf(id);
        lock (_commit)
        {
            RequireLive(entry);
            entry.Serving ??= new CancellationTokenSource();
            SetState(entry, entry.State with { Status = ModuleStatus.Enabled, Service = service });
            Publish();
        }

        Tell(entry);
        return entry.State;
    }

    /// <summary>Stops calls into a module: new ones are refused, those under way are told to end. It stays loaded.</summary>
    /// <exception cref="Refusal">There is no such module, or it is not loaded.</exception>
    public ModuleState Disable(string id)
    {
        var entry = EntryOf(id);
        CancellationTokenSource? serving;
        lock (_commit)
        {
            RequireLive(entry);
            serving = StopServing(entry);
            SetState(entry, entry.State with { Status = ModuleStatus.Disabled, Service = null });
            Publish();
        }

        Cancel(serving);
        Tell(entry);
        return entry.State;
    }

    /// <summary>Takes a module out of the process; its folder stays, so that it can be loaded again.</summary>
    /// <exception cref="Refusal">There is no such module.</exception>
    public async Task<ModuleState> UnloadAsync(string id)
    {
        var entry = EntryOf(id);
        await entry.Gate.WaitAsync();
        Task? leaving;
        try
        {
            leaving = TakeOut(entry, ModuleStatus.Found, "");
        }
        finally
        {
            entry.Gate.Release();
        }

        Tell(entry);
        if (leaving is not null) await leaving;
        return entry.State;
    }

    /// <summary>Enters the module that serves an item; the caller disposes what it gets when the call has really ended.</summary>
    /// <param name="code">The item.</param>
    /// <param name="item">The item as the generation entered registered it.</param>
    /// <exception cref="Refusal">No module registered the item, or it is not enabled.</exception>
    public ModuleVisit Enter(ItemCode code, out RegisteredItem item)
    {
        RegisteredItem? found = null;
        var visit = Enter(routes =>
        {
            var route = routes.Items.GetValueOrDefault(code) ?? throw NotRegistered(code);
            found = route.Served.Item;
            return route.Module;
        });
        item = found!;
        return visit;
    }

    /// <summary>Enters a module; the caller disposes what it gets when the call has really ended.</summary>
    /// <exception cref="Refusal">There is no such module, or it is not enabled.</exception>
    public ModuleVisit Enter(string id) => Enter(routes => routes.Modules.GetValueOrDefault(id) ?? throw NotRunning(StateOf(id)));

    /// <summary>The modules of an organisation, loaded now or before; usually one.</summary>
    public IReadOnlyList<string> ModulesOf(string region, string organisation) =>
    [
        .. States.Where(s => s.Department is { } d && d.Region.Value == region && d.Code.Value == organisation).Select(s => s.Id),
    ];

    /// <summary>Why a call was told to end that had begun: what has become of its module meanwhile.</summary>
    public Refusal Interrupted(string module) => NotServing(StateOf(module));

    /// <summary>Notes a failed call in the module's state.</summary>
    public void Note(ModuleGeneration generation, ModuleFault fault)
    {
        if (fault.Kind is ModuleFaultKind.Busy or ModuleFaultKind.Paused) return;
        _log.LogWarning("Module {Module}: {Fault} {Trace}", fault.Module, fault.Message, fault.Trace);
        if (!_entries.TryGetValue(generation.Module, out var entry)) return;
        lock (_commit) entry.State = entry.State with { LastFault = new ModuleIncident(fault.Message, _time.GetUtcNow()) };
        Tell(entry);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var entry in _entries.Values) _ = TakeOut(entry, ModuleStatus.Found, "");

        await Task.WhenAll(_leaving.Keys);
        _loader.Dispose();
    }

    private ModuleVisit Enter(Func<Routes, ModuleRoute> find)
    {
        while (true)
        {
            var route = find(_routes);
            if (route.Serving is not { } serving) throw NotServing(route.Entry.State);

            // It fails only for a generation that has just been replaced; the next look finds its successor.
            if (route.Generation.TryEnter()) return new(this, route.Generation, serving);
        }
    }

    private void Commit(ModuleEntry entry, ModuleStaging.Staged staged)
    {
        ModuleGeneration? leaving;
        lock (_commit)
        {
            var generation = staged.Generation;
            var reason = generation is not null && TakenBy(entry, generation) is { } conflict ? conflict : staged.Reason;
            if (reason.Length > 0)
            {
                Fail(entry, staged.Inspection, reason);
                leaving = generation;
            }
            else
            {
                leaving = entry.Live;
                Adopt(entry, generation!);
            }
        }

        if (leaving is not null) _ = LeaveAsync(leaving, _options.DrainLimit);
    }

    private void Adopt(ModuleEntry entry, ModuleGeneration generation)
    {
        entry.Live = generation;
        entry.Registered = generation.Definition.Items.Select(item => item.Code).ToFrozenSet();
        entry.Paused.Clear();
        entry.Standing = "";
        generation.Paused += (call, paused) => OnPaused(entry, generation, call, paused);
        generation.Hanging += count => OnHanging(entry, generation, count);
        SetState(entry, entry.State with
        {
            Status = entry.Serving is not null ? ModuleStatus.Enabled
                : entry.State.Status == ModuleStatus.Disabled ? ModuleStatus.Disabled : ModuleStatus.Loaded,
            Reason = "",
            Department = generation.Definition.Department,
            Version = generation.Inspection.Version,
            SdkVersion = generation.Inspection.SdkVersion,
            ItemCount = generation.Definition.Items.Count,
            LastFault = null,
        });
        Publish();
        _log.LogInformation("Module {Module} {Version} is loaded.", entry.State.Id, entry.State.Version);
    }

    private void Fail(ModuleEntry entry, ModuleInspection inspection, string reason)
    {
        _log.LogWarning("Module {Module} is not loaded: {Reason}", entry.State.Id, reason);
        if (entry.Live is not null)
        {
            entry.Standing = Reasons.Of("replacement-failed", ("version", entry.State.Version), ("cause", reason));
            SetState(entry, entry.State with { Reason = ReasonOf(entry) });
            return;
        }

        SetState(entry, entry.State with
        {
            Status = inspection.Verdict == ModuleStatus.Unsupported ? ModuleStatus.Unsupported : ModuleStatus.Malfunctioned,
            Reason = reason,
            Version = inspection.Version,
            SdkVersion = inspection.SdkVersion,
        });
    }

    private string? TakenBy(ModuleEntry entry, ModuleGeneration generation) => generation.Definition.Items
        .Select(item => _routes.Items.TryGetValue(item.Code, out var other) && other.Module.Entry != entry
            ? Reasons.Of("item-taken", ("item", item.Definition.Name), ("code", item.Code), ("module", other.Served.Module))
            : null)
        .FirstOrDefault(conflict => conflict is not null);

    /// <returns>The leaving of the generation; null if there is none, or not the one meant.</returns>
    private Task? TakeOut(ModuleEntry entry, ModuleStatus status, string reason, ModuleGeneration? meant = null)
    {
        ModuleGeneration leaving;
        CancellationTokenSource? serving;
        lock (_commit)
        {
            if (entry.Live is null || (meant is not null && entry.Live != meant)) return null;
            leaving = entry.Live;
            entry.Live = null;
            entry.Paused.Clear();
            entry.Standing = "";
            serving = StopServing(entry);
            SetState(entry, entry.State with { Status = status, Reason = reason, Service = null, ItemCount = 0 });
            Publish();
        }

        Cancel(serving);

        // Its calls were told to end already.
        return LeaveAsync(leaving, _options.EndingLimit);
    }

    private Task LeaveAsync(ModuleGeneration generation, TimeSpan drainLimit)
    {
        lock (_commit) _left.Add(generation.Context);
        var leaving = generation.RetireAsync(drainLimit, _options.EndingLimit, _time);
        _leaving.TryAdd(leaving, true);
        _ = leaving.ContinueWith(done => _leaving.TryRemove(done, out _), TaskScheduler.Default);
        return leaving;
    }

    private void OnPaused(ModuleEntry entry, ModuleGeneration generation, ModuleCall call, bool paused)
    {
        lock (_commit)
        {
            if (entry.Live != generation) return;
            if (paused) entry.Paused.Add(call);
            else entry.Paused.Remove(call);
            SetState(entry, entry.State with { Reason = ReasonOf(entry) });
        }

        Tell(entry);
    }

    private void OnHanging(ModuleEntry entry, ModuleGeneration generation, int count)
    {
        if (count < _options.HangingCalls) return;
        var reason = Reasons.Of("hanging", ("count", count));
        if (TakeOut(entry, ModuleStatus.Malfunctioned, reason, generation) is null) return;
        _log.LogError("Module {Module} is taken out: {Reason}", entry.State.Id, reason);
        Tell(entry);
    }

    private string ReasonOf(ModuleEntry entry) => entry.Paused.Count == 0
        ? entry.Standing
        : entry.Standing + Reasons.Of("paused", ("calls", entry.Paused.Select(ModuleFault.Name)), ("seconds", _options.Pause.TotalSeconds));

    private void Publish() => _routes = Routes.Of(
        _entries.Values.Where(entry => entry.Live is not null).Select(entry => new ModuleRoute(entry, entry.Live!, entry.Serving?.Token)));

    private void SetState(ModuleEntry entry, ModuleState state) => entry.State =
        state.Status == entry.State.Status && state.Reason == entry.State.Reason ? state : state with { Since = _time.GetUtcNow() };

    private void Tell(ModuleEntry entry) => Changed?.Invoke(entry.State);

    private ModuleEntry EntryOf(string id) =>
        _entries.GetValueOrDefault(id) ?? throw Refusal.NotFound("module-unknown", ("module", id));

    private static void RequireLive(ModuleEntry entry)
    {
        if (entry.Live is null) throw NotRunning(entry.State);
    }

    private static Refusal NotRunning(ModuleState state) => Refusal.Conflict(
        "module-not-running", ("module", state.Id), ("reason", state.Reason.Length > 0 ? state.Reason : Reasons.Of("not-loaded")));

    // An item whose module was taken out has not vanished: the clerk is told what has happened to the module.
    private Refusal NotRegistered(ItemCode code) => _entries.Values.FirstOrDefault(e => e.Registered.Contains(code)) is { } entry
        ? NotRunning(entry.State)
        : Refusal.NotFound("item-unregistered", ("item", code));

    private static Refusal NotServing(ModuleState state) => state.Status switch
    {
        ModuleStatus.Enabled => Refusal.Conflict("module-replaced", ("module", state.Id)),
        ModuleStatus.Disabled => Refusal.Conflict("module-disabled", ("module", state.Id)),
        ModuleStatus.Loaded => Refusal.Conflict("module-not-enabled", ("module", state.Id)),
        _ => NotRunning(state),
    };

    private static CancellationTokenSource? StopServing(ModuleEntry entry)
    {
        var serving = entry.Serving;
        entry.Serving = null;
        return serving;
    }

    // Outside the lock: what is told to end may run code at once. Not disposed: calls that are ending still hold the token.
    private static void Cancel(CancellationTokenSource? serving) => serving?.CancelAsync();
}
