using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>办件: from the draft to the archive.</summary>
internal sealed record Case : INoticeHolder
{
    public static StreamKind<Case, CaseEvent> Kind { get; } = new()
    {
        Name = "case",
        Events = new EventTypes<CaseEvent>(),
        Initial = new Case(),
        Evolve = (@case, recorded) => @case.Evolve(recorded).WithDelaysSettled(recorded.At),
        Project = CaseRows.Of,
        Tasks = CaseRows.TasksOf,
        ReadModels = ["cases", "case_words", "tasks", "delays", "documents", "decisions"],
    };

    public CaseStage Stage { get; init; }

    public string Item { get; init; } = "";

    public string ItemName { get; init; } = "";

    public Channel Channel { get; init; }

    public Application? Application { get; init; }

    public DateTimeOffset DraftedAt { get; init; }

    /// <summary>Who drafted it: an applicant sees his own cases only.</summary>
    public Guid DraftedBy { get; init; }

    public string? Number { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public FiledUnder? Under { get; init; }

    public ImmutableList<MissingMaterial> Missing { get; init; } = [];

    public DateOnly? SupplementAskedOn { get; init; }

    /// <summary>The day on which everything that had been asked was there: the day of receipt, or of the supplement.</summary>
    public DateOnly? CompleteOn { get; init; }

    public DateOnly? AcceptedOn { get; init; }

    /// <summary>Who accepted; he may not decide (受审分离).</summary>
    public Guid? AcceptedBy { get; init; }

    public RunningLimit? Statutory { get; init; }

    public RunningLimit? Promised { get; init; }

    public ImmutableList<StepProgress> Steps { get; init; } = [];

    public ImmutableList<NoticeContent> Notices { get; init; } = [];

    /// <summary>The last day to tell the applicant whether it is accepted (行政许可法 32: five working days); null once he is told.</summary>
    public DateOnly? RespondBy { get; init; }

    public Decision? Decision { get; init; }

    /// <summary>Who decided: a request to take the licence away is another's to decide; null where the system did.</summary>
    public Guid? DecidedBy { get; init; }

    /// <summary>The last day to issue and deliver (行政许可法 44: ten working days from the decision); null before it.</summary>
    public DateOnly? IssueBy { get; init; }

    public string? Licence { get; init; }

    public DateOnly? DeliveredOn { get; init; }

    public Organisation? ArchivedBy { get; init; }

    public ImmutableList<ArchiveEntry> Inventory { get; init; } = [];

    /// <summary>Departments that are told of this case beside those the memorandum names.</summary>
    public ImmutableList<AddedRecipient> AddedRecipients { get; init; } = [];

    /// <summary>What was not done by its day.</summary>
    public ImmutableList<Delay> Delays { get; init; } = [];

    [JsonIgnore]
    public Organisation Owner => Under?.Owner ?? throw new InvalidOperationException("A draft has no owner.");

    /// <summary>The steps that are to be done now.</summary>
    public IEnumerable<StepProgress> OpenSteps => Steps.Where(s => s is { OpenedOn: not null, CompletedOn: null });

    public bool StepsDone => Steps.TrueForAll(s => s.CompletedOn is not null);

    /// <summary>Whether a licence is to be issued on the decision.</summary>
    public bool MayIssue => Decision is { Granted: true } && Under!.Result is not null;

    /// <summary>The document that carries the decision, once there is one.</summary>
    public NoticeContent? DecisionDocument =>
        Notices.FindLast(n => n.Kind is NoticeKind.Grant or NoticeKind.Denial or NoticeKind.RecordFiling);

    /// <exception cref="Refusal"><c>wrong-stage</c>: this cannot be done to the case as it stands.</exception>
    public void Require(params ReadOnlySpan<CaseStage> stages)
    {
        if (!stages.Contains(Stage))
        {
            throw Refusal.Conflict(
                "wrong-stage", ("stage", Text.Of("case.stage." + Stage)),
                ("needed", stages.ToArray().Select(s => Text.Of("case.stage." + s))));
        }
    }

    public StepProgress Step(string key) => Steps.Find(s => s.Key == key)
        ?? throw Refusal.NotFound("step-unknown", ("step", key));

    /// <summary>The step as the case was filed under it.</summary>
    public ReviewStep Definition(string key) => Under!.Steps.First(s => s.Key == key);

    public bool MaySee(Actor actor, Locality locality, NoticeContent? notice) => CaseAccess.MaySee(actor, this, locality);

    private Case Evolve(Recorded<CaseEvent> recorded) => recorded.Event switch
    {
        CaseEvent.Drafted e => this with
        {
            Stage = CaseStage.Draft,
            Item = e.Item,
            ItemName = e.ItemName,
            Channel = e.Channel,
            Application = e.Application,
            DraftedAt = recorded.At,
            DraftedBy = recorded.By.Id,
        },
        CaseEvent.DraftChanged e => this with { Application = e.Application },
        CaseEvent.Filed e => WithUnder(e.Under) with
        {
            Stage = CaseStage.Filed,
            Number = e.Number,
            ReceivedOn = e.ReceivedOn,
            CompleteOn = e.ReceivedOn,
            RespondBy = e.RespondBy,
        },
        CaseEvent.Accepted e => this with
        {
            Stage = CaseStage.InReview,
            RespondBy = null,
            AcceptedOn = e.On,
            AcceptedBy = e.Deemed ? null : recorded.By.Id,
            Statutory = e.Statutory,
            Promised = e.Promised,
        },
        CaseEvent.SupplementRequested e => this with
        {
            Stage = CaseStage.AwaitingSupplement,
            RespondBy = null,
            Missing = [.. e.Missing],
            SupplementAskedOn = LocalTime.DayOf(recorded.At),
        },
        CaseEvent.SupplementReceived e => WithUnder(e.Under ?? Under!) with
        {
            Stage = CaseStage.Filed,
            Application = e.Application,
            CompleteOn = e.CompleteOn,
            RespondBy = e.RespondBy,
        },
        CaseEvent.Declined => this with { Stage = CaseStage.Declined, RespondBy = null },
        CaseEvent.StepOpened e => WithStep(e.Step, s => s with { OpenedOn = e.On, Due = e.Due }),
        CaseEvent.ClockSuspended e => WithStep(e.Step, s => s with { Suspension = new Suspension(e.From, null, e.Article, e.Name) }) with
        {
            Statutory = new RunningLimit(Statutory!.Deadline.Suspend(e.From, e.Article, e.Name), e.StatutoryDue),
            Promised = new RunningLimit(Promised!.Deadline.Suspend(e.From, e.Article, e.Name), e.PromisedDue),
        },
        CaseEvent.ClockResumed e => WithStep(e.Step, s => s with { Suspension = null }) with
        {
            Statutory = new RunningLimit(Resumed(Statutory!, e), e.StatutoryDue),
            Promised = new RunningLimit(Resumed(Promised!, e), e.PromisedDue),
        },
        CaseEvent.StepCompleted e => WithStep(e.Step, s => s with
        {
            CompletedOn = LocalTime.DayOf(recorded.At),
            Passed = e.Passed,
            Opinion = e.Opinion,
            Attachments = [.. e.Attachments],
            Document = e.Document,
            By = recorded.By.Name,
            ByOrganisation = recorded.By.Organisation.Name,
        }),
        CaseEvent.StepPassedOver e => WithStep(e.Step, s => s with { CompletedOn = LocalTime.DayOf(recorded.At), PassedOver = e.Reason }),
        CaseEvent.Extended e => this with { Statutory = new RunningLimit(Statutory!.Deadline.Extend(e.Extension), e.StatutoryDue) },
        CaseEvent.DeadlineRederived e => this with
        {
            RespondBy = e.RespondBy,
            IssueBy = e.IssueBy,
            Statutory = Statutory is null ? null : Statutory with { Due = e.StatutoryDue },
            Promised = Promised is null ? null : Promised with { Due = e.PromisedDue },
            Steps = [.. Steps.Select(s => e.Steps.FirstOrDefault(d => d.Step == s.Key) is { } day ? s with { Due = day.Due } : s)],
        },
        CaseEvent.Decided e => this with
        {
            Stage = CaseStage.Decided,
            Decision = e.Decision,
            DecidedBy = e.Decision.Automatic ? null : recorded.By.Id,
            IssueBy = e.IssueBy,
        },
        CaseEvent.NoticeIssued e => this with { Notices = Notices.Add(e.Notice) },
        CaseEvent.DocumentSealed e => WithSeal(e),
        CaseEvent.LicenceIssued e => this with { Stage = CaseStage.Issued, Licence = e.Licence },
        CaseEvent.Delivered e => this with { Stage = CaseStage.Delivered, DeliveredOn = e.On },
        CaseEvent.Archived e => this with { Stage = CaseStage.Archived, ArchivedBy = e.Keeper, Inventory = [.. e.Inventory] },
        CaseEvent.Withdrawn => this with { Stage = CaseStage.Withdrawn, RespondBy = null },
        CaseEvent.Terminated => this with { Stage = CaseStage.Terminated, RespondBy = null },
        CaseEvent.RecipientAdded e => this with { AddedRecipients = AddedRecipients.Add(new AddedRecipient(e.Recipient, e.Reason)) },
        CaseEvent.Delayed e => this with { Delays = Delays.Add(e.Delay) },
        var unknown => throw new InvalidOperationException($"A case does not know {unknown.GetType().Name}."),
    };

    private Case WithDelaysSettled(DateTimeOffset at) =>
        Delays.IsEmpty ? this : this with { Delays = Delays.Settled([.. CaseRows.TasksOf(this)], LocalTime.DayOf(at)) };

    private Deadline Resumed(RunningLimit limit, CaseEvent.ClockResumed e) => limit.Deadline.Resume(Step(e.Step).Suspension!, e.Until);

    private Case WithUnder(FiledUnder under) => this with { Under = under, Steps = [.. under.Steps.Select(s => new StepProgress(s.Key))] };

    private Case WithStep(string key, Func<StepProgress, StepProgress> change) =>
        this with { Steps = [.. Steps.Select(s => s.Key == key ? change(s) : s)] };

    private Case WithSeal(CaseEvent.DocumentSealed e)
    {
        var sealsDecision = Stage == CaseStage.Decided && DecisionDocument?.Number.ToString() == e.Document;
        return this with
        {
            Notices = Notices.WithSeal(e.Document, e.Imprint),
            Stage = sealsDecision ? CaseStage.Sealed : Stage,
        };
    }
}
