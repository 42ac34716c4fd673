using OneSeal.Host.Catalogue;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>What one command does to a case: its events so far, and the case as it stands with them.</summary>
internal sealed class CaseChange(Case before, CaseMoment moment)
{
    private readonly List<CaseEvent> _events = [];

    public Case Case { get; private set; } = before;

    public IReadOnlyList<CaseEvent> Events => _events;

    public CaseChange Add(CaseEvent happened)
    {
        _events.Add(happened);
        Case = Case.Kind.Evolve(Case, new Recorded<CaseEvent>(happened, 0, moment.Context.At, moment.Actor));
        return this;
    }

    /// <summary>Makes a numbered document; what every document says is filled in, the rest is the caller's.</summary>
    public CaseChange Issue(NoticeKind kind, Func<NoticeContent, NoticeContent>? with = null)
    {
        var (year, serial) = CaseId.Parse(moment.CaseId);
        var number = new DocumentNumber(kind, moment.Context.Region, year, serial, Case.Notices.Count(n => n.Kind == kind) + 1);
        var content = new NoticeContent
        {
            Number = number,
            DisplayNumber = number.Display(moment.Locality.Abbreviation),
            IssuingOrganisation = Case.Owner.Name,
            IssuedOn = moment.Today,
            ApplicantName = Case.Application!.Applicant.Name,
            ItemName = Case.ItemName,
            ItemCode = Case.Item,
            CaseNumber = Case.Number!,
            AppliedOn = Case.ReceivedOn!.Value,
            AcceptedOn = Case.AcceptedOn,
        };
        if (with is not null) content = with(content);
        NoticeRequirements.Demand(content);
        return Add(new CaseEvent.NoticeIssued(content));
    }

    /// <summary>Opens every step whose predecessors are done.</summary>
    public CaseChange OpenSteps()
    {
        var steps = Case.Under!.Steps;
        foreach (var (index, step) in steps.Index())
        {
            // A predecessor that this case does not have to go through is no obstacle.
            var isReady = steps.Before(index).All(key => Case.Steps.TrueForAll(s => s.Key != key || s.CompletedOn is not null));
            if (isReady && Case.Step(step.Key).OpenedOn is null)
                Add(new CaseEvent.StepOpened(step.Key, moment.Today, DueOf(step.Limit)));
        }

        return this;
    }

    /// <summary>If the clock stands still for a step, it goes on after this day.</summary>
    public CaseChange ResumeClock(string step, DateOnly until)
    {
        if (Case.Step(step).Suspension is not { } open) return this;
        var statutory = Running(Case.Statutory!.Deadline.Resume(open, until));
        var promised = Running(Case.Promised!.Deadline.Resume(open, until));
        return Add(new CaseEvent.ClockResumed(step, until, statutory.Due, promised.Due));
    }

    public RunningLimit Running(Deadline deadline) => RunningLimit.Of(deadline, moment.Calendar);

    public Remedies Remedies => new(moment.Locality.Government, moment.Locality.Court);

    /// <summary>The statutory limit as the applicant is told it.</summary>
    public NoticeDeadline? StatutoryDeadline => Case.Statutory is { Due: { } due, Deadline: var running }
        ? new NoticeDeadline(LimitText.Of(running.Limit, running.StartEvent!.Value), due)
        : null;

    private DateOnly? DueOf(Limit? limit) =>
        limit is { } given ? Clock.Derive(new Deadline(given, StartEvent.Accepted, moment.Today), moment.Calendar).Due : null;
}
