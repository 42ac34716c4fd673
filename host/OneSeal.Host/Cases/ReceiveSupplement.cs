using System.Text.Json;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>补正: the applicant brings what was missing; the day the application is complete counts as the day of receipt.</summary>
internal static class ReceiveSupplement
{
    /// <param name="Materials">What is handed in now, beside what is there.</param>
    public sealed record Request(IReadOnlyList<HeldMaterial> Materials);

    public static void MapReceiveSupplement(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/supplement", (
            string id, Request request, Actor actor, CommandEdge edge, CaseCommands commands, Attachments attachments,
            CancellationToken cancellationToken) =>
            edge.RunAsync(
                actor, request,
                async work =>
                {
                    await attachments.CheckAsync(actor, request.Materials, cancellationToken);
                    return await commands.ApplyAsync(work, id, (@case, moment) => Decide(@case, moment, request), cancellationToken);
                },
                cancellationToken))
        .RequireRoles(Role.Window, Role.Public);

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, Request request)
    {
        @case.Require(CaseStage.AwaitingSupplement);
        if (moment.Actor.Role != Role.Public) moment.RequireOwner(@case);
        if (request.Materials.Count == 0 && @case.Under!.Materials.Count > 0) throw new Refusal("supplement-empty") { Field = "materials" };
        MaterialCheck.RequireAsked(@case.Under!.Materials, request.Materials);
        MaterialCheck.RequireHeldAsLicence(@case.Under.Materials, request.Materials);

        var kept = @case.Application!.Materials.Where(held => request.Materials.All(m => m.Key != held.Key));
        var completed = @case with { Application = @case.Application with { Materials = [.. kept, .. request.Materials] } };
        var missing = completed.MissingMaterials().ToArray();
        if (missing.Length > 0) throw new Refusal("materials-missing", ("materials", missing.Select(m => m.Name))) { Field = "materials" };
        yield return new CaseEvent.SupplementReceived(
            completed.Application, moment.Today, AcceptanceClock.RespondBy(moment.Today, moment.Calendar));
    }
}
