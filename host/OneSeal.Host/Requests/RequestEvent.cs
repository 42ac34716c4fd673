using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Requests;

/// <summary>Everything that can happen to a department's formal request.</summary>
internal abstract record RequestEvent
{
    [JournalEvent("request-submitted")]
    public sealed record Submitted(
        Letter Letter, RequestedAct Act, string Reason, string Article, IReadOnlyList<string> Evidence, RequestedLicence Licence,
        Organisation Department, Organisation Owner, DateOnly ReceivedOn, RunningLimit Answer) : RequestEvent;

    /// <summary>补充材料: the department is asked, once, for more evidence; until it comes the time to answer stands still.</summary>
    [JournalEvent("request-evidence-asked")]
    public sealed record EvidenceAsked(string What, RunningLimit Answer) : RequestEvent;

    [JournalEvent("request-evidence-supplied")]
    public sealed record EvidenceSupplied(IReadOnlyList<string> Evidence, string? Remark, RunningLimit Answer) : RequestEvent;

    /// <summary>核实: whether the facts and the ground are as the department says.</summary>
    [JournalEvent("request-verified")]
    public sealed record Verified(bool Upheld, string Findings, RunningLimit Answer) : RequestEvent;

    /// <summary>告知: the holder knows of it, and until when he may ask for a hearing.</summary>
    [JournalEvent("request-holder-told")]
    public sealed record HolderTold(DateOnly SpeakBy) : RequestEvent;

    /// <summary>通知听证; the time it takes is not counted (行政许可法 45).</summary>
    [JournalEvent("request-hearing-called")]
    public sealed record HearingCalled(PlannedHearing Hearing, RunningLimit Answer) : RequestEvent;

    [JournalEvent("request-holder-heard")]
    public sealed record Heard(HolderHeard How, RunningLimit Answer) : RequestEvent;

    [JournalEvent("request-decided")]
    public sealed record Decided(RequestDecision Decision) : RequestEvent;

    /// <summary>撤回请求: the department no longer asks for it.</summary>
    [JournalEvent("request-taken-back")]
    public sealed record TakenBack(string Reason) : RequestEvent;

    [JournalEvent("request-notice-issued")]
    public sealed record NoticeIssued(NoticeContent Notice) : RequestEvent;

    [JournalEvent("request-document-sealed")]
    public sealed record DocumentSealed(string Document, string Seal, SealImprint Imprint) : RequestEvent;

    [JournalEvent("request-delayed")]
    public sealed record Delayed(Delay Delay) : RequestEvent;

    /// <summary>A calendar came or changed, and with it the derived dates.</summary>
    [JournalEvent("request-rederived")]
    public sealed record Rederived(string Reason, DateOnly? AnswerDue, DateOnly? SpeakBy) : RequestEvent;
}

/// <summary>来函: the paper with which the department asks.</summary>
/// <param name="Number">文号.</param>
internal sealed record Letter(string Number, DateOnly On);

/// <summary>The licence as it stood when the request came.</summary>
/// <param name="Account">Who applied for it from home; null where it was handed in at a window.</param>
internal sealed record RequestedLicence(
    string Identifier, string Name, string Holder, string Item, string ItemName, string CaseId, string CaseNumber, DateOnly AppliedOn,
    Guid? Account);

/// <param name="AppliedOn">When the holder asked for it.</param>
/// <param name="On">When it is held.</param>
internal sealed record PlannedHearing(DateOnly AppliedOn, DateOnly On, string Place, string Chair);

/// <param name="HearingRecord">The record it cites; null where no hearing was held.</param>
/// <param name="Recompense">补偿、赔偿: what was considered for the holder's loss.</param>
/// <param name="Document">文号 of the paper to the holder; null where nothing was done to his licence.</param>
internal sealed record RequestDecision(
    bool Accepted, IReadOnlyList<NoticeReason> Reasons, DateOnly On, string? HearingRecord, PublicInterest? PublicInterest,
    string? Recompense, string? Document);

/// <summary>Whether it would do great harm to the public interest, and why one thinks so (行政许可法 69).</summary>
internal sealed record PublicInterest(bool GreatHarm, string Weighing);
