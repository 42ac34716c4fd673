using System.Reflection;
using System.Reflection.Metadata;
using Autofac.Core;

namespace OneSeal.Host.Modules;

/// <summary>
/// Makes the process forget a module's types. System.Text.Json, the type descriptors and Autofac keep what they learned of a type for
/// ever, and with it the type's load context. The runtime can clear such caches when code is edited while it runs; the same hook serves
/// here: a static <c>ClearCache</c> on the type that an assembly names with <see cref="MetadataUpdateHandlerAttribute"/>.
/// </summary>
internal static class HostCaches
{
    public static void Forget(IReadOnlyList<Assembly> assemblies)
    {
        foreach (var clear in Clearers()) clear([]);
        ReflectionCacheSet.Shared.Clear((_, referenced) => referenced.Any(assemblies.Contains));
    }

    private static IEnumerable<Action<Type[]?>> Clearers() => AppDomain.CurrentDomain.GetAssemblies()
        // The core library's handler clears what hangs on the types themselves, which goes with them, and walks every type for it.
        .Where(assembly => !assembly.IsCollectible && assembly != typeof(object).Assembly)
        .SelectMany(assembly => assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>())
        .Select(attribute => attribute.HandlerType.GetMethod(
            "ClearCache", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, [typeof(Type[])]))
        .OfType<MethodInfo>()
        .Select(method => method.CreateDelegate<Action<Type[]?>>());
}
