using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
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
        .MapPost("/api/cases/{id}/decide", (
            string id, Request request, Actor actor, CommandEdge edge, CaseCommands commands, GrantRequirements requirements,
            CancellationToken cancellationToken) =>
            edge.RunAsync(
                actor, request, work => RunAsync(work, commands, requirements, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.Decider);

    public static async Task<CaseAnswer> RunAsync(
        JournalWork work, CaseCommands commands, GrantRequirements requirements, string id, Request request,
        CancellationToken cancellationToken)
    {
        var stream = await commands.LoadAsync(work, id, cancellationToken);
        var moment = await commands.MomentAsync(work, id, cancellationToken);
        var decided = await EventsAsync(stream.State, moment, requirements, request, cancellationToken);
        return CaseAnswer.Of(await commands.AppendAsync(work, stream, decided, cancellationToken));
    }

    /// <summary>What the decision brings about, after the module was asked what must hold before a grant.</summary>
    public static async Task<IReadOnlyList<CaseEvent>> EventsAsync(
        Case @case, CaseMoment moment, GrantRequirements requirements, Request request, CancellationToken cancellationToken)
    {
        // Nobody is asked for somebody who may not decide.
        Check(@case, moment, request);
        var answered = request.Granted ? await requirements.AskAsync(@case, cancellationToken) : [];
        return [.. Decide(@case, moment, request, answered)];
    }

    /// <param name="answered">What the module answered to what it requires before a grant; null if it requires nothing.</param>
    public static IEnumerable<CaseEvent> Decide(
        Case @case, CaseMoment moment, Request request, IReadOnlyList<AnsweredRequirement>? answered = null)
    {
        var reasons = Check(@case, moment, request);
        if (request.Granted && answered?.FirstOrDefault(a => !a.Met) is { } unmet)
            throw new Refusal("requirement-unmet", ("requirement", unmet.Name), ("reason", unmet.Reason));
        return Write(new CaseChange(@case, moment), moment, request.Granted, reasons, automatic: false, answered ?? []).Events;
    }

    /// <returns>The reasons to be told with the decision.</returns>
    private static IReadOnlyList<NoticeReason> Check(Case @case, CaseMoment moment, Request request)
    {
        @case.Require(CaseStage.InReview);
        moment.RequireOwner(@case);
        if (@case.AcceptedBy == moment.Actor.Id) throw new Refusal("decider-accepted") { Status = StatusCodes.Status403Forbidden };
        if (@case.OpenSteps.ToArray() is { Length: > 0 } open)
            throw Refusal.Conflict("steps-open", ("steps", open.Select(o => @case.Definition(o.Key).Name)));
        if (!@case.StepsDone) throw new InvalidOperationException($"Case {moment.CaseId} has steps that are neither open nor done.");
        // A grant against an objection, like a denial, must say why.
        var mustSayWhy = !request.Granted || @case.Steps.Exists(s => s.Passed == false);
        return mustSayWhy ? request.Reasons.Checked() : request.Reasons ?? [];
    }

    /// <summary>A record-filing (备案) needs no judgement: when every step has passed, it is decided by the system on the spot.</summary>
    public static CaseChange DecideAtOnce(CaseChange change, CaseMoment moment)
    {
        var @case = change.Case;
        return IsAtOnce(@case.Under!.Handling, @case.Under.Type)
            && @case.Steps.TrueForAll(s => s is { CompletedOn: not null, Passed: true })
            ? Write(change, moment, true, [], automatic: true, [])
            : change;
    }

    public static bool IsAtOnce(HandlingType handling, ItemType type) => handling == HandlingType.Immediate && type == ItemType.Other;

    public static DateOnly IssueBy(DateOnly decidedOn, WorkCalendar calendar) =>
        Clock.Derive(new Deadline(LimitToIssue, StartEvent.Accepted, decidedOn), calendar).Due!.Value;

    private static CaseChange Write(
        CaseChange change, CaseMoment moment, bool granted, IReadOnlyList<NoticeReason> reasons, bool automatic,
        IReadOnlyList<AnsweredRequirement> answered)
    {
        var @case = change.Case;
        if (moment.Renewed is { } renewed) Renewal.RequireDecidable(renewed, granted, moment.Today);
        var licence = granted && @case.Under!.Result is { } result ? LicenceOf(@case, moment, result) : null;
        var opinions = Opinions(@case).ToArray();
        var decision = new Decision(granted, reasons, moment.Today, automatic, licence) { Opinions = opinions, Requirements = answered };
        change.Add(new CaseEvent.Decided(decision, IssueBy(moment.Today, moment.Calendar)));
        var kind = !granted ? NoticeKind.Denial : @case.Under!.Type == ItemType.Other ? NoticeKind.RecordFiling : NoticeKind.Grant;
        return change.Issue(kind, notice => notice with
        {
            Reasons = reasons,
            Opinions = opinions,
            Licence = licence,
            Remedies = granted ? null : change.Remedies,
        });
    }

    /// <summary>What other organisations wrote, also against a grant, and what they did not write in time.</summary>
    private static IEnumerable<CitedOpinion> Opinions(Case @case) => @case.Steps
        .Where(s => s.Document is not null || s.PassedOver is not null)
        .Select(s => new CitedOpinion(
            s.ByOrganisation ?? StepPerformer.Of(@case, @case.Definition(s.Key)).Organisation.Name,
            CitedOpinion.TitleOf(@case.Definition(s.Key)), s.Document, s.CompletedOn!.Value, s.Passed, s.PassedOver));

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
