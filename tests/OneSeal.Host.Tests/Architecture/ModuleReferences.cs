using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace OneSeal.Host.Tests.Architecture;

/// <summary>The rule: of OneSeal's own, a module refers to the SDK and to nothing else.</summary>
internal static class ModuleReferences
{
    private const string Sdk = "OneSeal.Sdk";

    /// <summary>What a project file refers to and must not. Its items are read as text: a condition excuses nothing.</summary>
    public static IEnumerable<string> ForbiddenIn(string project)
    {
        foreach (var reference in XDocument.Load(project).Descendants().Where(e => e.Name.LocalName is "ProjectReference" or "Reference"))
        {
            var target = (string?)reference.Attribute("Include") ?? "";
            if (Path.GetFileNameWithoutExtension(target.Replace('\\', '/')) != Sdk) yield return target;
        }
    }

    /// <summary>What a built assembly refers to and must not.</summary>
    public static IEnumerable<string> ForbiddenOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        foreach (var reference in reader.AssemblyReferences.Select(h => reader.GetString(reader.GetAssemblyReference(h).Name)))
        {
            if (reference.StartsWith("OneSeal.", StringComparison.Ordinal) && reference != Sdk) yield return reference;
        }
    }
}
