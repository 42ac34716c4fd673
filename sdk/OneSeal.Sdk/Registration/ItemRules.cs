using System.Text.RegularExpressions;

namespace OneSeal.Sdk;

/// <summary>What an item must fulfil to be registered.</summary>
internal static partial class ItemRules
{
    public static RegisteredItem Register(DepartmentIdentity department, ItemDefinition item)
    {
        var name = string.IsNullOrWhiteSpace(item.Name) ? item.BasicCode : item.Name;
        FormBinding form;
        try
        {
            form = item.BindForm();
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or InvalidCastException or FormatException)
        {
            throw new ModuleDefinitionException(name, [$"Its form {item.FormType.Name} has no JSON schema: {e.Message}"]);
        }

        var problems = Elements(item).Concat(Materials(item, form)).Concat(Steps(item, form)).Concat(Form(item, form)).ToArray();
        return problems.Length > 0
            ? throw new ModuleDefinitionException(name, problems)
            : new RegisteredItem(ItemCode.Compose(department.Code, item.Level, item.BasicCode), item, form);
    }

    private static IEnumerable<string> Elements(ItemDefinition item)
    {
        if (!BasicCode().IsMatch(item.BasicCode)) yield return $"Its basic code '{item.BasicCode}' is not 12 digits.";
        if (string.IsNullOrWhiteSpace(item.Name)) yield return "It has no name.";
        if (!item.LegalBasis.Any(b => !string.IsNullOrWhiteSpace(b))) yield return "It cites no legal basis.";
        if (item.PromisedLimit.IsLongerThan(item.StatutoryLimit)) yield return "Its promised limit is longer than the statutory one.";
        if (item.Fee is { } fee && (fee.Amount < 0 || string.IsNullOrWhiteSpace(fee.Basis)))
            yield return "Its fee is negative or cites no basis.";
        if (item.Result is { Name.Length: 0 }) yield return "Its result has no name.";
        if (item.Result?.KindCode is { } kind && !KindCode().IsMatch(kind))
            yield return $"Its licence kind code '{kind}' is not three digits.";
    }

    private static IEnumerable<string> Materials(ItemDefinition item, FormBinding form)
    {
        foreach (var fault in Keys("material", item.Materials.Select(m => m.Key))) yield return fault;
        foreach (var material in item.Materials)
        {
            if (string.IsNullOrWhiteSpace(material.Name)) yield return $"Material '{material.Key}' has no name.";
            if (material.IsCatchAll)
                yield return $"Material '{material.Name}' is a catch-all: say what is asked (山西 2019 三(四)).";
        }

        foreach (var key in form.ConditionalMaterials.Where(k => item.Materials.All(m => m.Key != k)))
            yield return $"RequiredWhen names the material '{key}', which the item does not have.";
        foreach (var material in item.Materials.Where(m => m.Required && form.ConditionalMaterials.Contains(m.Key)))
            yield return $"RequiredWhen names the material '{material.Key}', which is always required: say Required = false.";
    }

    private static IEnumerable<string> Steps(ItemDefinition item, FormBinding form)
    {
        var keys = item.Steps.Select(s => s.Key).ToArray();
        foreach (var fault in Keys("step", keys)) yield return fault;
        foreach (var step in item.Steps)
        {
            if (string.IsNullOrWhiteSpace(step.Name)) yield return $"Step '{step.Key}' has no name.";
            foreach (var before in step.After ?? [])
            {
                if (!keys.Contains(before)) yield return $"Step '{step.Key}' waits for '{before}', which the item does not have.";
            }
        }

        if (item.Handling == HandlingType.Immediate && item.Steps.Any(s => s.Performer != Performer.System))
            yield return "It is decided at once (即办件) but has steps by people.";
        if (HasCycle(item.Steps)) yield return "Its steps wait for each other in a circle.";
        foreach (var key in form.ConditionalSteps.Where(k => !keys.Contains(k)))
            yield return $"PerformedWhen names the step '{key}', which the item does not have.";
        foreach (var risk in item.RiskPoints.Where(r => !keys.Contains(r.StepKey)))
            yield return $"A risk point names the step '{risk.StepKey}', which the item does not have.";
    }

    private static IEnumerable<string> Form(ItemDefinition item, FormBinding form)
    {
        foreach (var path in form.Schema.Unlabelled()) yield return $"Field '{path}' of its form has no label.";
        foreach (var problem in form.Schema.Misasked()) yield return problem;
        foreach (var fault in Keys("condition", form.Conditions.Select(c => c.Key))) yield return fault;
        foreach (var fault in Keys("tier", form.Tiers.Select(t => t.Key))) yield return fault;
        foreach (var tier in form.Tiers.Where(t => t.Promised.IsLongerThan(t.Statutory)))
            yield return $"The promised limit of tier '{tier.Key}' is longer than its statutory one.";
        if (form.Schema.Document["type"] is not { } type || type.ToJsonString() != "\"object\"")
            yield return $"Its form {item.FormType.Name} is not a record with named members.";
    }

    private static IEnumerable<string> Keys(string what, IEnumerable<string> keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (!Key().IsMatch(key)) yield return $"The {what} key '{key}' is not kebab case.";
            if (!seen.Add(key)) yield return $"The {what} key '{key}' stands twice.";
        }
    }

    private static bool HasCycle(IReadOnlyList<ReviewStep> steps)
    {
        var waiting = steps.Select((step, i) => (step.Key, After: step.After ?? (i == 0 ? [] : [steps[i - 1].Key]))).ToList();
        int released;
        do
        {
            var unfinished = waiting.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
            released = waiting.RemoveAll(s => !s.After.Any(unfinished.Contains));
        }
        while (released > 0);
        return waiting.Count > 0;
    }

    [GeneratedRegex("^[0-9]{12}$")]
    private static partial Regex BasicCode();

    [GeneratedRegex("^[0-9]{3}$")]
    private static partial Regex KindCode();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Key();
}
