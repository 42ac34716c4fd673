using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace OneSeal.Host.Modules;

/// <summary>
/// The only place that knows load contexts; a plug-in library (McMaster.NETCore.Plugins) would take its place here. A module is loaded
/// from a copy of its folder, so that its files can be overwritten while it runs.
/// </summary>
/// <remarks>A load context keeps versions apart. It is no wall: a module is trusted code of the process.</remarks>
internal sealed class ModuleLoader : IDisposable
{
    private readonly string _shadows;
    private readonly FileStream _claim;
    private int _copies;

    public ModuleLoader(ModuleOptions options)
    {
        Directory.CreateDirectory(options.ShadowFolder);
        foreach (var leftOver in Directory.EnumerateDirectories(options.ShadowFolder)) RemoveUnlessClaimed(leftOver);
        _shadows = Path.Combine(options.ShadowFolder, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(_shadows);
        _claim = Claim(_shadows);
    }

    /// <summary>Copies a module's folder to where it can be inspected and loaded from.</summary>
    public string Copy(string folder)
    {
        var number = Interlocked.Increment(ref _copies).ToString(CultureInfo.InvariantCulture);
        var copy = Path.Combine(_shadows, $"{Path.GetFileName(folder)}-{number}");
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Loads an assembly and, as they are asked for, its dependencies from the same copy.</summary>
    public static LoadedAssembly Load(string path)
    {
        var context = new Context(path);
        return new LoadedAssembly(context, context.LoadFromAssemblyPath(path));
    }

    /// <summary>Lets go of a module's assemblies. They leave memory once nothing refers to them any more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Unload(LoadedAssembly loaded)
    {
        Assembly[] assemblies = [.. loaded.LoadContext.Assemblies];
        loaded.LoadContext.Unload();
        HostCaches.Forget(assemblies);
    }

    /// <summary>Removes a copy. One that the system still holds is removed at the next start.</summary>
    public static void Remove(string copy)
    {
        try
        {
            if (Directory.Exists(copy)) Directory.Delete(copy, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows holds the files of an assembly until it is collected.
        }
    }

    public void Dispose()
    {
        _claim.Dispose();
        Remove(_shadows);
    }

    // A claim ends with its process however that ends, so what is not claimed is left over.
    private static FileStream Claim(string folder) =>
        new(Path.Combine(folder, ".claim"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static void RemoveUnlessClaimed(string folder)
    {
        try
        {
            Claim(folder).Dispose();
        }
        catch (IOException)
        {
            return;
        }

        Remove(folder);
    }

    private sealed class Context(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path), isCollectible: true)
    {
        private readonly AssemblyDependencyResolver _resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            if (SharedAssemblies.Contains(assemblyName.Name!)) return null;
            if (_resolver.ResolveAssemblyToPath(assemblyName) is { } found) return LoadFromAssemblyPath(found);

            // Null would ask the host's own context, which may hold a library of that name by chance. Texts of other languages may be
            // missing.
            return string.IsNullOrEmpty(assemblyName.CultureName)
                ? throw new FileNotFoundException(
                    $"The module does not bring {assemblyName.Name} {assemblyName.Version}.", assemblyName.Name)
                : null;
        }

        protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
            _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : 0;
    }
}

/// <summary>An assembly in a load context of its own.</summary>
/// <param name="LoadContext">
/// Held as long as the module serves: a collectible context that nobody holds is unloaded by its finalizer, also while its types are in
/// use, and from then on finds no dependency any more.
/// </param>
internal sealed record LoadedAssembly(AssemblyLoadContext LoadContext, Assembly Assembly)
{
    /// <summary>Dead once the module has left memory.</summary>
    public WeakReference Context { get; } = new(LoadContext);
}
