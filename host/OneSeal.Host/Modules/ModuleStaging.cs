using System.Reflection;
using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>
/// Brings a module from its folder to a generation that is whole, or to the reason why it cannot be. Nothing of a module is visible
/// before that: what it registers before it fails is dropped with it.
/// </summary>
internal sealed class ModuleStaging(
    ModuleLoader loader, ModuleOptions options, ModuleThreads threads, ILoggerFactory loggers, TimeProvider time, IClaims? claims)
{
    /// <summary>A module as staged.</summary>
    /// <param name="Inspection">What its files say.</param>
    /// <param name="Generation">The module, if it came through.</param>
    /// <param name="Reason">Why it did not, in Chinese.</param>
    public sealed record Staged(ModuleInspection Inspection, ModuleGeneration? Generation, string Reason);

    public async Task<Staged> StageAsync(string module, string folder)
    {
        if (!Directory.Exists(folder)) return new(ModuleInspection.Of(folder), null, Reasons.Of("folder-gone"));
        string copy;
        try
        {
            copy = await Task.Run(() => loader.Copy(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(ModuleInspection.Of(folder), null, Reasons.Of("not-copied", ("cause", e.Message)));
        }

        var inspection = await Task.Run(() => ModuleInspection.Of(copy));
        if (inspection.Verdict != ModuleStatus.Found)
        {
            ModuleLoader.Remove(copy);
            return new(inspection, null, inspection.Reason);
        }

        LoadedAssembly? assembly = null;
        try
        {
            assembly = await Task.Run(() => Load(inspection.AssemblyPath));
            var definition = await ConfigureAsync(EntryOf(assembly, inspection.EntryType), options.SettingsOf(module));
            return new(inspection, Assemble(module, inspection, definition, assembly, copy), "");
        }
        catch (NotStaged e)
        {
            if (assembly is not null) ModuleLoader.Unload(assembly);
            ModuleLoader.Remove(copy);
            return new(inspection, null, e.Message);
        }
    }

    private static LoadedAssembly Load(string path)
    {
        LoadedAssembly? loaded = null;
        try
        {
            loaded = ModuleLoader.Load(path);

            // Loads every type, and so finds one that lacks a member of an interface it implements. No code of the module runs.
            loaded.Assembly.GetTypes();
            return loaded;
        }
        catch (Exception e)
            when (e is ReflectionTypeLoadException or TypeLoadException or IOException
                or BadImageFormatException or InvalidOperationException)
        {
            if (loaded is not null) ModuleLoader.Unload(loaded);
            var cause = e is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first : e;
            throw new NotStaged(Reasons.Of("not-loadable", ("cause", cause.Message)));
        }
    }

    private static Type EntryOf(LoadedAssembly loaded, string name) =>
        loaded.Assembly.GetType(name) is { IsVisible: true, IsAbstract: false, ContainsGenericParameters: false } type
        && type.IsAssignableTo(typeof(IDepartmentModule))
        && type.GetConstructor(Type.EmptyTypes) is not null
            ? type
            : throw new NotStaged(Reasons.Of("no-entry", ("type", name)));

    private async Task<ModuleDefinition> ConfigureAsync(Type entry, ModuleSettings settings)
    {
        try
        {
            return await threads.Run(() => Task.FromResult(Configure(entry, settings))).WaitAsync(options.ConfigureLimit, time);
        }
        catch (TimeoutException)
        {
            throw new NotStaged(Reasons.Of("configure-too-slow", ("seconds", options.ConfigureLimit.TotalSeconds)));
        }
    }

    private static ModuleDefinition Configure(Type entry, ModuleSettings settings)
    {
        var stage = "constructor-threw";
        try
        {
            var module = (IDepartmentModule)Activator.CreateInstance(entry)!;
            stage = "configure-threw";
            return ModuleDefinition.Of(module, settings);
        }
        catch (ModuleDefinitionException e)
        {
            throw new NotStaged(Reasons.Of("unsound", ("cause", e.Message)));
        }
#pragma warning disable CA1031 // Whatever a module throws ends here.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new NotStaged(Reasons.Of(stage, ("cause", ModuleCause.Of(e).Message)));
        }
    }

    private ModuleGeneration Assemble(
        string module, ModuleInspection inspection, ModuleDefinition definition, LoadedAssembly assembly, string copy)
    {
        try
        {
            return new ModuleGeneration(
                module,
                inspection,
                definition,
                assembly,
                copy,
                ModuleServices.Build(
                    definition, loggers, time, options.SettingsOf(module), new ModuleDesk(module, definition.Department, claims)),
                call => new CallLane(module, call, options, threads, time),
                threads);
        }
#pragma warning disable CA1031 // A registration that no container takes is the module's fault, whatever the container says of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw new NotStaged(Reasons.Of("services-unsound", ("cause", e.Message)));
        }
    }

    private sealed class NotStaged(string reason) : Exception(reason);
}
