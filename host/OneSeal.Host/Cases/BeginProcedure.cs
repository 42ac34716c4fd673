using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>
/// 启动特别程序: a step whose time is not counted begins; the clock stands still from today and the applicant is told how long it will take
/// (行政许可法 45).
/// </summary>
internal static class BeginProcedure
{
    /// <param name="Estimated">所需时间.</param>
    public sealed record Request(Limit Estimated);

    public static void MapBeginProcedure(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/steps/{step}/begin", (
            string id, string step, Request request, Actor actor, CaseEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, request, (@case, moment) => Decide(@case, moment, step, request), cancellationToken))
        .RequireRoles(Role.Reviewer, Role.DepartmentOfficer);

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, string step, Request request)
    {
        @case.Require(CaseStage.InReview);
        var definition = CompleteStep.RequirePerformer(@case, moment, step);
        if (definition.Suspension is not { } suspension) throw new Refusal("step-runs-on-the-clock", ("step", definition.Name));
        if (@case.Step(step).Suspension is not null) throw Refusal.Conflict("procedure-begun-before", ("step", definition.Name));
        if (request.Estimated.Count == 0) throw new Refusal("estimate-missing") { Field = "estimated" };
        var change = new CaseChange(@case, moment);
        // A period that was over before the procedure began stays over.
        var statutory = change.Running(@case.Statutory!.Deadline.Suspend(moment.Today, suspension.Article, suspension.Name));
        var promised = change.Running(@case.Promised!.Deadline.Suspend(moment.Today, suspension.Article, suspension.Name));
        return change
            .Add(new CaseEvent.ClockSuspended(
                step, moment.Today, suspension.Name, suspension.Article, request.Estimated, statutory.Due, promised.Due))
            .Issue(NoticeKind.SpecialProcedure, notice => notice with
            {
                SpecialProcedure = new SpecialProcedureTerms(suspension.Name, suspension.Article, LimitText.Of(request.Estimated)),
            })
            .Events;
    }
}
