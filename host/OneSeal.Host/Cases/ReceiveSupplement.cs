using System.Text.Json;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>补正: the applicant brings what was missing; the day the application is complete counts as the day of receipt.</summary>
internal static class ReceiveSupplement
{
    /// <param name="Materials">What is handed in now, beside what is there.</param>
    /// <param name="Form">The form with its corrections; left out if it stays as it was.</param>
    public sealed record Request(IReadOnlyList<HeldMaterial> Materials, JsonElement? Form = null);

    public static void MapReceiveSupplement(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/supplement", (
            string id, Request request, Actor actor, CommandEdge edge, CaseCommands commands, Attachments attachments, FormAssessment form,
            HeldLicences licences, CancellationToken cancellationToken) =>
            edge.RunAsync(
                actor, request,
                async work =>
                {
                    var stream = await commands.LoadAsync(work, id, cancellationToken);
                    stream.State.Require(CaseStage.AwaitingSupplement);
                    await attachments.CheckAsync(actor, request.Materials, cancellationToken);
                    await licences.CheckAsync(
                        work.Context, stream.State.Application!, stream.State.Under!.Materials, request.Materials, cancellationToken);
                    var under = await UnderAsync(work, form, stream.State, request, cancellationToken);
                    return await commands.ApplyAsync(work, id, (@case, moment) => Decide(@case, moment, request, under), cancellationToken);
                },
                cancellationToken))
        .RequireRoles(Role.Window, Role.Public);

    /// <param name="under">What the case is filed under with the corrected form; null if the form stays.</param>
    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, Request request, FiledUnder? under = null)
    {
        @case.Require(CaseStage.AwaitingSupplement);
        if (moment.Actor.Role != Role.Public) moment.RequireOwner(@case);
        if (request.Materials.Count == 0 && request.Form is null && @case.Under!.Materials.Count > 0)
            throw new Refusal("supplement-empty") { Field = "materials" };
        MaterialCheck.RequireAsked(@case.Under!.Materials, request.Materials);
        MaterialCheck.RequireHeldAsLicence(@case.Under.Materials, request.Materials);

        var kept = @case.Application!.Materials.Where(held => request.Materials.All(m => m.Key != held.Key));
        var completed = @case with
        {
            Under = under ?? @case.Under,
            Application = @case.Application with { Form = request.Form ?? @case.Application.Form, Materials = [.. kept, .. request.Materials] },
        };
        var missing = completed.MissingMaterials().ToArray();
        if (missing.Length > 0) throw new Refusal("materials-missing", ("materials", missing.Select(m => m.Name))) { Field = "materials" };
        yield return new CaseEvent.SupplementReceived(
            completed.Application, moment.Today, AcceptanceClock.RespondBy(moment.Today, moment.Calendar), under);
    }

    // Under the version of its filing, whatever has become of the item since.
    private static async Task<FiledUnder?> UnderAsync(
        JournalWork work, FormAssessment form, Case @case, Request request, CancellationToken cancellationToken)
    {
        if (request.Form is not { } corrected || @case.Under is not { } under) return null;
        var item = (await work.LoadAsync(Item.Kind, @case.Item, cancellationToken)).State;
        var elements = item.Version(under.ItemVersion).Elements;
        var assessed = await form.AssessAsync(elements, @case.Application! with { Form = corrected }, item, cancellationToken);
        return FormAssessment.Apply(under, elements, item.RegisteredUnder(under.ItemVersion), assessed);
    }
}
