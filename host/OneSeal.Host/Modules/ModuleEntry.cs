using System.Collections.Frozen;
using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>What the registry holds of one module. Changed under the registry's lock; the state may be read without.</summary>
internal sealed class ModuleEntry(ModuleState state)
{
    /// <summary>One loading or unloading at a time.</summary>
    public SemaphoreSlim Gate { get; } = new(1);

    public ModuleState State { get; set; } = state;

    /// <summary>The generation that new calls go to; null while there is none.</summary>
    public ModuleGeneration? Live { get; set; }

    /// <summary>Set while the module is enabled; cancelled when it no longer is.</summary>
    public CancellationTokenSource? Serving { get; set; }

    /// <summary>A reason that stands until the next loading.</summary>
    public string Standing { get; set; } = "";

    /// <summary>The calls that are held back.</summary>
    public SortedSet<ModuleCall> Paused { get; } = [];

    /// <summary>What it registered when it was loaded last.</summary>
    public FrozenSet<ItemCode> Registered { get; set; } = [];
}

/// <summary>What a call needs to know of the module it goes to.</summary>
/// <param name="Entry">The module.</param>
/// <param name="Generation">The generation that new calls go to.</param>
/// <param name="Serving">Given when the module is disabled; null while it is not enabled.</param>
internal sealed record ModuleRoute(ModuleEntry Entry, ModuleGeneration Generation, CancellationToken? Serving);

/// <summary>What a call needs to know of the item it is for.</summary>
internal sealed record ItemRoute(ModuleRoute Module, ServedItem Served);

/// <summary>Everything that calls need to know, exchanged whole: a call sees a module as it was before a change, or after.</summary>
internal sealed record Routes(FrozenDictionary<string, ModuleRoute> Modules, FrozenDictionary<ItemCode, ItemRoute> Items)
{
    public static Routes Of(IEnumerable<ModuleRoute> modules)
    {
        var byId = modules.ToFrozenDictionary(m => m.Entry.State.Id, StringComparer.Ordinal);
        return new Routes(byId, byId.Values.SelectMany(m => m.Generation.Definition.Items.Select(item => new ItemRoute(
            m, new ServedItem(item, m.Entry.State.Id, m.Generation.Definition.Department, m.Entry.State.Service))))
            .ToFrozenDictionary(r => r.Served.Item.Code));
    }
}
