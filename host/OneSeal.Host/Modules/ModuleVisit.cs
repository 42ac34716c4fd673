namespace OneSeal.Host.Modules;

/// <summary>A call's stay inside a generation of a module, which is not unloaded before the last visit has ended.</summary>
internal sealed class ModuleVisit(ModuleRegistry registry, ModuleGeneration generation, CancellationToken serving) : IDisposable
{
    public ModuleGeneration Generation { get; } = generation;

    /// <summary>Given when the module is being disabled.</summary>
    public CancellationToken Serving { get; } = serving;

    public void Note(ModuleFault fault) => registry.Note(Generation, fault);

    public void Dispose() => Generation.Exit();
}
