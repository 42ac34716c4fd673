using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Feedback;

/// <summary>Everything that can happen to a feedback.</summary>
internal abstract record FeedbackEvent
{
    /// <param name="Limit">反馈时限, which ran from the day it happened.</param>
    /// <param name="Norm">Who must settle what it means for the item; null for all but a change of norms.</param>
    /// <param name="External">How the reporting system names it; null for what a person reports.</param>
    [JournalEvent("feedback-reported")]
    public sealed record Reported(
        FeedbackSubject Subject, FeedbackContent Content, Organisation Reporter, IReadOnlyList<string> Attachments, RunningLimit Limit,
        NormDuty? Norm, ExternalReference? External) : FeedbackEvent;

    /// <summary>Something was not done by its day: the report itself, or what was to be done on it.</summary>
    [JournalEvent("feedback-delayed")]
    public sealed record Delayed(Delay Delay) : FeedbackEvent;

    [JournalEvent("feedback-corrected")]
    public sealed record Corrected(FeedbackContent Content, IReadOnlyList<string> Attachments, string Reason) : FeedbackEvent;

    /// <summary>撤回: it should not have been reported. It stays on record and speaks against nobody any more.</summary>
    [JournalEvent("feedback-retracted")]
    public sealed record Retracted(string Reason) : FeedbackEvent;

    /// <summary>整改核查.</summary>
    [JournalEvent("feedback-finding-closed")]
    public sealed record FindingClosed(bool Rectified, string Words, DateOnly On) : FeedbackEvent;

    /// <param name="ItemVersion">The version of the item that answers the change; null where nothing is to be changed.</param>
    [JournalEvent("feedback-norm-settled")]
    public sealed record NormSettled(NormOutcome Outcome, string Words, string? ItemVersion) : FeedbackEvent;
}

/// <summary>Who must look at a change of norms, and by when.</summary>
internal sealed record NormDuty(Organisation Organisation, RunningLimit Limit);

/// <param name="Id">Unique among what the organisation reports.</param>
/// <param name="Fingerprint">Of what was reported under it: the same again is a repetition, something else is not.</param>
internal sealed record ExternalReference(string Id, string Fingerprint);

internal enum NormOutcome
{
    /// <summary>已调整: the item was adjusted.</summary>
    Adjusted,

    /// <summary>无需调整.</summary>
    NoChange,
}
