using OneSeal.Host.Texts;

namespace OneSeal.Host.Licences;

/// <summary>What can be done to a licence by a decision.</summary>
internal enum LicenceActKind
{
    /// <summary>变更.</summary>
    Change,

    /// <summary>撤回.</summary>
    Withdraw,

    /// <summary>撤销.</summary>
    Revoke,

    /// <summary>注销.</summary>
    Cancel,

    /// <summary>暂停.</summary>
    Suspend,

    /// <summary>恢复.</summary>
    Reinstate,
}

/// <summary>Which act is possible from which state, as one table: for the bureau, and for what a department may request.</summary>
internal static class LicenceRules
{
    private static readonly LicenceActKind[] InForce =
        [LicenceActKind.Change, LicenceActKind.Withdraw, LicenceActKind.Revoke, LicenceActKind.Cancel, LicenceActKind.Suspend];

    // Beside the holder who is gone, 行政许可法 70 takes off the register what has expired, was withdrawn or was revoked. What was wrong from
    // the beginning can be revoked even when its term is over: who cheated may be barred (79).
    private static readonly Dictionary<LicenceState, LicenceActKind[]> Table = new()
    {
        [LicenceState.None] = [],
        [LicenceState.Valid] = InForce,
        [LicenceState.Changed] = InForce,
        [LicenceState.Renewed] = InForce,
        [LicenceState.Suspended] = [LicenceActKind.Reinstate, LicenceActKind.Withdraw, LicenceActKind.Revoke, LicenceActKind.Cancel],
        [LicenceState.Expired] = [LicenceActKind.Revoke, LicenceActKind.Cancel],
        [LicenceState.Withdrawn] = [LicenceActKind.Cancel],
        [LicenceState.Revoked] = [LicenceActKind.Cancel],
        [LicenceState.Cancelled] = [],
    };

    public static bool Allows(LicenceState state, LicenceActKind kind) => Table[state].Contains(kind);

    /// <exception cref="Refusal"><c>licence-state</c>: this cannot be done to the licence as it stands on the day.</exception>
    public static void Require(Licence licence, LicenceActKind kind, DateOnly today)
    {
        if (WhyNot(kind, licence.StateOn(today)) is { } refusal) throw refusal;
    }

    /// <summary>The refusal of what cannot be done from a state; null for what can.</summary>
    public static Refusal? WhyNot(LicenceActKind kind, LicenceState state) => Allows(state, kind) ? null : Refusal.Conflict(
        "licence-state", ("state", state.InChinese()), ("act", Text.Of("licence.act." + kind)),
        ("needed", Table.Where(t => t.Value.Contains(kind)).Select(t => t.Key.InChinese())));

    /// <summary>The act that an event is; null for what happens without a decision on the licence.</summary>
    public static LicenceActKind? KindOf(LicenceEvent happened) => happened switch
    {
        LicenceEvent.Changed => LicenceActKind.Change,
        LicenceEvent.Withdrawn => LicenceActKind.Withdraw,
        LicenceEvent.Revoked => LicenceActKind.Revoke,
        LicenceEvent.Cancelled => LicenceActKind.Cancel,
        LicenceEvent.Suspended => LicenceActKind.Suspend,
        LicenceEvent.Reinstated => LicenceActKind.Reinstate,
        _ => null,
    };
}
