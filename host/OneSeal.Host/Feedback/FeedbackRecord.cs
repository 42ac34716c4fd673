using System.Collections.Immutable;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Feedback;

/// <summary>反馈: one thing that supervision reported back, and what was done on it.</summary>
internal sealed record FeedbackRecord
{
    public static StreamKind<FeedbackRecord, FeedbackEvent> Kind { get; } = new()
    {
        Name = "feedback",
        Events = new EventTypes<FeedbackEvent>(),
        Initial = new FeedbackRecord(),
        Evolve = (feedback, recorded) => feedback.Evolve(recorded),
        Project = FeedbackRows.Of,
        Tasks = feedback => feedback.Tasks,
        ReadModels = ["feedback", "tasks", "delays"],
    };

    public FeedbackSubject? Subject { get; init; }

    public FeedbackContent? Content { get; init; }

    public Organisation Reporter { get; init; } = Organisation.None;

    /// <summary>The person who reported it.</summary>
    public string ReportedBy { get; init; } = "";

    public DateTimeOffset ReportedAt { get; init; }

    public ImmutableList<string> Attachments { get; init; } = [];

    /// <summary>反馈时限.</summary>
    public RunningLimit? Limit { get; init; }

    public NormDuty? Norm { get; init; }

    public ExternalReference? External { get; init; }

    public FindingClosure? Closure { get; init; }

    public NormSettlement? Settlement { get; init; }

    /// <summary>Why it was taken back; null while it stands.</summary>
    public string? RetractedBecause { get; init; }

    public ImmutableList<Delay> Delays { get; init; } = [];

    public FeedbackState State => this switch
    {
        { RetractedBecause: not null } => FeedbackState.Retracted,
        { Closure: not null } or { Settlement: not null } => FeedbackState.Closed,
        { Content: FeedbackContent.Finding or FeedbackContent.NormChange } => FeedbackState.Open,
        _ => FeedbackState.Reported,
    };

    /// <summary>Whether it still speaks against the holder: what was taken back or put right does not.</summary>
    public bool IsAdverse => State != FeedbackState.Retracted && Content!.IsAdverse && Closure is not { Rectified: true };

    public IEnumerable<WorkTask> Tasks
    {
        get
        {
            if (State != FeedbackState.Open) yield break;
            var since = LocalTime.DayOf(ReportedAt);
            if (Content is FeedbackContent.Finding finding)
            {
                yield return new(
                    "rectification", Reporter, Role.DepartmentOfficer, Text.Of("task.rectification"), finding.RectifyBy, since);
            }

            if (Norm is { } duty)
            {
                yield return new(
                    "norm", duty.Organisation, Role.Administrator, Text.Of("task.norm"), duty.Limit.Due ?? WorkTask.NoDay, since);
            }
        }
    }

    private FeedbackRecord Evolve(Recorded<FeedbackEvent> recorded)
    {
        var after = recorded.Event switch
        {
            FeedbackEvent.Reported e => this with
            {
                Subject = e.Subject,
                Content = e.Content,
                Reporter = e.Reporter,
                ReportedBy = recorded.By.Name,
                ReportedAt = recorded.At,
                Attachments = [.. e.Attachments],
                Limit = e.Limit,
                Norm = e.Norm,
                External = e.External,
            },
            FeedbackEvent.Delayed e => this with { Delays = Delays.Add(e.Delay) },
            FeedbackEvent.Corrected e => this with { Content = e.Content, Attachments = [.. e.Attachments] },
            FeedbackEvent.Retracted e => this with { RetractedBecause = e.Reason },
            FeedbackEvent.FindingClosed e => this with { Closure = new FindingClosure(e.Rectified, e.Words, e.On) },
            FeedbackEvent.NormSettled e => this with
            {
                Settlement = new NormSettlement(e.Outcome, e.Words, e.ItemVersion, LocalTime.DayOf(recorded.At)),
            },
            var unknown => throw new InvalidOperationException($"A feedback does not know {unknown.GetType().Name}."),
        };
        return after.Delays.IsEmpty ? after : after with { Delays = after.Delays.Settled([.. after.Tasks], LocalTime.DayOf(recorded.At)) };
    }
}

internal enum FeedbackState
{
    /// <summary>已反馈: nothing further is to be done on it.</summary>
    Reported,

    /// <summary>待处理: a fault that is to be put right, a change of norms that is to be settled.</summary>
    Open,

    /// <summary>已办结.</summary>
    Closed,

    /// <summary>已撤回.</summary>
    Retracted,
}

/// <param name="On">The day on which it was looked at.</param>
internal sealed record FindingClosure(bool Rectified, string Words, DateOnly On);

internal sealed record NormSettlement(NormOutcome Outcome, string Words, string? ItemVersion, DateOnly On);
