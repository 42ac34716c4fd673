using OneSeal.Host.Access;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>送达: the result is handed to the applicant (行政许可法 44).</summary>
internal static class DeliverResult
{
    public sealed record Request(DeliveryMethod Method, string ReceivedBy, DateOnly On);

    public static void MapDeliverResult(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/deliver", (string id, Request request, Actor actor, CaseEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, request, (@case, moment) => Decide(@case, moment, request), cancellationToken))
        .RequireRoles(Role.Window);

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, Request request)
    {
        @case.Require(@case.MayIssue ? CaseStage.Issued : CaseStage.Sealed);
        moment.RequireOwner(@case);
        if (string.IsNullOrWhiteSpace(request.ReceivedBy)) throw new Refusal("signature-without-name") { Field = "receivedBy" };
        if (request.On > moment.Today) throw new Refusal("date-in-the-future") { Field = "on" };
        if (request.On < @case.Decision!.On) throw new Refusal("delivered-before-decision", ("date", @case.Decision.On)) { Field = "on" };
        yield return new CaseEvent.Delivered(request.Method, request.ReceivedBy, request.On);
    }
}
