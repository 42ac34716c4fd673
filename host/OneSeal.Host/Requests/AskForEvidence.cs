using OneSeal.Host.Access;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Requests;

/// <summary>要求补充材料: once; until it comes the time to answer stands still.</summary>
internal static class AskForEvidence
{
    public sealed record Request(string What);

    public static void MapAskForEvidence(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/requests/{id}/ask-for-evidence", (
            string id, Request request, Actor actor, RequestEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, request, (asked, moment) => Decide(asked, moment, request), cancellationToken))
        .RequireRoles(Role.Reviewer);

    public static IEnumerable<RequestEvent> Decide(FormalRequest asked, RequestMoment moment, Request request)
    {
        asked.Require(RequestStage.Submitted);
        moment.RequireOwner(asked);
        if (asked.EvidenceAskedOn is { } before) throw Refusal.Conflict("evidence-asked-before", ("date", before));
        if (string.IsNullOrWhiteSpace(request.What)) throw new Refusal("evidence-unsaid") { Field = "what" };
        yield return new RequestEvent.EvidenceAsked(
            request.What,
            new RequestChange(asked, moment).Stopped(moment.Today, Text.Of("request.clock.evidence"), request.What));
    }
}
