using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Licences;
using OneSeal.Host.Oversight;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>决定: by somebody other than the one who accepted (受审分离), with reasons where it is a denial (行政许可法 38).</summary>
internal static class DecideCase
{
    /// <summary>行政许可法 44: how long issuing and delivering may take from the decision.</summary>
    public static readonly Limit LimitToIssue = Limit.WorkingDays(10);

    public sealed record Request(bool Granted, IReadOnlyList<NoticeReason>? Reasons);

    public static void MapDecideCase(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/decide", (string id, Request request, Actor actor, CaseEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, request, (@case, moment) => Decide(@case, moment, request), cancellationToken))
        .RequireRoles(Role.Decider)
        .RecordsRefusals();

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, Request request)
    {
        @case.Require(CaseStage.InReview);
        moment.RequireOwner(@case);
        if (@case.AcceptedBy == moment.Actor.Id) throw new Refusal("decider-accepted") { Status = StatusCodes.Status403Forbidden };
        if (@case.OpenSteps.ToArray() is { Length: > 0 } open)
            throw Refusal.Conflict("steps-open", ("steps", open.Select(o => @case.Under!.Steps.First(s => s.Key == o.Key).Name)));
        if (!@case.StepsDone) throw new InvalidOperationException($"Case {moment.CaseId} has steps that are neither open nor done.");
        // A grant against an objection, like a denial, must say why.
        var mustSayWhy = !request.Granted || @case.Steps.Exists(s => s.Passed == false);
        var reasons = mustSayWhy ? request.Reasons.Checked() : request.Reasons ?? [];
        return Write(new CaseChange(@case, moment), moment, request.Granted, reasons, automatic: false).Events;
    }

    /// <summary>A record-filing (备案) needs no judgement: when every step has passed, it is decided by the system on the spot.</summary>
    public static CaseChange DecideAtOnce(CaseChange change, CaseMoment moment)
    {
        var @case = change.Case;
        return IsAtOnce(@case.Under!.Handling, @case.Under.Type)
            && @case.Steps.TrueForAll(s => s is { CompletedOn: not null, Passed: true })
            ? Write(change, moment, true, [], automatic: true)
            : change;
    }

    public static bool IsAtOnce(HandlingType handling, ItemType type) => handling == HandlingType.Immediate && type == ItemType.Other;

    public static DateOnly IssueBy(DateOnly decidedOn, WorkCalendar calendar) =>
        Clock.Derive(new Deadline(LimitToIssue, StartEvent.Accepted, decidedOn), calendar).Due!.Value;

    private static CaseChange Write(CaseChange change, CaseMoment moment, bool granted, IReadOnlyList<NoticeReason> reasons, bool automatic)
    {
        var @case = change.Case;
        if (moment.Renewed is { } renewed) Renewal.RequireDecidable(renewed, granted, moment.Today);
        var licence = granted && @case.Under!.Result is { } result ? LicenceOf(@case, moment, result) : null;
        var decision = new Decision(granted, reasons, moment.Today, automatic, licence);
        change.Add(new CaseEvent.Decided(decision, IssueBy(moment.Today, moment.Calendar)));
        var kind = !granted ? NoticeKind.Denial : @case.Under!.Type == ItemType.Other ? NoticeKind.RecordFiling : NoticeKind.Grant;
        return change.Issue(kind, notice => notice with
        {
            Reasons = reasons,
            Licence = licence,
            Remedies = granted ? null : change.Remedies,
        });
    }

    private static GrantedLicence LicenceOf(Case @case, CaseMoment moment, ResultLicence result)
    {
        var from = moment.Renewed is { } renewed ? Renewal.FirstDayOf(renewed) : moment.Today;
        return new GrantedLicence(
            result.Name, IdentifierOf(@case, moment, result), from,
            result.Validity is { } validity ? LicenceTerm.EndOf(from, validity, moment.Calendar) : null);
    }

    private static string IdentifierOf(Case @case, CaseMoment moment, ResultLicence result)
    {
        if (@case.Application!.Renews is { } renews) return renews;
        var (year, serial) = CaseId.Parse(moment.CaseId);
        return LicenceIdentifier.Make(ItemCode.Parse(@case.Item).Department, result.KindCode, @case.Owner.Code, year, serial).ToString();
    }
}
