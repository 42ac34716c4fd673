using OneSeal.Host.Access;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Requests;

/// <summary>撤回请求: the department takes it back, as long as nothing is decided.</summary>
internal static class TakeBackRequest
{
    public sealed record Request(string Reason);

    public static void MapTakeBackRequest(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/requests/{id}/take-back", (
            string id, Request request, Actor actor, RequestEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, request, (asked, moment) => Decide(asked, moment, request), cancellationToken))
        .RequireRoles(Role.DepartmentOfficer);

    public static IEnumerable<RequestEvent> Decide(FormalRequest asked, RequestMoment moment, Request request)
    {
        asked.Require(
            RequestStage.Submitted, RequestStage.AwaitingEvidence, RequestStage.Verified, RequestStage.HolderTold,
            RequestStage.HearingCalled, RequestStage.Heard);
        moment.RequireDepartment(asked);
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        return new RequestChange(asked, moment).Add(new RequestEvent.TakenBack(request.Reason)).ClearHolder([]).Events;
    }
}
