using System.Text.Json;

namespace OneSeal.Sdk.Testing;

/// <summary>
/// An application with its form filled in. The <c>Then…</c> verbs state what must follow from it and give the application back, so that
/// they can be chained; a difference is an <see cref="ExpectationException"/>.
/// </summary>
public sealed class FilledApplication
{
    private readonly ModuleHarness _harness;
    private readonly JsonElement _form;

    internal FilledApplication(ModuleHarness harness, RegisteredItem item, JsonElement form)
    {
        _harness = harness;
        _form = form;
        Item = item;
        Faults = item.Form.Check(form);
    }

    /// <summary>The item applied for.</summary>
    public RegisteredItem Item { get; }

    /// <summary>What is wrong with the form; empty for a form that can be filed.</summary>
    public IReadOnlyList<FormFault> Faults { get; }

    /// <summary>What the item's definition says of this application.</summary>
    /// <exception cref="ExpectationException">The form has faults, so that it could not be filed.</exception>
    public FilingAssessment Assessment => Faults.Count == 0
        ? Item.Assess(_form)
        : throw Difference($"the form cannot be filed: {Show(Faults.Select(Words))}");

    /// <summary>Then: the form has exactly these faults.</summary>
    /// <param name="faults">
    /// Path of the field and rule broken, for example <c>("floorArea", FormRule.Range)</c>; none for a form without faults.
    /// </param>
    /// <exception cref="ExpectationException">It has others.</exception>
    public FilledApplication ThenTheFormFails(params (string Path, FormRule Rule)[] faults) =>
        Same("faults of the form", faults.Select(f => $"{f.Path} {f.Rule}"), Faults.Select(f => $"{f.Path} {f.Rule}"));

    /// <summary>Then: these limits hold for the application.</summary>
    /// <param name="statutory">法定办结时限.</param>
    /// <param name="promised">承诺办结时限; null if the test does not care.</param>
    /// <exception cref="ExpectationException">Others hold.</exception>
    public FilledApplication ThenTheLimitIs(Limit statutory, Limit? promised = null)
    {
        var assessment = Assessment;
        Same("statutory limit", [Words(statutory)], [Words(assessment.Statutory)]);
        return promised is { } limit ? Same("promised limit", [Words(limit)], [Words(assessment.Promised)]) : this;
    }

    /// <summary>Then: exactly these materials are required.</summary>
    /// <param name="materials">Their keys, in the item's order.</param>
    /// <exception cref="ExpectationException">Others are.</exception>
    public FilledApplication ThenTheMaterialsAre(params string[] materials) =>
        Same("required materials", materials, Assessment.RequiredMaterials);

    /// <summary>Then: exactly these steps are performed.</summary>
    /// <param name="steps">Their keys, in the item's order.</param>
    /// <exception cref="ExpectationException">Others are.</exception>
    public FilledApplication ThenTheStepsAre(params string[] steps) => Same("steps", steps, Assessment.Steps);

    /// <summary>Then: exactly these conditions (受理条件) are not fulfilled.</summary>
    /// <param name="conditions">Their keys, in the item's order; none if all are fulfilled.</param>
    /// <exception cref="ExpectationException">Others are.</exception>
    public FilledApplication ThenUnmetAre(params string[] conditions) =>
        Same("unmet conditions", conditions, Assessment.UnmetConditions.Select(c => c.Key));

    /// <summary>When: an automatic step is performed for the application, in the module's own scope.</summary>
    /// <param name="step">The step's key.</param>
    /// <param name="materials">The keys of the materials the case holds; null for those that are required.</param>
    /// <exception cref="ExpectationException">The form cannot be filed, or the step is not one that the system performs for it.</exception>
    public Task<StepOutcome> WhenTheStepRunsAsync(string step, IReadOnlyList<string>? materials = null)
    {
        var assessment = Assessment;
        var automation = Item.Definition.Steps.FirstOrDefault(s => s.Key == step)?.Automation
            ?? throw Difference($"the system performs no step '{step}'");
        if (!assessment.Steps.Contains(step)) throw Difference($"the step '{step}' is not performed for this form");
        var filedOn = DateOnly.FromDateTime(_harness.Now.DateTime);
        return _harness.Run(automation, Item.ContextFor(step, "办件-1", filedOn, materials ?? assessment.RequiredMaterials, _form));
    }

    /// <summary>
    /// When: a decider means to grant it. Every requirement of the item is asked, in the order of registration, each in its own scope.
    /// </summary>
    /// <param name="applicantIdentifier">统一社会信用代码 or 公民身份号码 of the applicant.</param>
    /// <returns>The answers by the requirement's name; none if nothing is required.</returns>
    /// <exception cref="ExpectationException">The form cannot be filed.</exception>
    public async Task<IReadOnlyDictionary<string, RequirementAnswer>> WhenGrantedAsync(string applicantIdentifier = "91370390MA00000179")
    {
        _ = Assessment;
        var answers = new Dictionary<string, RequirementAnswer>(StringComparer.Ordinal);
        foreach (var required in _harness.Module.Requirements.Where(r => r.BasicCodes.Contains(Item.Code.BasicCode)))
        {
            answers[required.Name] = await _harness.Check(required.Requirement, new RequirementContext
            {
                CaseNumber = "办件-1",
                Item = Item.Code,
                FiledOn = DateOnly.FromDateTime(_harness.Now.DateTime),
                Applicant = "某申请人",
                ApplicantIdentifier = applicantIdentifier,
                FormData = _form,
            });
        }

        return answers;
    }

    private FilledApplication Same(string what, IEnumerable<string> expected, IEnumerable<string> actual) =>
        expected.SequenceEqual(actual, StringComparer.Ordinal)
            ? this
            : throw Difference($"{what}: expected {Show(expected)}, found {Show(actual)}");

    private ExpectationException Difference(string text) => new($"{Item.Definition.Name}: {text}.");

    private static string Show(IEnumerable<string> words) => "[" + string.Join(", ", words) + "]";

    private static string Words(FormFault fault) => $"{fault.Path} {fault.Label} {fault.Rule} {fault.Expected}".TrimEnd();

    private static string Words(Limit limit) => limit.Count == 0 ? "当场" : limit.Count + limit.Unit switch
    {
        LimitUnit.WorkingDay => "个工作日",
        LimitUnit.CalendarDay => "日",
        _ => "个月",
    };
}
