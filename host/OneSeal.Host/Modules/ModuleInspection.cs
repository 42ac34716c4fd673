using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>
/// What a module's files say before any of its code is loaded: which assembly is the module, which SDK it was built for, and whether all
/// it refers to is there. The runtime itself would notice what is missing only at its first use.
/// </summary>
internal sealed record ModuleInspection
{
    /// <summary>Found if it is fit to be loaded.</summary>
    public ModuleStatus Verdict { get; private init; } = ModuleStatus.Found;

    /// <summary>Why it is not fit, in Chinese.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>The assembly with the module.</summary>
    public string AssemblyPath { get; private init; } = "";

    /// <summary>The full name of the type with the module.</summary>
    public string EntryType { get; private init; } = "";

    public Version? Version { get; private init; }

    public Version? SdkVersion { get; private init; }

    public static ModuleInspection Of(string folder)
    {
        var found = new List<ModuleInspection>();
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.dll") : [];
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            try
            {
                if (Entry(path) is { } entry) found.Add(entry);
            }
            catch (Exception e) when (e is BadImageFormatException or IOException or InvalidOperationException)
            {
                return new ModuleInspection().Unreadable(path, e);
            }
        }

        return found switch
        {
            [] => new ModuleInspection().Unfit(ModuleStatus.Malfunctioned, Reasons.Of("no-module")),
            [var module] => module.Checked(),
            [var first, ..] => first.Unfit(
                ModuleStatus.Malfunctioned,
                Reasons.Of("several-modules", ("files", found.Select(m => Path.GetFileName(m.AssemblyPath))))),
        };
    }

    private static ModuleInspection? Entry(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata) return null;
        var reader = file.GetMetadataReader();
        if (!reader.IsAssembly) return null;
        var assembly = reader.GetAssemblyDefinition();
        var entry = assembly.GetCustomAttributes().Select(reader.GetCustomAttribute)
            .Where(attribute => IsModuleAttribute(reader, attribute))
            .Select(attribute => TypeNamedBy(reader, attribute))
            .FirstOrDefault();
        return entry is null ? null : new ModuleInspection
        {
            AssemblyPath = path,
            EntryType = entry,
            Version = assembly.Version,
            SdkVersion = References(reader).FirstOrDefault(r => r.Name == SharedAssemblies.SdkName)?.Version,
        };
    }

    private ModuleInspection Checked()
    {
        var host = SharedAssemblies.SdkVersion;
        if (SdkVersion is null || SdkVersion.Major != host.Major || SdkVersion > host)
            return Unfit(ModuleStatus.Unsupported, Reasons.Of("other-sdk", ("built", SdkVersion), ("host", host)));

        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        try
        {
            Walk(AssemblyPath, Path.GetDirectoryName(AssemblyPath)!, new(StringComparer.OrdinalIgnoreCase), unknown, missing);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or InvalidOperationException)
        {
            return Unreadable(AssemblyPath, e);
        }

        if (unknown.Count > 0) return Unfit(ModuleStatus.Unsupported, Reasons.Of("missing-members", ("members", unknown)));
        return missing.Count > 0
            ? Unfit(ModuleStatus.Malfunctioned, Reasons.Of("missing-dependency", ("dependencies", missing)))
            : this;
    }

    private ModuleInspection Unfit(ModuleStatus verdict, string reason) => this with { Verdict = verdict, Reason = reason };

    private ModuleInspection Unreadable(string path, Exception e) =>
        Unfit(ModuleStatus.Malfunctioned, Reasons.Of("unreadable", ("file", Path.GetFileName(path)), ("cause", e.Message)));

    /// <summary>Follows the references through everything the module brings itself.</summary>
    private static void Walk(string path, string folder, HashSet<string> seen, SortedSet<string> unknown, SortedSet<string> missing)
    {
        if (!seen.Add(path)) return;
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        unknown.UnionWith(SdkSurface.OfHost.MissingFor(reader));
        foreach (var reference in References(reader))
        {
            var shared = SharedAssemblies.VersionOf(reference.Name!);
            var own = shared is null ? FileOf(folder, reference) : null;
            var version = shared ?? (own is null ? null : AssemblyName.GetAssemblyName(own).Version);
            if (version is null || version < reference.Version)
                missing.Add(Missing(reference, version, path));
            else if (own is not null)
                Walk(own, folder, seen, unknown, missing);
        }
    }

    private static string Missing(AssemblyName reference, Version? found, string path) => found is null
        ? Reasons.Of("dependency-absent", ("name", reference.Name), ("version", reference.Version), ("by", Path.GetFileName(path)))
        : Reasons.Of(
            "dependency-older", ("name", reference.Name), ("version", reference.Version), ("by", Path.GetFileName(path)), ("found", found));

    private static string? FileOf(string folder, AssemblyName reference) =>
        Directory.EnumerateFiles(folder, reference.Name + ".dll", SearchOption.AllDirectories).FirstOrDefault();

    private static IEnumerable<AssemblyName> References(MetadataReader reader) =>
        reader.AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle).GetAssemblyName());

    private static bool IsModuleAttribute(MetadataReader reader, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
        && SignatureText.NameOf(reader, (TypeReferenceHandle)type) == typeof(DepartmentModuleAttribute).FullName;

    // A prolog of two bytes, then the type as text; with ", assembly" behind it where it is not of this one (ECMA-335, II.23.3).
    private static string? TypeNamedBy(MetadataReader reader, CustomAttribute attribute)
    {
        var blob = reader.GetBlobReader(attribute.Value);
        blob.ReadUInt16();
        return blob.ReadSerializedString();
    }
}
