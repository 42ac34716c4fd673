using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Api;

/// <summary>
/// What no request may hold, whatever it is about: an empty place in a list, an absurdly long text or list, a character that cannot be
/// stored, a day outside any living memory. So a rule need not expect them.
/// </summary>
internal static class RequestLimits
{
    public const int LongestText = 10_000, LongestList = 1_000, LargestForm = 200_000;

    private const int FirstYear = 1900, LastYear = 2200;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    /// <exception cref="Refusal">400, with the path of the member at fault.</exception>
    public static void Check(object request) => Check(request, "");

    public static void CheckDay(DateOnly day, string field)
    {
        if (day.Year is < FirstYear or > LastYear) throw Wrong("day-out-of-range", field, ("first", FirstYear), ("last", LastYear));
    }

    private static void Check(object? value, string path)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                CheckText(text, path);
                break;
            case DateOnly day:
                CheckDay(day, path);
                break;
            case JsonElement json:
                if (json.ValueKind == JsonValueKind.Object && json.GetRawText().Length > LargestForm)
                    throw Wrong("text-too-long", path, ("longest", LargestForm));
                CheckJson(json, path);
                break;
            case IEnumerable list:
                CheckList(list, path);
                break;
            default:
                CheckMembers(value, path);
                break;
        }
    }

    private static void CheckList(IEnumerable list, string path)
    {
        if (list is ICollection { Count: > LongestList }) throw Wrong("list-too-long", path, ("longest", LongestList));
        var index = 0;
        foreach (var element in list)
        {
            var place = $"{path}[{index++}]";
            if (element is null) throw Wrong("entry-missing", place);
            Check(element, place);
        }
    }

    private static void CheckMembers(object value, string path)
    {
        if (value.GetType().Namespace?.StartsWith(nameof(OneSeal), StringComparison.Ordinal) != true || value.GetType().IsEnum) return;
        foreach (var member in Members.GetOrAdd(value.GetType(), ReadableMembersOf))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
            Check(member.GetValue(value), path.Length == 0 ? name : $"{path}.{name}");
        }
    }

    // What a record is made of; what it computes from that is its own affair.
    private static PropertyInfo[] ReadableMembersOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is not null && p.GetIndexParameters().Length == 0)];

    private static void CheckJson(JsonElement json, string path)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                CheckText(TextOf(json, path), path);
                break;
            case JsonValueKind.Array:
                if (json.GetArrayLength() > LongestList) throw Wrong("list-too-long", path, ("longest", LongestList));
                foreach (var (index, element) in json.EnumerateArray().Index()) CheckJson(element, $"{path}[{index}]");
                break;
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject()) CheckJson(member.Value, $"{path}.{member.Name}");
                break;
        }
    }

    private static string TextOf(JsonElement json, string path)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: JSON allows it, Unicode does not.
            throw Wrong("text-unreadable", path);
        }
    }

    private static void CheckText(string text, string path)
    {
        if (text.Length > LongestText) throw Wrong("text-too-long", path, ("longest", LongestText));
        if (text.Contains('\0', StringComparison.Ordinal)) throw Wrong("text-unreadable", path);
    }

    private static Refusal Wrong(string code, string field, params ReadOnlySpan<(string Name, object? Value)> values) =>
        new(code, values) { Status = StatusCodes.Status400BadRequest, Field = field };
}
