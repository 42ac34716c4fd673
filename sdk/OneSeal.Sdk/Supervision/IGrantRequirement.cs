using System.Text.Json;

namespace OneSeal.Sdk;

/// <summary>You implement: what must hold before a person grants an application, see <see cref="ModuleBuilder.RequireBeforeGranting"/>.</summary>
/// <remarks>
/// It blocks. A decider waits for the answer, so it has a short time limit (ten seconds, if the installation says nothing else) and must
/// change nothing: it may be asked several times, and the decider may then decide otherwise. One that throws or is too slow is not taken
/// for met: the grant is refused, and the module's status shows it. What was answered is kept with the decision.
/// </remarks>
public interface IGrantRequirement
{
    /// <summary>Says whether it is met.</summary>
    /// <param name="context">The case as far as a requirement may see it.</param>
    /// <param name="cancellationToken">Cancelled when the time limit is over, the decider has gone or the module is being disabled.</param>
    Task<RequirementAnswer> CheckAsync(RequirementContext context, CancellationToken cancellationToken);
}

/// <summary>What a requirement sees of the case that is to be granted.</summary>
public sealed class RequirementContext
{
    /// <summary>办件编号: the case's number.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>The item applied for.</summary>
    public required ItemCode Item { get; init; }

    /// <summary>The day the case was filed, in the region's time.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>The applicant's name.</summary>
    public required string Applicant { get; init; }

    /// <summary>统一社会信用代码 or 公民身份号码 of the applicant.</summary>
    public required string ApplicantIdentifier { get; init; }

    /// <summary>The filled-in form as it was filed.</summary>
    public required JsonElement FormData { get; init; }

    /// <summary>The filled-in form as the item's record.</summary>
    /// <typeparam name="TForm">The form of the item.</typeparam>
    /// <exception cref="JsonException">The form was filed under a version of the item whose record differs.</exception>
    public TForm Form<TForm>() => FormData.Deserialize<TForm>(FormSchema.Json)!;
}

/// <summary>Whether a requirement is met, and why.</summary>
public sealed record RequirementAnswer
{
    private RequirementAnswer(bool isMet, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        IsMet = isMet;
        Reason = reason;
    }

    /// <summary>Whether it may be granted as far as this requirement goes.</summary>
    public bool IsMet { get; }

    /// <summary>What was found, in Chinese; kept with the decision, or told to the decider who is refused.</summary>
    public string Reason { get; }

    /// <summary>It may be granted.</summary>
    /// <param name="reason">What was found, in Chinese.</param>
    public static RequirementAnswer Met(string reason) => new(true, reason);

    /// <summary>It may not be granted now.</summary>
    /// <param name="reason">What stands against it and by which provision, in Chinese.</param>
    public static RequirementAnswer Unmet(string reason) => new(false, reason);
}
