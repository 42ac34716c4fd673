using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>延长办理期限: ten working days more, once, approved by the head of the agency and told with the reason (行政许可法 42).</summary>
internal static class ExtendCase
{
    /// <param name="ApprovedBy">机关负责人, by name and position.</param>
    public sealed record Request(string Reason, string ApprovedBy);

    public static void MapExtendCase(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/extend", (string id, Request request, Actor actor, CaseEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, request, (@case, moment) => Decide(@case, moment, request), cancellationToken))
        .RequireRoles(Role.Decider);

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, Request request)
    {
        @case.Require(CaseStage.InReview);
        moment.RequireOwner(@case);
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        if (string.IsNullOrWhiteSpace(request.ApprovedBy)) throw new Refusal("approval-missing") { Field = "approvedBy" };
        if (@case.Statutory!.Due is not { } due) throw Refusal.Conflict("clock-stands-still");
        if (moment.Today > due) throw Refusal.Conflict("overdue-not-extended", ("due", due));
        var extension = Extension.ByHeadOfAgency(request.Reason, moment.Today);
        var change = new CaseChange(@case, moment);
        change.Add(new CaseEvent.Extended(extension, request.ApprovedBy, change.Running(@case.Statutory.Deadline.Extend(extension)).Due));
        return change
            .Issue(NoticeKind.Extension, notice => notice with
            {
                Deadline = change.StatutoryDeadline,
                Extension = new ExtensionTerms(LimitText.Of(extension.Limit), request.Reason, Text.Of("case.head-of-agency")),
            })
            .Events;
    }
}
