using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OneSeal.Sdk;

namespace OneSeal.Sdk.Tests;

/// <summary>What the SDK promises, kept as one text: a change of it shows in review, and every line of it is documented.</summary>
public sealed class PublicApiTests
{
    private static readonly Type[] Types = [.. typeof(ModuleBuilder).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal)];

    [Fact]
    public void The_public_api_is_the_approved_one() =>
        PublicApiText.Of(Types).ShouldMatchApproved(c => c.NoDiff().WithFilenameGenerator((_, _, type, _) => $"PublicApi.{type}.txt"));

    [Fact]
    public void The_sdk_stays_small() => Types.Length.ShouldBeLessThan(60);

    [Fact]
    public void No_public_type_is_open_by_accident() =>
        Types.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false }).ShouldBeEmpty();

    [Fact]
    public void Signatures_speak_of_the_sdk_and_the_framework_only()
    {
        string[] allowed = ["OneSeal.Sdk", "System.", "Microsoft.Extensions.DependencyInjection.Abstractions"];

        Types.SelectMany(PublicApiText.Members).SelectMany(Mentioned).Select(t => t.Assembly.GetName().Name!).Distinct()
            .Where(name => !allowed.Any(a => name.StartsWith(a, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_public_type_and_member_is_documented()
    {
        var documented = XDocument.Load(Path.ChangeExtension(typeof(ModuleBuilder).Assembly.Location, ".xml"))
            .Descendants("member").Where(m => m.Elements("summary").Any() || m.Elements("inheritdoc").Any() || m.Elements("param").Any())
            .Select(m => Simple(m.Attribute("name")!.Value)).ToHashSet(StringComparer.Ordinal);

        Types.Select(t => "T:" + Name(t)).Concat(Types.SelectMany(t => PublicApiText.Members(t).Where(Written).Select(m => $"{Kind(m)}:{Name(t)}.{Simple(m)}")))
            .Where(id => !documented.Contains(id)).ShouldBeEmpty();
    }

    // Not written by anyone: what the compiler adds to a record, and the parameters of a record's constructor, documented as its members.
    private static bool Written(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => constructor.DeclaringType is { } t && !IsRecord(t) && constructor.GetParameters().Length > 0 && !IsPrimary(constructor),
        PropertyInfo property => !(IsRecord(property.DeclaringType!) && IsParameter(property)),
        MethodInfo method => !PublicApiText.IsCompilerMade(method) && method.GetBaseDefinition() == method,
        FieldInfo { Name: "value__" } => false,
        _ => true,
    };

    private static bool IsRecord(Type type) => PublicApiText.IsRecord(type);

    // The parameters of a class's primary constructor are documented at the class.
    private static bool IsPrimary(ConstructorInfo constructor)
    {
        var properties = constructor.DeclaringType!.GetProperties().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return constructor.GetParameters().All(p => properties.Contains(p.Name!));
    }

    private static bool IsParameter(PropertyInfo property) =>
        property.DeclaringType!.GetConstructors().Any(c => c.GetParameters().Any(p => p.Name == property.Name));

    private static char Kind(MemberInfo member) => member switch { PropertyInfo => 'P', FieldInfo => 'F', _ => 'M' };

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static string Simple(MemberInfo member) => member is ConstructorInfo ? "#ctor" : member.Name;

    // "M:OneSeal.Sdk.Limit.Months(System.Int32)" → "M:OneSeal.Sdk.Limit.Months"; overloads are documented together or not at all.
    private static string Simple(string id) => Regex.Replace(id, @"\(.*$|``[0-9]+", "");

    private static IEnumerable<Type> Mentioned(MemberInfo member)
    {
        IEnumerable<Type> types = member switch
        {
            MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(p => p.ParameterType)],
            ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
            PropertyInfo property => [property.PropertyType],
            _ => [],
        };
        return types.SelectMany(t => t.IsGenericType ? t.GetGenericArguments().Append(t) : [t]).Where(t => !t.IsGenericParameter);
    }
}
