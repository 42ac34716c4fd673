using System.Text.Json;

namespace OneSeal.Sdk;

/// <summary>You implement: the code of a step that the system performs.</summary>
/// <remarks>
/// It may be called again after a crash, so it must not do lasting things twice. It has a time limit; one that throws or is too slow leaves
/// the step open, shows in the module's status and is tried seven times in about three hours. From the next day on a reviewer may complete
/// the step instead. It never blocks another module.
/// </remarks>
public interface IAutomaticStep
{
    /// <summary>Performs the step.</summary>
    /// <param name="step">The case as far as the step may see it.</param>
    /// <param name="cancellationToken">Cancelled when the time limit is over or the module is being disabled.</param>
    Task<StepOutcome> RunAsync(StepContext step, CancellationToken cancellationToken);
}

/// <summary>What an automatic step sees of the case.</summary>
public sealed class StepContext
{
    private readonly JsonSerializerOptions _formJson;

    internal StepContext(JsonSerializerOptions formJson) => _formJson = formJson;

    /// <summary>办件编号: the case's number.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>The item applied for.</summary>
    public required ItemCode Item { get; init; }

    /// <summary>The key of the step being performed.</summary>
    public required string StepKey { get; init; }

    /// <summary>The day the case was filed, in the region's time.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>The keys of the materials that the case holds.</summary>
    public required IReadOnlyList<string> Materials { get; init; }

    /// <summary>The filled-in form as it was filed.</summary>
    public required JsonElement FormData { get; init; }

    /// <summary>The filled-in form as the item's record.</summary>
    /// <typeparam name="TForm">The form of the item.</typeparam>
    /// <exception cref="JsonException">The form was filed under a version of the item whose record differs.</exception>
    public TForm Form<TForm>() => FormData.Deserialize<TForm>(_formJson)!;
}

/// <summary>What a step came to.</summary>
public sealed record StepOutcome
{
    private StepOutcome(bool passed, string opinion)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(opinion);
        Passed = passed;
        Opinion = opinion;
    }

    /// <summary>Whether nothing stands against a favourable decision.</summary>
    /// <remarks>
    /// The decision itself is a person's, but for a record-filing (备案) decided at once: that one is decided as soon as every step has
    /// passed.
    /// </remarks>
    public bool Passed { get; }

    /// <summary>The reasoned result, in Chinese; it is kept with the case and shown to the decider.</summary>
    public string Opinion { get; }

    /// <summary>Nothing stands against it.</summary>
    /// <param name="opinion">The result, in Chinese.</param>
    public static StepOutcome Pass(string opinion) => new(true, opinion);

    /// <summary>Something stands against it; the case goes on to the decider, who sees it.</summary>
    /// <param name="opinion">The result with its reason, in Chinese.</param>
    public static StepOutcome Object(string opinion) => new(false, opinion);
}
