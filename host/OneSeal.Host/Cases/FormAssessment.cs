using OneSeal.Host.Catalogue;
using OneSeal.Host.Modules;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>
/// What an item says of a filled-in form: first the form itself against its schema, then the module's word on limits, materials, steps and
/// conditions. Asked when a case is filed, and again when the form is corrected with a supplement.
/// </summary>
internal sealed class FormAssessment(ModuleCalls calls)
{
    public async Task<FilingAssessment> AssessAsync(
        ItemElements elements, Application application, Item item, CancellationToken cancellationToken)
    {
        Check(elements, application);
        try
        {
            return await calls.AssessAsync(ItemCode.Parse(elements.Code), application.Form, cancellationToken);
        }
        catch (ModuleFault fault)
        {
            // The applicant cannot help it that the module fails; what he typed is kept.
            throw new Refusal("module-failed", ("item", item.Name), ("fault", fault.Message)) { Status = StatusCodes.Status503ServiceUnavailable };
        }
    }

    /// <summary>What the case is filed under, with what the assessment makes of it.</summary>
    /// <param name="under">What does not hang on the form.</param>
    /// <param name="elements">The version in force when the case was filed.</param>
    /// <param name="registered">The same as the module registered it, without an administrator's adjustments.</param>
    /// <param name="assessed">The module's word on the form.</param>
    public static FiledUnder Apply(FiledUnder under, ItemElements elements, ItemElements registered, FilingAssessment assessed)
    {
        var (statutory, promised) = LimitsOf(elements, assessed);
        return under with
        {
            Tier = assessed.TierKey,
            Statutory = statutory,
            Promised = promised,
            RequiredMaterials = RequiredOf(elements, registered, assessed),
            Steps = [.. elements.Steps.Where(s => assessed.Steps.Contains(s.Key)).Select(s => AgreedSupport.Apply(under.Support, s))],
            UnmetConditions = assessed.UnmetConditions,
        };
    }

    private static void Check(ItemElements elements, Application application)
    {
        var faults = FormSchema.From(elements.Form).Check(application.Form);
        if (faults.Count > 0)
        {
            throw new Refusal("form-has-faults", ("count", faults.Count), ("first", FormFaultText.Of(faults[0])))
            {
                Field = FormFaultLine.FieldOf(faults[0]),
                Details = new Dictionary<string, object?> { ["faults"] = faults.Select(FormFaultLine.Of).ToArray() },
            };
        }

        MaterialCheck.RequireAsked(elements.Materials, application.Materials);
    }

    /// <summary>The module says which tier the form falls into; what the tier's limits are, the version in force says.</summary>
    private static (Limit Statutory, Limit Promised) LimitsOf(ItemElements elements, FilingAssessment assessed)
    {
        if (assessed.TierKey is not { } key) return (elements.StatutoryLimit, elements.PromisedLimit);
        return elements.Tiers.FirstOrDefault(t => t.Key == key) is { } tier
            ? (tier.Statutory, tier.Promised)
            : (assessed.Statutory, assessed.Promised);
    }

    /// <summary>What the version in force always asks for, and what this form makes necessary.</summary>
    /// <remarks>The module's answer names also what it always asked for; an administrator may have made that optional since.</remarks>
    private static IReadOnlyList<string> RequiredOf(ItemElements elements, ItemElements registered, FilingAssessment assessed) =>
    [
        .. elements.Materials
            .Where(m => m.Required || (assessed.RequiredMaterials.Contains(m.Key) && !AlwaysAsked(registered, m.Key)))
            .Select(m => m.Key),
    ];

    private static bool AlwaysAsked(ItemElements registered, string key) => registered.Materials.Any(m => m.Key == key && m.Required);
}
