using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Seals;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>用印: one document, one seal in force, once; a decision that is sealed may be handed out.</summary>
internal static class SealDocument
{
    public sealed record Request(string Document, string Seal);

    public static void MapSealDocument(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/seal", (
            string id, Request request, Actor actor, CommandEdge edge, CaseCommands commands, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, commands, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.SealKeeper);

    public static async Task<CaseAnswer> RunAsync(
        JournalWork work, CaseCommands commands, string id, Request request, CancellationToken cancellationToken)
    {
        var stream = await commands.LoadAsync(work, id, cancellationToken);
        var events = await EventsAsync(work, stream, commands, request, cancellationToken);
        return CaseAnswer.Of(await commands.AppendAsync(work, stream, events, cancellationToken));
    }

    public static async Task<IReadOnlyList<CaseEvent>> EventsAsync(
        JournalWork work, LoadedStream<Case, CaseEvent> stream, CaseCommands commands, Request request, CancellationToken cancellationToken)
    {
        var seal = await Sealing.TakeAsync(work, request.Seal, request.Document, stream.Name, cancellationToken);
        var item = await work.LoadAsync(Item.Kind, stream.State.Item, cancellationToken);
        var moment = await commands.MomentAsync(work, stream.Name.Id, cancellationToken);
        return [.. Decide(stream.State, moment, seal, item.State, request)];
    }

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, Seal seal, Item item, Request request)
    {
        moment.RequireOwner(@case);
        if (@case.Stage == CaseStage.Archived) throw Refusal.Conflict("archived-not-sealed");
        @case.Notices.ToSeal(request.Document);
        seal.CheckMaySeal(@case.Owner, item.Assignments, moment.Context.At);
        yield return new CaseEvent.DocumentSealed(request.Document, request.Seal, new SealImprint(seal.Imprint, moment.Today));
    }
}
