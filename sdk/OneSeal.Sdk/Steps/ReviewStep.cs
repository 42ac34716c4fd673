using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>审查步骤: one step between acceptance and decision.</summary>
/// <remarks>
/// Steps follow each other in the order in which the item lists them. A step that names others in <see cref="After"/> waits for
/// exactly those, and one with an empty list starts at once, so that steps run in parallel.
/// </remarks>
/// <example>
/// <code>
/// Steps =
/// [
///     ReviewStep.ByOwner("form-review", "形式审查"),
///     ReviewStep.ByDepartment("site-survey", "现场勘验") with { Limit = Limit.WorkingDays(2) },
///     ReviewStep.ByDepartment("water-test", "水质检测") with { Suspension = ClockSuspension.Article45(SpecialProcedure.Testing), After =
/// ["form-review"] },     ReviewStep.BySystem&lt;CapacityCheck&gt;("capacity", "管网容量核验"), ]
/// </code>
/// </example>
public sealed record ReviewStep
{
    [JsonConstructor]
    internal ReviewStep(string key, string name, Performer performer)
    {
        Key = key;
        Name = name;
        Performer = performer;
    }

    /// <summary>Short, stable name in kebab case; cases refer to it for life.</summary>
    public string Key { get; }

    /// <summary>What is done, in Chinese.</summary>
    public string Name { get; }

    /// <summary>Who does it.</summary>
    public Performer Performer { get; }

    /// <summary>What the performer must look at, in Chinese; empty if the name says it.</summary>
    public string Requirement { get; init; } = "";

    /// <summary>How long the step may take; null if only the case's own clock binds it.</summary>
    public Limit? Limit { get; init; }

    /// <summary>Why the case's clock stands still during this step; null for a step that runs on the clock.</summary>
    public ClockSuspension? Suspension { get; init; }

    /// <summary>The steps that must be finished first; null for "the one before in the list", empty for "none".</summary>
    public IReadOnlyList<string>? After { get; init; }

    /// <summary>The module's code that performs it, for a step of <see cref="Performer.System"/>.</summary>
    [JsonIgnore]
    public Type? Automation { get; private init; }

    /// <summary>A step that becomes a task of the organisation that owns the case.</summary>
    /// <param name="key">Short, stable name in kebab case.</param>
    /// <param name="name">What is done, in Chinese.</param>
    public static ReviewStep ByOwner(string key, string name) => new(key, name, Performer.Owner);

    /// <summary>A step that becomes a task of the supervising department and returns its written opinion.</summary>
    /// <param name="key">Short, stable name in kebab case.</param>
    /// <param name="name">What is done, in Chinese.</param>
    public static ReviewStep ByDepartment(string key, string name) => new(key, name, Performer.Department);

    /// <summary>A step that the module's own code performs.</summary>
    /// <typeparam name="TAutomation">The code; made anew for each run in the module's own scope, with the services it asks for.</typeparam>
    /// <param name="key">Short, stable name in kebab case.</param>
    /// <param name="name">What is done, in Chinese.</param>
    public static ReviewStep BySystem<TAutomation>(string key, string name) where TAutomation : class, IAutomaticStep =>
        new(key, name, Performer.System) { Automation = typeof(TAutomation) };
}
