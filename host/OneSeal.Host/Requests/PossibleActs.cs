using OneSeal.Host.Licences;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Requests;

/// <summary>What may be asked for, as the licence stands. One table, so that what is offered and what is refused cannot differ.</summary>
internal static class PossibleActs
{
    private static readonly LicenceState[] InForce = [LicenceState.Valid, LicenceState.Changed, LicenceState.Renewed];

    public static IReadOnlyList<LicenceState> StatesFor(RequestKind kind) => kind switch
    {
        RequestKind.Change or RequestKind.Suspend => InForce,
        // What was wrong from the beginning can be revoked even when its term is over: who cheated may be barred (行政许可法 79).
        RequestKind.Revoke => [.. InForce, LicenceState.Suspended, LicenceState.Expired],
        RequestKind.Withdraw => [.. InForce, LicenceState.Suspended],
        RequestKind.Cancel =>
            [.. InForce, LicenceState.Suspended, LicenceState.Expired, LicenceState.Withdrawn, LicenceState.Revoked],
        RequestKind.Reinstate => [LicenceState.Suspended],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The refusal of what may not be asked for; null for what may.</summary>
    public static Refusal? WhyNot(RequestKind kind, LicenceState state)
    {
        var possible = StatesFor(kind);
        return possible.Contains(state) ? null : Refusal.Conflict(
            "act-against-the-state", ("state", NameOf(state)), ("act", Text.Of("request.kind." + kind)),
            ("needed", possible.Select(NameOf)));
    }

    public static string NameOf(LicenceState state) => Text.Of("licence.state." + state);
}
