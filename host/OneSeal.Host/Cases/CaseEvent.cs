using System.Text.Json;
using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Worklist;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>Everything that can happen to a case.</summary>
internal abstract record CaseEvent
{
    [JournalEvent("case-drafted")]
    public sealed record Drafted(string Item, string ItemName, Channel Channel, Application Application) : CaseEvent;

    [JournalEvent("case-draft-changed")]
    public sealed record DraftChanged(Application Application) : CaseEvent;

    /// <summary>收件: the application was handed in; owner and version of the item are fixed for the case's life.</summary>
    [JournalEvent("case-filed")]
    public sealed record Filed(string Number, DateOnly ReceivedOn, DateOnly RespondBy, FiledUnder Under) : CaseEvent;

    /// <summary>受理. By law (<paramref name="Deemed"/>) if nobody told the applicant anything within five working days (行政许可法 32).</summary>
    [JournalEvent("case-accepted")]
    public sealed record Accepted(DateOnly On, bool Deemed, RunningLimit Statutory, RunningLimit Promised) : CaseEvent;

    /// <summary>一次性补正告知.</summary>
    [JournalEvent("case-supplement-requested")]
    public sealed record SupplementRequested(IReadOnlyList<MissingMaterial> Missing) : CaseEvent;

    /// <summary>补正: what was missing is there. A corrected form may bring other limits, materials and steps (<paramref name="Under"/>).</summary>
    [JournalEvent("case-supplement-received")]
    public sealed record SupplementReceived(
        Application Application, DateOnly CompleteOn, DateOnly RespondBy, FiledUnder? Under = null) : CaseEvent;

    /// <summary>不予受理.</summary>
    [JournalEvent("case-declined")]
    public sealed record Declined(IReadOnlyList<NoticeReason> Reasons, string? CompetentAgency) : CaseEvent;

    [JournalEvent("case-step-opened")]
    public sealed record StepOpened(string Step, DateOnly On, DateOnly? Due) : CaseEvent;

    /// <summary>A special procedure began: from this day the clock stands still (行政许可法 45), unless the period was over already.</summary>
    [JournalEvent("case-clock-suspended")]
    public sealed record ClockSuspended(
        string Step, DateOnly From, string Name, string Article, Limit Estimated, DateOnly? StatutoryDue,
        DateOnly? PromisedDue) : CaseEvent;

    [JournalEvent("case-clock-resumed")]
    public sealed record ClockResumed(string Step, DateOnly Until, DateOnly? StatutoryDue, DateOnly? PromisedDue) : CaseEvent;

    [JournalEvent("case-step-completed")]
    public sealed record StepCompleted(string Step, bool Passed, string Opinion, IReadOnlyList<string> Attachments) : CaseEvent
    {
        /// <summary>文号 of a department's written opinion; null for a step of the owner or the system.</summary>
        public string? Document { get; init; }
    }

    /// <summary>超时默许: no opinion came in time, and the memorandum lets the case go on without it.</summary>
    [JournalEvent("case-step-passed-over")]
    public sealed record StepPassedOver(string Step, string Reason) : CaseEvent;

    /// <summary>延长: ten working days more, approved by the head and told with its reason (行政许可法 42).</summary>
    [JournalEvent("case-extended")]
    public sealed record Extended(Extension Extension, string ApprovedBy, DateOnly? StatutoryDue) : CaseEvent;

    /// <summary>A calendar came or changed, and with it the derived dates.</summary>
    [JournalEvent("case-deadline-rederived")]
    public sealed record DeadlineRederived(string Reason, DateOnly? StatutoryDue, DateOnly? PromisedDue) : CaseEvent
    {
        /// <summary>The last day to answer; null where none runs.</summary>
        public DateOnly? RespondBy { get; init; }

        /// <summary>The last day to issue and deliver; null where none runs.</summary>
        public DateOnly? IssueBy { get; init; }

        /// <summary>The last days of the open steps that have one.</summary>
        public IReadOnlyList<StepDay> Steps { get; init; } = [];
    }

    [JournalEvent("case-decided")]
    public sealed record Decided(Decision Decision, DateOnly IssueBy) : CaseEvent;

    /// <summary>A numbered document was made for the applicant.</summary>
    [JournalEvent("case-notice-issued")]
    public sealed record NoticeIssued(NoticeContent Notice) : CaseEvent;

    /// <summary>用印.</summary>
    [JournalEvent("case-document-sealed")]
    public sealed record DocumentSealed(string Document, string Seal, SealImprint Imprint) : CaseEvent;

    /// <summary>颁发.</summary>
    [JournalEvent("case-licence-issued")]
    public sealed record LicenceIssued(string Licence) : CaseEvent;

    /// <summary>送达.</summary>
    [JournalEvent("case-delivered")]
    public sealed record Delivered(DeliveryMethod Method, string ReceivedBy, DateOnly On) : CaseEvent;

    /// <summary>归档.</summary>
    [JournalEvent("case-archived")]
    public sealed record Archived(Organisation Keeper, IReadOnlyList<ArchiveEntry> Inventory) : CaseEvent;

    /// <summary>申请人撤回.</summary>
    [JournalEvent("case-withdrawn")]
    public sealed record Withdrawn(string Reason, DateOnly On) : CaseEvent;

    /// <summary>终止办理.</summary>
    [JournalEvent("case-terminated")]
    public sealed record Terminated(IReadOnlyList<NoticeReason> Reasons) : CaseEvent;

    /// <summary>增加推送对象: a department is told of this case from now on, beside those the memorandum names.</summary>
    [JournalEvent("case-recipient-added")]
    public sealed record RecipientAdded(Organisation Recipient, string Reason) : CaseEvent;

    /// <summary>超时: a task of the case was not done by its day.</summary>
    [JournalEvent("case-delayed")]
    public sealed record Delayed(Delay Delay) : CaseEvent;
}

/// <summary>受理渠道; one case whichever way it came.</summary>
internal enum Channel { Window, Online }

/// <summary>What the applicant hands in.</summary>
internal sealed record Application(Applicant Applicant, JsonElement Form, IReadOnlyList<HeldMaterial> Materials)
{
    /// <summary>延续: the identifier of the licence for which more time is asked; null for an application for a new one.</summary>
    public string? Renews { get; init; }
}

/// <summary>申请人: a person or an organisation.</summary>
/// <param name="Identifier">公民身份号码 or 统一社会信用代码.</param>
/// <param name="Contact">Whom to call; a telephone number or an address.</param>
internal sealed record Applicant(ApplicantKind Kind, string Name, string Identifier, string Contact);

internal enum ApplicantKind { Person, Organisation }

/// <summary>A material that was handed in: as a file, on paper, or already held by the bureau.</summary>
internal sealed record HeldMaterial(string Key, MaterialForm Form, string? Attachment);

internal enum MaterialForm { File, Paper, Held }

/// <summary>What a case was filed under and keeps for life.</summary>
internal sealed record FiledUnder(
    string ItemVersion,
    string Module,
    HandlingType Handling,
    ItemType Type,
    Organisation Owner,
    Organisation Supervisor,
    string? Regime,
    string? Memorandum,
    string? Citation,
    string? Tier,
    Limit Statutory,
    Limit Promised,
    StartEvent StartEvent,
    IReadOnlyList<Material> Materials,
    IReadOnlyList<string> RequiredMaterials,
    IReadOnlyList<ReviewStep> Steps,
    IReadOnlyList<ConditionText> UnmetConditions,
    ResultLicence? Result,
    Fee? Fee)
{
    /// <summary>What the memorandum in force at the filing agrees on for the steps; null where it agrees on nothing.</summary>
    public AgreedSupport? Support { get; init; }

    /// <summary>What the module asked to hold before a grant, by name: known also while the module is not there to be asked.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];
}

/// <summary>A limit that runs, and the day it derives to with the calendar of the time; null while the clock stands still.</summary>
internal sealed record RunningLimit(Deadline Deadline, DateOnly? Due)
{
    public static RunningLimit Of(Deadline deadline, WorkCalendar calendar) => new(deadline, Clock.Derive(deadline, calendar).Due);
}

/// <summary>决定.</summary>
/// <param name="Automatic">Decided by the system because the item is a record-filing decided at once.</param>
internal sealed record Decision(bool Granted, IReadOnlyList<NoticeReason> Reasons, DateOnly On, bool Automatic, GrantedLicence? Licence)
{
    /// <summary>The departments' opinions on which it rests, whatever they say, and those that did not come.</summary>
    public IReadOnlyList<CitedOpinion> Opinions { get; init; } = [];

    /// <summary>What had to hold before the grant, and what the module answered.</summary>
    public IReadOnlyList<AnsweredRequirement> Requirements { get; init; } = [];
}

/// <summary>准予前核查: a requirement that a module was asked about.</summary>
/// <param name="Name">What must hold.</param>
/// <param name="Reason">What the module found, in Chinese.</param>
internal sealed record AnsweredRequirement(string Name, bool Met, string Reason);

/// <summary>A department that somebody added by hand, and why.</summary>
internal sealed record AddedRecipient(Organisation Organisation, string Reason);

/// <summary>The last day of a step.</summary>
internal sealed record StepDay(string Step, DateOnly Due);

internal enum DeliveryMethod { Window, Post, Electronic, Announcement }

/// <summary>One entry of a file's inventory (卷内目录).</summary>
internal sealed record ArchiveEntry(int Number, string Name, string Reference, DateOnly On);
