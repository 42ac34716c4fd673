using OneSeal.Host.Access;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Licences;

/// <summary>Everything that can happen to a licence.</summary>
internal abstract record LicenceEvent
{
    /// <summary>颁发.</summary>
    [JournalEvent("licence-issued")]
    public sealed record Issued(
        string Name, string Holder, string HolderIdentifier, string Item, string ItemName, string CaseId, Organisation Issuer,
        DateOnly ValidFrom, DateOnly? ValidUntil) : LicenceEvent
    {
        /// <summary>The department that supervises the item.</summary>
        public Organisation? Supervisor { get; init; }
    }

    /// <summary>暂停: what it permits may not be done for a while.</summary>
    /// <param name="Until">The last day of it; null until it is lifted.</param>
    [JournalEvent("licence-suspended")]
    public sealed record Suspended(LicenceAct Act, DateOnly? Until) : LicenceEvent;

    /// <summary>恢复: the suspension is over.</summary>
    [JournalEvent("licence-reinstated")]
    public sealed record Reinstated(LicenceAct Act) : LicenceEvent;

    /// <summary>变更: it permits something else, to somebody else, or for another time (行政许可法 49).</summary>
    /// <param name="What">What has changed, in Chinese.</param>
    /// <param name="Holder">The holder's new name; null if it stays.</param>
    /// <param name="ValidUntil">The new last day; null if it stays.</param>
    [JournalEvent("licence-changed")]
    public sealed record Changed(LicenceAct Act, string What, string? Holder, DateOnly? ValidUntil) : LicenceEvent;

    /// <summary>撤回: it was lawful, but the law or the facts have changed (行政许可法 8).</summary>
    /// <param name="Compensation">补偿: what was considered for the holder's loss, in Chinese.</param>
    [JournalEvent("licence-withdrawn")]
    public sealed record Withdrawn(LicenceAct Act, string Compensation) : LicenceEvent;

    /// <summary>撤销: it should never have been granted (行政许可法 69).</summary>
    /// <param name="ByFraud">Whether the holder obtained it by fraud or bribery; then nothing of it is protected.</param>
    [JournalEvent("licence-revoked")]
    public sealed record Revoked(LicenceAct Act, bool ByFraud) : LicenceEvent;

    /// <summary>注销: it is taken off the register (行政许可法 70).</summary>
    [JournalEvent("licence-cancelled")]
    public sealed record Cancelled(LicenceAct Act) : LicenceEvent;

    /// <summary>届满: its last day has passed.</summary>
    [JournalEvent("licence-expired")]
    public sealed record Expired(DateOnly On) : LicenceEvent;

    /// <summary>延续申请: the holder asks for more time.</summary>
    /// <param name="CaseId">The case in which he asks.</param>
    /// <param name="InTime">Whether he asked early enough (行政许可法 50).</param>
    [JournalEvent("licence-renewal-filed")]
    public sealed record RenewalFiled(string CaseId, DateOnly On, bool InTime) : LicenceEvent;

    /// <summary>The case in which more time was asked for ended without it.</summary>
    [JournalEvent("licence-renewal-closed")]
    public sealed record RenewalClosed(string CaseId) : LicenceEvent;

    /// <summary>延续; by law (<paramref name="Deemed"/>) if it was asked for in time and not decided before the last day (行政许可法 50).</summary>
    /// <param name="From">The first day of the new term.</param>
    [JournalEvent("licence-renewed")]
    public sealed record Renewed(string CaseId, DateOnly From, DateOnly? Until, bool Deemed) : LicenceEvent;
}

/// <summary>On what ground something was done to a licence.</summary>
/// <param name="Reason">In Chinese.</param>
/// <param name="Article">The provision.</param>
/// <param name="Request">The department's formal request it answers; null where there was none.</param>
/// <param name="Document">文号 of the decision.</param>
internal sealed record LicenceAct(string Reason, string Article, string? Request, string? Document);
