using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Autofac;
using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>
/// One loading of a module: its registration, its container, and the calls that are inside it. A replaced module has two of these for a
/// while: calls under way finish on the old one.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A call that hangs may hold the token long after; there is nothing to free.")]
internal sealed class ModuleGeneration
{
    private readonly LoadedAssembly _assembly;
    private readonly string _copy;
    private readonly IContainer _services;
    private readonly FrozenDictionary<ModuleCall, CallLane> _lanes;
    private readonly ModuleThreads _threads;
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private int _inside = 1;
    private int _hanging;

    public ModuleGeneration(
        string module,
        ModuleInspection inspection,
        ModuleDefinition definition,
        LoadedAssembly assembly,
        string copy,
        IContainer services,
        Func<ModuleCall, CallLane> lane,
        ModuleThreads threads)
    {
        Module = module;
        Inspection = inspection;
        Definition = definition;
        _assembly = assembly;
        _copy = copy;
        _services = services;
        _threads = threads;
        _lanes = Enum.GetValues<ModuleCall>().ToFrozenDictionary(call => call, lane);
        foreach (var (call, l) in _lanes)
        {
            l.Paused += paused => Paused?.Invoke(call, paused);
            l.Hanging += more => Hanging?.Invoke(Interlocked.Add(ref _hanging, more));
        }
    }

    /// <summary>Calls of a kind begin or cease to be held back.</summary>
    public event Action<ModuleCall, bool>? Paused;

    /// <summary>So many calls go on although they were told to end.</summary>
    public event Action<int>? Hanging;

    /// <summary>The folder name of the module.</summary>
    public string Module { get; }

    public ModuleInspection Inspection { get; }

    public ModuleDefinition Definition { get; }

    /// <summary>Given when calls that are still inside must end because the module leaves.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Dead once this generation has left memory.</summary>
    public WeakReference Context => _assembly.Context;

    public CallLane Lane(ModuleCall call) => _lanes[call];

    public ILifetimeScope BeginScope() => _services.BeginLifetimeScope();

    /// <summary>Counts a call in, unless this generation has been retired and is empty: then there is a newer one, or none.</summary>
    public bool TryEnter()
    {
        var inside = Volatile.Read(ref _inside);
        while (inside > 0)
        {
            var seen = Interlocked.CompareExchange(ref _inside, inside + 1, inside);
            if (seen == inside) return true;
            inside = seen;
        }

        return false;
    }

    public void Exit()
    {
        if (Interlocked.Decrement(ref _inside) == 0) _empty.TrySetResult();
    }

    /// <summary>Waits for the calls inside to end, at the longest for the given time, then unloads. Called once.</summary>
    public async Task RetireAsync(TimeSpan drainLimit, TimeSpan endingLimit, TimeProvider time)
    {
        Exit();
        if (!await EmptyWithin(drainLimit, time))
        {
            await _stop.CancelAsync();
            await EmptyWithin(endingLimit, time);
        }

        await DisposeServicesAsync(endingLimit, time);
        ModuleLoader.Unload(_assembly);
        ModuleLoader.Remove(_copy);
    }

    private async Task<bool> EmptyWithin(TimeSpan limit, TimeProvider time)
    {
        try
        {
            await _empty.Task.WaitAsync(limit, time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    // Disposing runs the module's code, so it gets no more trust than any other call.
    private async Task DisposeServicesAsync(TimeSpan limit, TimeProvider time)
    {
        try
        {
            await _threads.Run(async () =>
            {
                await _services.DisposeAsync();
                return true;
            }).WaitAsync(limit, time);
        }
#pragma warning disable CA1031 // A module that cannot clean up is unloaded all the same.
        catch (Exception)
#pragma warning restore CA1031
        {
            // Nothing depends on it any more.
        }
    }
}
