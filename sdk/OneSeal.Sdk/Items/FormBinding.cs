using System.Collections.Frozen;
using System.Text.Json;

namespace OneSeal.Sdk;

/// <summary>What an item's definition says of one filled-in form; the typed half of <see cref="RegisteredItem"/>.</summary>
internal abstract class FormBinding
{
    public abstract FormSchema Schema { get; }

    public abstract IReadOnlyList<ConditionText> Conditions { get; }

    public abstract IReadOnlyList<TierText> Tiers { get; }

    public abstract IEnumerable<string> ConditionalMaterials { get; }

    public abstract IEnumerable<string> ConditionalSteps { get; }

    public abstract FilingAssessment Assess(JsonElement form);
}

/// <inheritdoc />
internal sealed class FormBinding<TForm>(ItemDefinition<TForm> item) : FormBinding where TForm : class
{
    // Copies: what a module still holds must not change an item that is registered.
    private readonly FrozenDictionary<string, Func<TForm, bool>> _requiredWhen = item.RequiredWhen.ToFrozenDictionary(
        StringComparer.Ordinal);
    private readonly FrozenDictionary<string, Func<TForm, bool>> _performedWhen = item.PerformedWhen.ToFrozenDictionary(
        StringComparer.Ordinal);

    public override FormSchema Schema { get; } = FormSchema.Of<TForm>();

    public override IReadOnlyList<ConditionText> Conditions { get; } = [.. item.Conditions.Select(c => new ConditionText(c.Key, c.Text))];

    public override IReadOnlyList<TierText> Tiers { get; } =
        [.. item.Tiers.Select(t => new TierText(t.Key, t.Label, t.Statutory, t.Promised ?? item.PromisedLimit))];

    public override IEnumerable<string> ConditionalMaterials => _requiredWhen.Keys;

    public override IEnumerable<string> ConditionalSteps => _performedWhen.Keys;

    public override FilingAssessment Assess(JsonElement form)
    {
        var filled = form.Deserialize<TForm>(FormSchema.Json)
            ?? throw new JsonException("The form is null.");
        var tier = item.Tiers.FirstOrDefault(t => t.When(filled));
        return new FilingAssessment(
            tier?.Key,
            tier?.Statutory ?? item.StatutoryLimit,
            tier?.Promised ?? item.PromisedLimit,
            [
                .. item.Materials
                    .Where(m => m.Required || (_requiredWhen.TryGetValue(m.Key, out var when) && when(filled)))
                    .Select(m => m.Key),
            ],
            [.. item.Steps.Where(s => !_performedWhen.TryGetValue(s.Key, out var when) || when(filled)).Select(s => s.Key)],
            [
                .. item.Conditions
                    .Where(c => c.Holds is { } holds && !holds(filled))
                    .Select(c => new ConditionText(c.Key, c.Advice ?? c.Text)),
            ]);
    }
}
