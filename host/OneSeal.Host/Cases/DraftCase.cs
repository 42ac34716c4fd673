using System.Text.Json;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>填写申请: a draft is saved, and saved again, before anything is handed in; nothing of it need be complete.</summary>
internal static class DraftCase
{
    /// <param name="Renews">The identifier of the licence for which more time is asked (延续); left out for a new one.</param>
    public sealed record Request(
        string Item, Channel Channel, Applicant Applicant, JsonElement Form, IReadOnlyList<HeldMaterial>? Materials, string? Renews = null)
    {
        public Application Application => ApplicationOf(Applicant, Form, Materials, Renews);
    }

    public sealed record ChangeRequest(
        Applicant Applicant, JsonElement Form, IReadOnlyList<HeldMaterial>? Materials, string? Renews = null)
    {
        public Application Application => ApplicationOf(Applicant, Form, Materials, Renews);
    }

    public static void MapDraftCase(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/cases", (
            Request request, Actor actor, CommandEdge edge, EventJournal journal, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, journal, request, cancellationToken), cancellationToken))
            .RequireRoles(Role.Window, Role.Public);

        routes.MapPut("/api/cases/{id}/draft", (
            string id, ChangeRequest request, Actor actor, CaseEdge edge, CancellationToken cancellationToken) =>
                edge.ChangeAsync(actor, id, request, (@case, _) => [Decide(@case, request)], cancellationToken))
            .RequireRoles(Role.Window, Role.Public);
    }

    public static async Task<CaseAnswer> RunAsync(
        JournalWork work, EventJournal journal, Request request, CancellationToken cancellationToken)
    {
        // The item first: with it comes the first answer, if this is a repetition.
        var item = await work.LoadAsync(Item.Kind, request.Item, cancellationToken);
        var year = LocalTime.DayOf(work.Context.At).Year;
        var drafted = Decide(item.Exists ? item.State : null, work.Context.Actor, request);
        var id = CaseId.Make(year, await journal.NextNumberAsync(work.Context.Region, $"case:{year}", cancellationToken));
        var stream = await work.LoadAsync(Case.Kind, id, cancellationToken);
        return CaseAnswer.Of(work.Append(stream, drafted));
    }

    public static CaseEvent Decide(Item? item, Actor actor, Request request)
    {
        if (item is null) throw new Refusal("item-unknown", ("id", request.Item)) { Field = "item" };
        request.Applicant.Check();
        // Whoever applies for himself does so from outside, whatever his program says.
        var channel = actor.Role == Role.Public ? Channel.Online : request.Channel;
        return new CaseEvent.Drafted(request.Item, item.Name, channel, request.Application);
    }

    public static CaseEvent Decide(Case @case, ChangeRequest request)
    {
        @case.Require(CaseStage.Draft);
        request.Applicant.Check();
        return new CaseEvent.DraftChanged(request.Application);
    }

    private static Application ApplicationOf(
        Applicant applicant, JsonElement form, IReadOnlyList<HeldMaterial>? materials, string? renews) =>
        new(applicant, form, materials ?? []) { Renews = renews is null ? null : LicenceIdentifier.Full(renews) };
}
