using OneSeal.Host.Access;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Requests;

/// <summary>核实: a reviewer of the owner looks into the facts and says whether they are as the department has it.</summary>
internal static class VerifyRequest
{
    public sealed record Request(bool Upheld, string Findings);

    public static void MapVerifyRequest(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/requests/{id}/verify", (
            string id, Request request, Actor actor, RequestEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, request, (asked, moment) => Decide(asked, moment, request), cancellationToken))
        .RequireRoles(Role.Reviewer);

    // It may be verified without the evidence that was asked for: who does not send it must not be able to hold everything up.
    public static IEnumerable<RequestEvent> Decide(FormalRequest asked, RequestMoment moment, Request request)
    {
        asked.Require(RequestStage.Submitted, RequestStage.AwaitingEvidence);
        moment.RequireOwner(asked);
        if (string.IsNullOrWhiteSpace(request.Findings)) throw new Refusal("findings-missing") { Field = "findings" };
        yield return new RequestEvent.Verified(
            request.Upheld, request.Findings, new RequestChange(asked, moment).Resumed(moment.Today));
    }
}
