using System.Collections.Immutable;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Linkage;

/// <summary>推送: something that one department was told, and whether it took it over (认领).</summary>
internal sealed record Push
{
    public static StreamKind<Push, PushEvent> Kind { get; } = new()
    {
        Name = "push",
        Events = new EventTypes<PushEvent>(),
        Initial = new Push(),
        Evolve = (push, recorded) => push.Evolve(recorded),
        Project = PushRows.Of,
        Tasks = push => push.Tasks,
        ReadModels = ["pushes", "pushed_documents", "tasks", "delays"],
    };

    public PushContent? Content { get; init; }

    public Organisation Recipient { get; init; } = Organisation.None;

    public string? Basis { get; init; }

    public DateTimeOffset PushedAt { get; init; }

    /// <summary>推送时限: by when the rule has it told; null where no rule says.</summary>
    public DateOnly? PushBy { get; init; }

    /// <summary>认领时限; null for what need not be claimed by a day.</summary>
    public RunningLimit? ClaimLimit { get; init; }

    /// <summary>推送即认领: it counts as claimed since it was pushed.</summary>
    public bool IsDeemedClaimed { get; init; }

    public PushClaim? Claim { get; init; }

    /// <summary>The inspection that the department carried out on it; null until then.</summary>
    public PushInspection? Inspection { get; init; }

    public ImmutableList<Delay> Delays { get; init; } = [];

    public PushState StateOn(DateOnly today) => this switch
    {
        { Claim: not null } => PushState.Claimed,
        { IsDeemedClaimed: true } => PushState.DeemedClaimed,
        { ClaimLimit: null } => PushState.Told,
        { ClaimLimit.Due: { } due } when due < today => PushState.Overdue,
        _ => PushState.Waiting,
    };

    public IEnumerable<WorkTask> Tasks
    {
        get
        {
            if (ClaimLimit is { } limit && Claim is null) yield return Of("claim", limit.Due ?? WorkTask.NoDay, PushedAt);
            if (Claim is { FirstInspectionOn: { } planned } claim && Inspection is null) yield return Of("inspect", planned, claim.At);
        }
    }

    private WorkTask Of(string key, DateOnly due, DateTimeOffset since) =>
        new(key, Recipient, Role.DepartmentOfficer, Text.Of("task." + key), due, LocalTime.DayOf(since));

    private Push Evolve(Recorded<PushEvent> recorded)
    {
        var after = recorded.Event switch
        {
            PushEvent.Made e => this with
            {
                Content = e.Content,
                Recipient = e.Recipient,
                Basis = e.Basis,
                PushedAt = recorded.At,
                PushBy = e.PushBy,
                ClaimLimit = e.ClaimLimit,
                IsDeemedClaimed = e.Deemed,
            },
            PushEvent.Claimed e => this with
            {
                Claim = new PushClaim(recorded.At, recorded.By.Name, e.Office, e.Remark, e.FirstInspectionOn),
            },
            PushEvent.Inspected e => this with { Inspection = new PushInspection(e.Feedback, e.On) },
            PushEvent.Delayed e => this with { Delays = Delays.Add(e.Delay) },
            PushEvent.ClaimRederived e => this with { ClaimLimit = ClaimLimit! with { Due = e.Due } },
            var unknown => throw new InvalidOperationException($"A push does not know {unknown.GetType().Name}."),
        };
        return after.Delays.IsEmpty ? after : after with { Delays = after.Delays.Settled([.. after.Tasks], LocalTime.DayOf(recorded.At)) };
    }
}

internal enum PushState
{
    /// <summary>已告知: need not be claimed.</summary>
    Told,

    /// <summary>待认领.</summary>
    Waiting,

    /// <summary>已认领.</summary>
    Claimed,

    /// <summary>视为已认领.</summary>
    DeemedClaimed,

    /// <summary>逾期未认领. It follows from the day and is not kept in the rows.</summary>
    Overdue,
}

/// <summary>认领: a legal act, from which the department's supervision starts.</summary>
/// <param name="Office">科室 that takes it over.</param>
/// <param name="FirstInspectionOn">By when the department means to look for the first time; null if it has no such plan.</param>
internal sealed record PushClaim(DateTimeOffset At, string By, string Office, string? Remark, DateOnly? FirstInspectionOn);

/// <param name="Feedback">The feedback in which the department reports it.</param>
internal sealed record PushInspection(string Feedback, DateOnly On);

internal abstract record PushEvent
{
    [JournalEvent("push-made")]
    public sealed record Made(PushContent Content, Organisation Recipient, string? Basis, RunningLimit? ClaimLimit, bool Deemed) : PushEvent
    {
        public DateOnly? PushBy { get; init; }
    }

    [JournalEvent("push-claimed")]
    public sealed record Claimed(string Office, string? Remark, DateOnly? FirstInspectionOn) : PushEvent;

    /// <summary>The department has carried out the inspection it had planned.</summary>
    [JournalEvent("push-inspected")]
    public sealed record Inspected(string Feedback, DateOnly On) : PushEvent;

    [JournalEvent("push-delayed")]
    public sealed record Delayed(Delay Delay) : PushEvent;

    /// <summary>A calendar came or changed, and with it the last day to claim.</summary>
    [JournalEvent("push-claim-rederived")]
    public sealed record ClaimRederived(string Reason, DateOnly? Due) : PushEvent;
}
