using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OneSeal.Sdk;

/// <summary>Checks a value against the part of JSON Schema that <see cref="FormSchema"/> writes.</summary>
internal static class FormCheck
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(200);

    public static IReadOnlyList<FormFault> Check(JsonObject schema, JsonElement form)
    {
        var faults = new List<FormFault>();
        Check(schema, form, "", "", faults);
        return faults;
    }

    private static void Check(JsonObject schema, JsonElement value, string path, string name, List<FormFault> faults)
    {
        var label = schema["title"]?.GetValue<string>() ?? name;
        var types = schema["type"] switch
        {
            JsonArray many => many.Select(t => t!.GetValue<string>()).ToArray(),
            JsonValue one => [one.GetValue<string>()],
            _ => [],
        };
        var kind = KindOf(value);
        if (types.Length > 0 && !types.Contains(kind) && !(kind == "integer" && types.Contains("number")))
        {
            if (kind == "null") Fault(FormRule.Required, "");
            else Fault(FormRule.Type, string.Join("/", types.Where(t => t != "null")));
            return;
        }

        if (kind == "null")
        {
            if (schema["enum"] is JsonArray values && !values.Contains(null)) Fault(FormRule.Required, "");
            return;
        }

        if (schema["enum"] is JsonArray choices && !choices.Any(c => kind == "string" && c?.ToString() == value.GetString()))
        {
            var labels = schema["x-labels"]?.AsObject().Select(l => l.Value!.GetValue<string>()) ?? choices.Select(c => c!.ToString());
            Fault(FormRule.Choice, string.Join("、", labels));
            return;
        }

        switch (kind)
        {
            case "string":
                CheckText(schema, value.GetString()!, Fault);
                break;
            case "integer" or "number":
                CheckNumber(schema, value, Fault);
                break;
            case "array":
                if (!Within(value.GetArrayLength(), schema["minItems"], schema["maxItems"], out var items)) Fault(FormRule.Length, items);
                if (schema["items"] is JsonObject itemSchema)
                {
                    foreach (var (index, item) in value.EnumerateArray().Index())
                        Check(itemSchema, item, $"{path}[{index}]", label, faults);
                }

                break;
            case "object":
                CheckMembers(schema, value, path, faults);
                break;
        }

        void Fault(FormRule rule, string expected) => faults.Add(new FormFault(path, label, rule, expected));
    }

    private static void CheckMembers(JsonObject schema, JsonElement value, string path, List<FormFault> faults)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var required in schema["required"] as JsonArray ?? [])
        {
            var name = required!.GetValue<string>();
            if (!value.TryGetProperty(name, out _)) Fault(name, FormRule.Required, "");
        }

        var notAsked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, field) in properties)
        {
            if (field?["x-when"] is not JsonObject when) continue;
            var isGiven = value.TryGetProperty(name, out var given) && given.ValueKind != JsonValueKind.Null;
            if (FormQuestion.IsAsked(when, value))
            {
                if (!isGiven && when["optional"] is null) Fault(name, FormRule.Required, "");
            }
            else if (isGiven && notAsked.Add(name))
            {
                Fault(name, FormRule.NotAsked, FormQuestion.InWords(when, properties));
            }
        }

        foreach (var member in value.EnumerateObject().Where(m => !notAsked.Contains(m.Name)))
        {
            if (properties[member.Name] is JsonObject known) Check(known, member.Value, Join(path, member.Name), member.Name, faults);
            else if (!properties.ContainsKey(member.Name))
                faults.Add(new FormFault(Join(path, member.Name), member.Name, FormRule.Unknown, ""));
        }

        void Fault(string name, FormRule rule, string expected) => faults.Add(
            new FormFault(Join(path, name), properties[name]?["title"]?.GetValue<string>() ?? name, rule, expected));
    }

    private static void CheckText(JsonObject schema, string text, Action<FormRule, string> fault)
    {
        if (text.Length == 0 || string.IsNullOrWhiteSpace(text))
        {
            fault(FormRule.Required, "");
            return;
        }

        if (!Within(text.Length, schema["minLength"], schema["maxLength"], out var length)) fault(FormRule.Length, length);
        if (schema["pattern"] is { } pattern && !Matches(text, pattern.GetValue<string>())) fault(FormRule.Pattern, "");
        var valid = schema["format"]?.GetValue<string>() switch
        {
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "social-credit-code" => SocialCreditCode.TryParse(text, null, out _),
            "citizen-number" => CitizenNumber.TryParse(text, null, out _),
            _ => true,
        };
        if (!valid) fault(FormRule.Format, schema["format"]!.GetValue<string>());
    }

    // In .NET a $ also stands before a line break at the end, in JSON Schema it does not: the match must be the whole text.
    private static bool Matches(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.CultureInvariant, PatternTime) is { Success: true } match && match.Length == text.Length;

    private static void CheckNumber(JsonObject schema, JsonElement value, Action<FormRule, string> fault)
    {
        if (!value.TryGetDecimal(out var number)) fault(FormRule.Type, "number");
        else if (!Within(number, schema["minimum"], schema["maximum"], out var range)) fault(FormRule.Range, range);
    }

    private static bool Within(decimal number, JsonNode? least, JsonNode? most, out string range)
    {
        var low = least is null ? (decimal?)null : decimal.Parse(least.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        var high = most is null ? (decimal?)null : decimal.Parse(most.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
        range = (low, high) switch
        {
            ({ } from, { } to) => $"{from.ToString(CultureInfo.InvariantCulture)}–{to.ToString(CultureInfo.InvariantCulture)}",
            ({ } from, null) => $"≥ {from.ToString(CultureInfo.InvariantCulture)}",
            (null, { } to) => $"≤ {to.ToString(CultureInfo.InvariantCulture)}",
            _ => "",
        };
        return number >= (low ?? decimal.MinValue) && number <= (high ?? decimal.MaxValue);
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "null",
    };
}
