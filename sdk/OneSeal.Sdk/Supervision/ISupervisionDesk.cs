namespace OneSeal.Sdk;

/// <summary>You call: what a module does in the name of its own department, and of no other. Ask for it in a constructor.</summary>
/// <example>
/// <code>
/// public sealed class ClaimLicence(ISupervisionDesk desk) : ISupervisionHook
/// {
///     public Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken) =>
///         desk.ClaimAsync(notice, new("卫生监督科") { FirstInspectionOn = notice.Day.AddYears(2) }, cancellationToken);
/// }
/// </code>
/// </example>
public interface ISupervisionDesk
{
    /// <summary>
    /// 认领: takes over what the department was told of, a legal act from which its supervision starts. Called again for the same notice it
    /// changes nothing and gives the answer it gave.
    /// </summary>
    /// <param name="notice">The notice that came with the push.</param>
    /// <param name="claim">Which office takes it over, and when it means to look.</param>
    /// <param name="cancellationToken">The token of the call that the module is in.</param>
    Task<ClaimAnswer> ClaimAsync(SupervisionNotice notice, SupervisionClaim claim, CancellationToken cancellationToken);
}

/// <summary>How a push is claimed.</summary>
/// <param name="Office">科室 that takes it over, in Chinese.</param>
public sealed record SupervisionClaim(string Office)
{
    /// <summary>The last day by which the office means to inspect for the first time; null for no such plan.</summary>
    public DateOnly? FirstInspectionOn { get; init; }

    /// <summary>A remark for the bureau, in Chinese; null for none.</summary>
    public string? Remark { get; init; }
}

/// <summary>What came of a claim.</summary>
/// <param name="IsOurs">Whether the push is claimed by this module, now or by an earlier call.</param>
/// <param name="ClaimedBy">
/// Who had claimed it, if that was somebody else; null with <paramref name="IsOurs"/> false means that there is nothing to claim: the
/// department decided itself, or is only told.
/// </param>
public sealed record ClaimAnswer(bool IsOurs, string? ClaimedBy);
