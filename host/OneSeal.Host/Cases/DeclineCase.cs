using OneSeal.Host.Access;
using OneSeal.Host.Documents;

namespace OneSeal.Host.Cases;

/// <summary>不予受理: with reasons, the agency that is competent where another is, and the remedies (行政许可法 32(1)(2)).</summary>
internal static class DeclineCase
{
    public sealed record Request(IReadOnlyList<NoticeReason>? Reasons, string? CompetentAgency);

    public static void MapDeclineCase(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/decline", (string id, Request request, Actor actor, CaseEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, request, (@case, moment) => Decide(@case, moment, request), cancellationToken))
        .RequireRoles(Role.Window);

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, Request request)
    {
        @case.Require(CaseStage.Filed, CaseStage.AwaitingSupplement);
        moment.RequireOwner(@case);
        moment.RequireAnswerInTime(@case);
        var reasons = request.Reasons.Checked();
        var change = new CaseChange(@case, moment).Add(new CaseEvent.Declined(reasons, request.CompetentAgency));
        return change
            .Issue(NoticeKind.NonAcceptance, notice => notice with
            {
                Reasons = reasons,
                CompetentAgency = request.CompetentAgency,
                Remedies = change.Remedies,
            })
            .Events;
    }
}
