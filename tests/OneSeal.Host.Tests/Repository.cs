using System.Reflection;

namespace OneSeal.Host.Tests;

/// <summary>Where the sources and the built things lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string HostOutput { get; } = Path.Combine(Root, "artifacts", "host", Metadata("Configuration"));

    public static string Fixtures { get; } = Path.Combine(Root, "artifacts", "fixtures", Metadata("Configuration"));

    private static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
