using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneSeal.Sdk.Testing;

/// <summary>
/// What a module registers as plain text, a block per item. Kept in an approved file, it shows in review what a change does to any item.
/// </summary>
public static class CatalogueText
{
    /// <summary>Writes the text.</summary>
    /// <param name="module">The module.</param>
    public static string Of(ModuleDefinition module)
    {
        ArgumentNullException.ThrowIfNull(module);
        var text = new StringBuilder();
        Line(text, $"{module.Department.Name} {module.Department.Code} {module.Department.Region}");
        foreach (var observer in module.Observers) Line(text, $"hook {observer.Hook.Name}: {string.Join(", ", observer.Topics)}");
        foreach (var required in module.Requirements) Line(text, $"requires before granting {string.Join(", ", required.BasicCodes)}: {required.Name}");
        foreach (var (source, every) in module.FeedbackSources) Line(text, $"collects {source.Name}: every {every}");
        foreach (var item in module.Items)
        {
            Line(text, "");
            Append(text, item);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, RegisteredItem item)
    {
        var definition = item.Definition;
        Line(text, $"{definition.Name} {item.Code}");
        Line(text, $"  {definition.Type}, {definition.Handling}, {definition.Level}, from {definition.StartEvent}: "
            + $"{Words(definition.StatutoryLimit)}, promised {Words(definition.PromisedLimit)}");
        foreach (var tier in item.Tiers)
            Line(text, $"  tier {tier.Key} {tier.Label}: {Words(tier.Statutory)}, promised {Words(tier.Promised)}");
        foreach (var basis in definition.LegalBasis) Line(text, $"  basis {basis}");
        foreach (var condition in item.Conditions) Line(text, $"  condition {condition.Key} {condition.Text}");
        foreach (var material in definition.Materials)
        {
            Line(text, $"  material {material.Key} {material.Name}{(material.Required ? "" : " (conditional)")}"
                + $"{(material.HeldAs is null ? "" : $" held as {material.HeldAs}")}{Note(material.Requirement)}");
        }

        foreach (var step in definition.Steps) Line(text, $"  step {Words(step)}");
        foreach (var risk in definition.RiskPoints) Line(text, $"  risk {risk.StepKey}: {risk.Risk} → {risk.Control}");
        var required = (item.Form.Document["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>()).ToArray();
        foreach (var (name, field) in item.Form.Document["properties"] as JsonObject ?? [])
            Line(text, $"  field {name}{(required.Contains(name) ? "" : " (optional)")} {field!.ToJsonString(Readable)}");
        if (definition.Result is { } result)
        {
            Line(text, $"  result {result.Name}{(result.Validity is { } validity ? ", valid " + Words(validity) : "")}"
                + $"{(result.RenewalWindow is { } window ? ", renewal before " + Words(window) : "")}");
        }

        if (definition.Fee is { } fee) Line(text, $"  fee {fee.Amount?.ToString(CultureInfo.InvariantCulture) ?? "by case"}: {fee.Basis}");
        if (definition.Unconfirmed.Count > 0) Line(text, $"  unconfirmed {string.Join(", ", definition.Unconfirmed)}");
    }

    private static JsonSerializerOptions Readable { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Words(ReviewStep step) =>
        $"{step.Key} {step.Name}, {step.Automation?.Name ?? step.Performer.ToString()}"
        + (step.Limit is { } limit ? ", " + Words(limit) : "")
        + (step.After is { } after ? $", after [{string.Join(", ", after)}]" : "")
        + (step.Suspension is { } suspension ? $", suspends for {suspension.Name} ({suspension.Article})" : "")
        + Note(step.Requirement);

    private static string Words(Limit limit) => limit.Count == 0 ? "on the spot" : $"{limit.Count} {limit.Unit}";

    private static string Note(string text) => text.Length == 0 ? "" : " — " + text;

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
