using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace OneSeal.Host.Modules;

/// <summary>
/// Writes types and signatures as text, without the assemblies they come from, so that a reference in one assembly can be compared with
/// a definition in another.
/// </summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, object?>
{
    private static readonly SignatureText Provider = new();

    public static string Of(MemberReference member) => member.GetKind() == MemberReferenceKind.Field
        ? member.DecodeFieldSignature(Provider, null)
        : Of(member.DecodeMethodSignature(Provider, null));

    public static string Of(MethodDefinition method) => Of(method.DecodeSignature(Provider, null));

    public static string Of(FieldDefinition field) => field.DecodeSignature(Provider, null);

    public static string NameOf(MetadataReader reader, TypeReferenceHandle handle) => Provider.GetTypeFromReference(reader, handle, 0);

    public static string NameOf(MetadataReader reader, TypeDefinitionHandle handle) => Provider.GetTypeFromDefinition(reader, handle, 0);

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{GetTypeFromDefinition(reader, outer, 0)}+{name}"
            : Join(reader.GetString(type.Namespace), name);
    }

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)}+{name}"
            : Join(reader.GetString(type.Namespace), name);
    }

    public string GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => Of(signature);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(",", typeArguments)}>";

    public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

    public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    private static string Of(MethodSignature<string> signature) =>
        (signature.Header.IsInstance ? "" : "static ")
        + $"{signature.ReturnType}`{signature.GenericParameterCount}({string.Join(",", signature.ParameterTypes)})";

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
