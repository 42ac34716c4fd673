using System.Text.Json;

namespace OneSeal.Sdk;

/// <summary>An item as registered: its code, its elements, and what they say of a filled-in form.</summary>
public sealed class RegisteredItem
{
    private readonly FormBinding _form;

    internal RegisteredItem(ItemCode code, ItemDefinition definition, FormBinding form)
    {
        Code = code;
        Definition = definition;
        _form = form;
    }

    /// <summary>实施编码.</summary>
    public ItemCode Code { get; }

    /// <summary>The elements.</summary>
    public ItemDefinition Definition { get; }

    /// <summary>The form.</summary>
    public FormSchema Form => _form.Schema;

    /// <summary>受理条件, as people read them.</summary>
    public IReadOnlyList<ConditionText> Conditions => _form.Conditions;

    /// <summary>The tiers of the limit, as people read them.</summary>
    public IReadOnlyList<TierText> Tiers => _form.Tiers;

    /// <summary>What the definition says of a filled-in form. This runs the module's code.</summary>
    /// <param name="form">A form without faults, see <see cref="FormSchema.Check"/>.</param>
    /// <exception cref="JsonException">The form is not one of this item.</exception>
    public FilingAssessment Assess(JsonElement form) => _form.Assess(form);

    /// <summary>The context for a run of an automatic step, whose form reads as this item's record.</summary>
    /// <param name="stepKey">The step.</param>
    /// <param name="caseNumber">办件编号.</param>
    /// <param name="filedOn">The day the case was filed.</param>
    /// <param name="materials">The keys of the materials the case holds.</param>
    /// <param name="formData">The form as filed.</param>
    public StepContext ContextFor(
        string stepKey, string caseNumber, DateOnly filedOn, IReadOnlyList<string> materials, JsonElement formData) =>
        new(FormSchema.Json)
        {
            CaseNumber = caseNumber,
            Item = Code,
            StepKey = stepKey,
            FiledOn = filedOn,
            Materials = materials,
            FormData = formData,
        };
}
