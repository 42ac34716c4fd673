using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Requests;

/// <summary>补充材料: the department sends what it was asked for, and the time to answer goes on.</summary>
internal static class SupplyEvidence
{
    public sealed record Request(IReadOnlyList<string> Evidence, string? Remark);

    public static void MapSupplyEvidence(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/requests/{id}/evidence", (
            string id, Request request, Actor actor, CommandEdge edge, RequestCommands commands, Attachments attachments,
            CancellationToken cancellationToken) =>
            edge.RunAsync(
                actor,
                request,
                async work =>
                {
                    await attachments.CheckEvidenceAsync(actor, request.Evidence, cancellationToken);
                    return await commands.ApplyAsync(work, id, (asked, moment) => Decide(asked, moment, request), cancellationToken);
                },
                cancellationToken))
        .RequireRoles(Role.DepartmentOfficer);

    public static IEnumerable<RequestEvent> Decide(FormalRequest asked, RequestMoment moment, Request request)
    {
        asked.Require(RequestStage.AwaitingEvidence);
        moment.RequireDepartment(asked);
        if (request.Evidence.Count == 0) throw new Refusal("evidence-missing") { Field = "evidence" };
        yield return new RequestEvent.EvidenceSupplied(
            request.Evidence, request.Remark, new RequestChange(asked, moment).Resumed(moment.Today));
    }
}
