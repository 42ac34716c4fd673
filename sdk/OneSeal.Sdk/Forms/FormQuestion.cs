using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneSeal.Sdk;

/// <summary>When a field is asked, as its schema says it under <c>x-when</c>.</summary>
internal static class FormQuestion
{
    public static JsonObject Of(AskedWhenAttribute asked)
    {
        var when = new JsonObject
        {
            ["field"] = JsonNamingPolicy.CamelCase.ConvertName(asked.Member),
            ["in"] = new JsonArray([.. asked.Answers.Select(Answer)]),
        };
        if (asked.Optional) when["optional"] = true;
        return when;
    }

    /// <summary>What is wrong with the questions of a form; empty for one that can be asked in the order of its record.</summary>
    public static IEnumerable<string> Problems(JsonObject schema, string path = "")
    {
        if (schema["items"] is JsonObject items)
        {
            foreach (var problem in Problems(items, path + "[]")) yield return problem;
        }

        if (schema["properties"] is not JsonObject properties) yield break;
        var before = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var (name, child) in properties)
        {
            if (child is not JsonObject field) continue;
            var fieldPath = path.Length == 0 ? name : $"{path}.{name}";
            if (field["format"]?.GetValue<string>() == "address" && !Types(field).Contains("string"))
                yield return $"Field '{fieldPath}' of its form is an address but no text.";
            if (field["x-when"] is JsonObject when)
            {
                if (Problem(when, before) is { } problem) yield return $"Field '{fieldPath}' of its form is asked {problem}";
                if (schema["required"] is JsonArray required && required.Any(r => r!.GetValue<string>() == name))
                    yield return $"Field '{fieldPath}' of its form is asked sometimes only, but must be given always: let it be null.";
            }

            foreach (var inner in Problems(field, fieldPath)) yield return inner;
            before[name] = field;
        }
    }

    public static bool IsAsked(JsonObject when, JsonElement form) =>
        form.TryGetProperty(when["field"]!.GetValue<string>(), out var given)
        && when["in"]!.AsArray().Any(answer => answer!.GetValueKind() == given.ValueKind
            && (given.ValueKind != JsonValueKind.String || answer.GetValue<string>() == given.GetString()));

    /// <summary>The answers for which it is asked, as a person reads them: “注册类别”为延续注册、变更执业地点.</summary>
    public static string InWords(JsonObject when, JsonObject properties)
    {
        var field = when["field"]!.GetValue<string>();
        var other = properties[field] as JsonObject;
        var answers = when["in"]!.AsArray().Select(answer => answer!.GetValueKind() switch
        {
            JsonValueKind.True => "是",
            JsonValueKind.False => "否",
            _ => other?["x-labels"]?[answer.GetValue<string>()]?.GetValue<string>() ?? answer.ToString(),
        });
        return $"“{other?["title"]?.GetValue<string>() ?? field}”为{string.Join("、", answers)}";
    }

    private static string? Problem(JsonObject when, Dictionary<string, JsonObject> before)
    {
        var field = when["field"]!.GetValue<string>();
        if (!before.TryGetValue(field, out var other)) return $"by '{field}', which does not stand before it in the same record.";
        var answers = when["in"]!.AsArray();
        if (answers.Count == 0) return "for no answer at all.";
        foreach (var answer in answers)
        {
            var fits = answer?.GetValueKind() switch
            {
                JsonValueKind.True or JsonValueKind.False => Types(other).Contains("boolean"),
                JsonValueKind.String => (other["enum"] as JsonArray)?.Any(c => c?.GetValue<string>() == answer.GetValue<string>()) == true,
                _ => false,
            };
            if (!fits) return $"for '{answer}', which is no answer to '{field}'.";
        }

        return null;
    }

    private static JsonNode? Answer(object? answer) => answer switch
    {
        bool yes => yes,
        Enum choice => JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString()),
        _ => answer?.ToString(),
    };

    private static IEnumerable<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray many => many.Select(t => t!.GetValue<string>()),
        JsonValue one => [one.GetValue<string>()],
        _ => [],
    };
}
