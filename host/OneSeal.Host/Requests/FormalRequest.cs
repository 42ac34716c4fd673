using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Requests;

/// <summary>部门请求: a department formally asks whoever decides an item now to do something to a licence of it (历下 附件2 二(四)).</summary>
internal sealed record FormalRequest : INoticeHolder
{
    public static StreamKind<FormalRequest, RequestEvent> Kind { get; } = new()
    {
        Name = "request",
        Events = new EventTypes<RequestEvent>(),
        Initial = new FormalRequest(),
        Evolve = (request, recorded) => request.Evolve(recorded).WithDelaysSettled(recorded.At),
        Project = RequestRows.Of,
        Tasks = request => request.Tasks,
        ReadModels = ["requests", "tasks", "delays", "documents"],
    };

    public RequestStage Stage { get; init; }

    public Letter? Letter { get; init; }

    public RequestedAct? Act { get; init; }

    public string Reason { get; init; } = "";

    public string Article { get; init; } = "";

    public ImmutableList<string> Evidence { get; init; } = [];

    public RequestedLicence? Licence { get; init; }

    /// <summary>Who asks.</summary>
    public Organisation Department { get; init; } = Organisation.None;

    /// <summary>Who is asked: whose item it was when the request came.</summary>
    public Organisation Owner { get; init; } = Organisation.None;

    public DateOnly ReceivedOn { get; init; }

    /// <summary>答复时限.</summary>
    public RunningLimit? Answer { get; init; }

    public DateOnly? EvidenceAskedOn { get; init; }

    public string? EvidenceAsked { get; init; }

    public RequestVerification? Verification { get; init; }

    public DateOnly? ToldOn { get; init; }

    /// <summary>The last day on which the holder may ask for a hearing.</summary>
    public DateOnly? SpeakBy { get; init; }

    public PlannedHearing? Hearing { get; init; }

    public HolderHeard? Heard { get; init; }

    public RequestDecision? Decision { get; init; }

    public string? TakenBackWhy { get; init; }

    public ImmutableList<NoticeContent> Notices { get; init; } = [];

    public ImmutableList<Delay> Delays { get; init; } = [];

    public bool IsOpen => Stage is not (RequestStage.None or RequestStage.Decided or RequestStage.TakenBack);

    /// <summary>Whether the holder must be told and heard before it can be decided.</summary>
    public bool MustHear => Act!.BurdensHolder && Verification is { Upheld: true };

    public bool IsReady => Stage == RequestStage.Heard || (Stage == RequestStage.Verified && !MustHear);

    /// <summary>What is to be done now, by whom and by when.</summary>
    [JsonIgnore]
    public IEnumerable<WorkTask> Tasks
    {
        get
        {
            if (Stage == RequestStage.None) yield break;
            if (Notices.OldestUnsealed is { } unsealed) yield return Of("seal", Owner, Role.SealKeeper, unsealed, unsealed);
            var answer = Answer!.Due ?? WorkTask.NoDay;
            switch (Stage)
            {
                case RequestStage.Submitted:
                    yield return Of("verify", Owner, Role.Reviewer, answer, ReceivedOn);
                    break;
                case RequestStage.AwaitingEvidence:
                    yield return Of("evidence", Department, Role.DepartmentOfficer, WorkTask.NoDay, EvidenceAskedOn!.Value);
                    break;
                case RequestStage.HolderTold:
                    yield return Of("hear", Owner, Role.Reviewer, answer, ToldOn!.Value);
                    break;
                case RequestStage.HearingCalled:
                    yield return Of("hear", Owner, Role.Reviewer, Hearing!.On, ToldOn!.Value);
                    break;
                case RequestStage.Verified or RequestStage.Heard:
                    yield return IsReady
                        ? Of("decide", Owner, Role.Decider, answer, Verification!.On)
                        : Of("tell", Owner, Role.Reviewer, answer, Verification!.On);
                    break;
            }
        }
    }

    /// <exception cref="Refusal"><c>request-wrong-stage</c>: this cannot be done to the request as it stands.</exception>
    public void Require(params ReadOnlySpan<RequestStage> stages)
    {
        if (stages.Contains(Stage)) return;
        throw Refusal.Conflict(
            "request-wrong-stage", ("stage", Text.Of("request.stage." + Stage)),
            ("needed", stages.ToArray().Select(s => Text.Of("request.stage." + s))));
    }

    /// <summary>The two sides and the bureau (档案互通); the holder what is written to him.</summary>
    public bool MaySee(Actor actor, Locality locality, NoticeContent? notice)
    {
        if (actor.Role == Role.Public) return notice is not null && notice.Kind != NoticeKind.Reply && Licence?.Account == actor.Id;
        return actor.Role == Role.System || CaseAccess.IsOfBureau(actor, locality) || actor.Organisation.Code == Owner.Code
            || actor.Organisation.Code == Department.Code;
    }

    private static WorkTask Of(string key, Organisation organisation, Role role, DateOnly due, DateOnly since) =>
        new(key, organisation, role, Text.Of("task.request." + key), due, since);

    private FormalRequest Evolve(Recorded<RequestEvent> recorded) => recorded.Event switch
    {
        RequestEvent.Submitted e => this with
        {
            Stage = RequestStage.Submitted,
            Letter = e.Letter,
            Act = e.Act,
            Reason = e.Reason,
            Article = e.Article,
            Evidence = [.. e.Evidence],
            Licence = e.Licence,
            Department = e.Department,
            Owner = e.Owner,
            ReceivedOn = e.ReceivedOn,
            Answer = e.Answer,
        },
        RequestEvent.EvidenceAsked e => this with
        {
            Stage = RequestStage.AwaitingEvidence,
            EvidenceAsked = e.What,
            EvidenceAskedOn = LocalTime.DayOf(recorded.At),
            Answer = e.Answer,
        },
        RequestEvent.EvidenceSupplied e => this with
        {
            Stage = RequestStage.Submitted,
            Evidence = Evidence.AddRange(e.Evidence),
            Answer = e.Answer,
        },
        RequestEvent.Verified e => this with
        {
            Stage = RequestStage.Verified,
            Verification = new RequestVerification(e.Upheld, e.Findings, LocalTime.DayOf(recorded.At), recorded.By.Id, recorded.By.Name),
            Answer = e.Answer,
        },
        RequestEvent.HolderTold e => this with
        {
            Stage = RequestStage.HolderTold,
            ToldOn = LocalTime.DayOf(recorded.At),
            SpeakBy = e.SpeakBy,
        },
        RequestEvent.HearingCalled e => this with { Stage = RequestStage.HearingCalled, Hearing = e.Hearing, Answer = e.Answer },
        RequestEvent.Heard e => this with { Stage = RequestStage.Heard, Heard = e.How, Answer = e.Answer },
        RequestEvent.Decided e => this with { Stage = RequestStage.Decided, Decision = e.Decision },
        RequestEvent.TakenBack e => this with { Stage = RequestStage.TakenBack, TakenBackWhy = e.Reason },
        RequestEvent.NoticeIssued e => this with { Notices = Notices.Add(e.Notice) },
        RequestEvent.DocumentSealed e => this with { Notices = Notices.WithSeal(e.Document, e.Imprint) },
        RequestEvent.Delayed e => this with { Delays = Delays.Add(e.Delay) },
        RequestEvent.Rederived e => this with { Answer = Answer! with { Due = e.AnswerDue }, SpeakBy = e.SpeakBy },
        var unknown => throw new InvalidOperationException($"A request does not know {unknown.GetType().Name}."),
    };

    private FormalRequest WithDelaysSettled(DateTimeOffset at) =>
        Delays.IsEmpty ? this : this with { Delays = Delays.Settled([.. Tasks], LocalTime.DayOf(at)) };
}

/// <param name="By">Who; he does not decide it, nor chair the hearing (行政许可法 48).</param>
internal sealed record RequestVerification(bool Upheld, string Findings, DateOnly On, Guid By, string ByName);
