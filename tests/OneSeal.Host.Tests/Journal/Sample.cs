using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OneSeal.Host.Documents;
using OneSeal.Host.Feedback;
using OneSeal.Host.Localities;
using OneSeal.Host.Requests;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Journal;

/// <summary>
/// One value of any type that stands in the journal, always the same, with everything in it that can be there: so its JSON shows
/// every name that is written.
/// </summary>
internal static class Sample
{
    private static readonly Dictionary<Type, object> Given = new()
    {
        [typeof(int)] = 7,
        [typeof(bool)] = true,
        [typeof(decimal)] = 12.50m,
        [typeof(Guid)] = new Guid("0d5f6a52-6a55-4b3c-9a44-2f35c2b4a001"),
        [typeof(DateOnly)] = new DateOnly(2026, 3, 2),
        [typeof(DateTimeOffset)] = new DateTimeOffset(2026, 3, 2, 1, 30, 0, TimeSpan.Zero),
        [typeof(JsonElement)] = JsonElement.Parse("""{"area":120.5,"address":"稷下街道"}"""),
        [typeof(IReadOnlyDictionary<string, JsonElement>)] = new Dictionary<string, JsonElement> { ["area"] = JsonElement.Parse("120.5") },
        [typeof(JsonObject)] = new JsonObject { ["type"] = "object" },
        [typeof(Limit)] = Limit.WorkingDays(20),
        [typeof(FeedbackContent)] = new FeedbackContent.Credit(false, "失信", "某登记机关", new DateOnly(2026, 3, 2), new DateOnly(2028, 3, 1)),
        [typeof(Regime)] = new Regime.DepartmentLeads(new DateOnly(2026, 12, 31)),
        [typeof(RequestedAct)] = new RequestedAct.Suspend(SuspendGround.Danger, new DateOnly(2026, 12, 31)),
        [typeof(HolderHeard)] = new HolderHeard.Waived(new DateOnly(2026, 3, 2), ["attachments之例"]),
        [typeof(DocumentNumber)] = new DocumentNumber(NoticeKind.Acceptance, "370305", 2026, 123, 1),
    };

    public static object Of(Type type) => Of(type, "");

    private static object Of(Type type, string name)
    {
        if (Given.TryGetValue(type, out var given)) return given;
        if (type == typeof(string)) return $"{JsonNamingPolicy.CamelCase.ConvertName(name)}之例";
        if (type.IsEnum) return type.GetEnumValues().Cast<object>().Last();
        if (Nullable.GetUnderlyingType(type) is { } inner) return Of(inner, name);
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable))) return List(type, Of(type.GetGenericArguments()[0], name));
        return Record(type);
    }

    private static object List(Type type, object element)
    {
        var of = type.GetGenericArguments()[0];
        var array = Array.CreateInstance(of, 1);
        array.SetValue(element, 0);
        if (array.GetType().IsAssignableTo(type)) return array;
        if (type.GetGenericTypeDefinition() != typeof(ImmutableList<>)) throw new NotSupportedException($"There is no sample of {type}.");
        return typeof(ImmutableList).GetMethods()
            .First(m => m.Name == nameof(ImmutableList.Create) && m.IsGenericMethod && m.GetParameters() is [{ ParameterType.IsArray: true }])
            .MakeGenericMethod(of).Invoke(null, [array])!;
    }

    private static object Record(Type type)
    {
        const BindingFlags anyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var constructors = type.GetConstructors(anyInstance).Where(c => c.GetParameters() is not [var only] || only.ParameterType != type).ToArray();
        var constructor = constructors.FirstOrDefault(c => c.GetCustomAttribute<JsonConstructorAttribute>() is not null)
            ?? constructors.MaxBy(c => c.GetParameters().Length)
            ?? throw new NotSupportedException($"There is no sample of {type}.");
        var made = constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType, p.Name!))]);
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && p.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            if (!constructor.GetParameters().Any(p => p.Name!.Equals(property.Name, StringComparison.OrdinalIgnoreCase)))
                property.SetValue(made, Of(property.PropertyType, property.Name));
        }

        return made;
    }
}
