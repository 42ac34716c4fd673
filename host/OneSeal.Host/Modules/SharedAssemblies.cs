using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>
/// What a module has in common with the host: the SDK, and the runtime's own assemblies (System.*, Microsoft.Extensions.*,
/// Microsoft.AspNetCore.*) on which the SDK's signatures stand. Everything else is private to the module, even if the host has a copy
/// too: so a module never depends on what the host happens to use, and two modules may hold two versions of one library.
/// </summary>
internal static class SharedAssemblies
{
    private static readonly Assembly Sdk = typeof(IDepartmentModule).Assembly;
    private static readonly ConcurrentDictionary<string, Version?> Versions = new(StringComparer.OrdinalIgnoreCase);

    // By folder, not by name: the host's own packages have System.* names among them.
    private static readonly FrozenDictionary<string, string> Paths =
        new[] { typeof(object), typeof(WebApplication) }
            .Select(type => Path.GetDirectoryName(type.Assembly.Location)!)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .DistinctBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);

    public static string SdkName { get; } = Sdk.GetName().Name!;

    public static Version SdkVersion { get; } = Sdk.GetName().Version!;

    public static string SdkPath => Sdk.Location;

    public static bool Contains(string name) => name == SdkName || Paths.ContainsKey(name);

    /// <summary>The version the host has; null for what is not shared.</summary>
    public static Version? VersionOf(string name) => name == SdkName
        ? SdkVersion
        : Versions.GetOrAdd(name, n => Paths.TryGetValue(n, out var path) ? AssemblyName.GetAssemblyName(path).Version : null);
}
