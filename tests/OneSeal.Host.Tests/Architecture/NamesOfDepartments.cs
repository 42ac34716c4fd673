using System.Text.RegularExpressions;
using OneSeal.Host.Modules;

namespace OneSeal.Host.Tests.Architecture;

/// <summary>The rule: the host and the SDK name no department, no item of one, and no code of either.</summary>
internal static class NamesOfDepartments
{
    private static readonly string[] Kinds = [".cs", ".json", ".hbs", ".sql", ".ts", ".tsx"];

    private static readonly string[] BuiltOrFetched = ["bin", "obj", "node_modules", "dist", "artifacts"];

    /// <summary>
    /// Where names may stand: the story of the demonstration district is told about its departments, and is data that an installation
    /// does without.
    /// </summary>
    private static readonly string[] Allowed = ["host/OneSeal.Host/Demonstration/*.json"];

    /// <summary>What the loaded modules call themselves and theirs.</summary>
    public static IReadOnlyList<string> Of(ModuleRegistry registry) =>
    [
        .. registry.Items
            .SelectMany(i => new[] { i.Department.Name, i.Department.Code.Value, i.Item.Definition.Name, i.Item.Definition.BasicCode })
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Each place under a folder of the sources that names one of them.</summary>
    public static IEnumerable<string> FoundUnder(string root, string folder, IReadOnlyList<string> names)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (!Kinds.Contains(Path.GetExtension(path)) || relative.Split('/').Any(BuiltOrFetched.Contains) || IsAllowed(relative)) continue;
            foreach (var (number, line) in File.ReadLines(path).Index())
            {
                // An example in the documentation of a member is no behaviour.
                if (line.TrimStart().StartsWith("///", StringComparison.Ordinal)) continue;
                foreach (var name in names.Where(n => line.Contains(n, StringComparison.Ordinal))) yield return $"{relative}:{number + 1} {name}";
            }
        }
    }

    private static bool IsAllowed(string relative) =>
        Allowed.Any(pattern => Regex.IsMatch(relative, "^" + Regex.Escape(pattern).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$"));
}
