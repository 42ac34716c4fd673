using OneSeal.Host.Access;
using OneSeal.Host.Documents;

namespace OneSeal.Host.Cases;

/// <summary>终止办理: the case ends without a decision, because its object or its applicant has fallen away.</summary>
internal static class TerminateCase
{
    public sealed record Request(IReadOnlyList<NoticeReason>? Reasons);

    public static void MapTerminateCase(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/terminate", (
            string id, Request request, Actor actor, CaseEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, request, (@case, moment) => Decide(@case, moment, request), cancellationToken))
        .RequireRoles(Role.Decider);

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, Request request)
    {
        @case.Require(CaseStage.AwaitingSupplement, CaseStage.InReview);
        moment.RequireOwner(@case);
        var reasons = request.Reasons.Checked();
        return new CaseChange(@case, moment)
            .Add(new CaseEvent.Terminated(reasons))
            .Issue(NoticeKind.Termination, notice => notice with { Reasons = reasons })
            .Events;
    }
}
