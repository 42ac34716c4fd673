using OneSeal.Host.Cases;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Requests;

/// <summary>What one command does to a request: its events so far, and the request as it stands with them.</summary>
internal sealed class RequestChange(FormalRequest before, RequestMoment moment)
{
    private readonly List<RequestEvent> _events = [];

    public FormalRequest Request { get; private set; } = before;

    public IReadOnlyList<RequestEvent> Events => _events;

    public RequestChange Add(RequestEvent happened)
    {
        _events.Add(happened);
        Request = FormalRequest.Kind.Evolve(Request, new Recorded<RequestEvent>(happened, 0, moment.Context.At, moment.Actor));
        return this;
    }

    /// <summary>The number the next document of a kind gets: requests have their own running number in each region and year.</summary>
    public DocumentNumber NumberFor(NoticeKind kind)
    {
        var (year, serial) = CaseId.Parse(moment.RequestId);
        return new DocumentNumber(kind, moment.Context.Region, year, serial, Request.Notices.Count(n => n.Kind == kind) + 1);
    }

    /// <summary>Makes a numbered document; what every document says is filled in, the rest is the caller's.</summary>
    public RequestChange Issue(NoticeKind kind, Func<NoticeContent, NoticeContent> with)
    {
        var number = NumberFor(kind);
        var licence = Request.Licence!;
        var act = Request.Act!;
        var content = with(new NoticeContent
        {
            Number = number,
            DisplayNumber = number.Display(moment.Locality.Abbreviation),
            IssuingOrganisation = Request.Owner.Name,
            IssuedOn = moment.Today,
            ApplicantName = licence.Holder,
            ItemName = licence.ItemName,
            ItemCode = licence.Item,
            CaseNumber = licence.CaseNumber,
            AppliedOn = licence.AppliedOn,
            Act = new LicenceActTerms(
                act.Name, act.GroundName, act.Effect, licence.Name, licence.Identifier, licence.Holder, Request.Department.Name,
                Request.Letter!.Number),
        });
        NoticeRequirements.Demand(content);
        return Add(new RequestEvent.NoticeIssued(content));
    }

    /// <summary>Who was told that something would be done to his licence is told that it is not.</summary>
    public RequestChange ClearHolder(IReadOnlyList<NoticeReason> reasons) =>
        Request.ToldOn is null ? this : Issue(NoticeKind.Clearance, notice => notice with { Reasons = reasons });

    /// <summary>The time to answer stands still: for a hearing the law says so (行政许可法 45), for missing evidence no statute does.</summary>
    public RunningLimit Stopped(DateOnly from, string article, string why) =>
        Running(Request.Answer!.Deadline.Suspend(from, article, why));

    /// <summary>The time to answer goes on, if it stood still.</summary>
    public RunningLimit Resumed(DateOnly until) =>
        Request.Answer!.Deadline.Suspensions.FirstOrDefault(s => s.IsOpen) is { } open
            ? Running(Request.Answer.Deadline.Resume(open, until))
            : Request.Answer;

    private RunningLimit Running(Deadline deadline) => RunningLimit.Of(deadline, moment.Calendar);
}
