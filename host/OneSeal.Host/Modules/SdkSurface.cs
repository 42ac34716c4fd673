using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace OneSeal.Host.Modules;

/// <summary>
/// What the SDK of this host offers, and which of the things an assembly uses it does not. The runtime would find out only when the
/// missing member is first called, in the middle of a case.
/// </summary>
internal sealed class SdkSurface
{
    private static readonly Lazy<SdkSurface> Shared = new(() => new SdkSurface(SharedAssemblies.SdkPath));

    private readonly FrozenDictionary<string, SdkType> _types;

    private SdkSurface(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        _types = reader.TypeDefinitions.Select(handle => ReadType(reader, handle)).ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
    }

    public static SdkSurface OfHost => Shared.Value;

    /// <summary>The SDK's types and members that an assembly refers to and this SDK has not, each named.</summary>
    public IEnumerable<string> MissingFor(MetadataReader reader)
    {
        foreach (var handle in reader.TypeReferences.Where(handle => IsOfSdk(reader, handle)))
        {
            var name = SignatureText.NameOf(reader, handle);
            if (!_types.ContainsKey(name)) yield return name;
        }

        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            if (DeclaringType(reader, member.Parent) is not { IsNil: false } parent || !IsOfSdk(reader, parent)) continue;
            var type = SignatureText.NameOf(reader, parent);
            var name = reader.GetString(member.Name);
            if (_types.ContainsKey(type) && !Has(type, $"{name} {SignatureText.Of(member)}")) yield return $"{type}.{name}";
        }
    }

    private bool Has(string type, string member)
    {
        for (var name = type; name is not null && _types.TryGetValue(name, out var found); name = found.Base)
        {
            if (found.Members.Contains(member)) return true;
        }

        return false;
    }

    private static SdkType ReadType(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var methods = type.GetMethods().Select(reader.GetMethodDefinition)
            .Where(m => IsVisible(m.Attributes & MethodAttributes.MemberAccessMask))
            .Select(m => $"{reader.GetString(m.Name)} {SignatureText.Of(m)}");
        var fields = type.GetFields().Select(reader.GetFieldDefinition)
            .Where(f => IsVisible((MethodAttributes)(f.Attributes & FieldAttributes.FieldAccessMask)))
            .Select(f => $"{reader.GetString(f.Name)} {SignatureText.Of(f)}");
        var members = methods.Concat(fields).ToFrozenSet(StringComparer.Ordinal);
        return new SdkType(SignatureText.NameOf(reader, handle), BaseOf(reader, type.BaseType), members);
    }

    private static string? BaseOf(MetadataReader reader, EntityHandle handle) => handle switch
    {
        { IsNil: true } => null,
        { Kind: HandleKind.TypeDefinition } => SignatureText.NameOf(reader, (TypeDefinitionHandle)handle),
        _ => null,
    };

    // Field and method accessibility have the same numbers.
    private static bool IsVisible(MethodAttributes access) =>
        access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsOfSdk(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOfSdk(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference =>
                reader.StringComparer.Equals(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name, SharedAssemblies.SdkName),
            _ => false,
        };
    }

    private static TypeReferenceHandle? DeclaringType(MetadataReader reader, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference) return (TypeReferenceHandle)parent;
        if (parent.Kind != HandleKind.TypeSpecification) return null;

        // A member of a constructed generic type: GENERICINST, CLASS or VALUETYPE, then the type (ECMA-335, II.23.2.12).
        var blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return null;
        blob.ReadCompressedInteger();
        var type = blob.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)type : null;
    }

    private sealed record SdkType(string Name, string? Base, FrozenSet<string> Members);
}
