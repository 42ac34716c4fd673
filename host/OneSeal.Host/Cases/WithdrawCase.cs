using OneSeal.Host.Access;
using OneSeal.Host.Documents;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>撤回申请: the applicant takes the application back, as long as nothing is decided.</summary>
internal static class WithdrawCase
{
    public sealed record Request(string Reason);

    public static void MapWithdrawCase(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/withdraw", (
            string id, Request request, Actor actor, CaseEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, request, (@case, moment) => Decide(@case, moment, request), cancellationToken))
        .RequireRoles(Role.Window, Role.Public);

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, Request request)
    {
        @case.Require(CaseStage.Filed, CaseStage.AwaitingSupplement, CaseStage.InReview);
        if (moment.Actor.Role != Role.Public) moment.RequireOwner(@case);
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        return new CaseChange(@case, moment)
            .Add(new CaseEvent.Withdrawn(request.Reason, moment.Today))
            .Issue(NoticeKind.Withdrawal, notice => notice with { WithdrawnOn = moment.Today })
            .Events;
    }
}
