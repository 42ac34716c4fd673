using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Seals;

namespace OneSeal.Host.Requests;

/// <summary>
/// 用印: any seal in force of who was asked; some places want the agency's administrative seal here, not the approval seal.
/// </summary>
internal static class SealRequestDocument
{
    public sealed record Request(string Document, string Seal);

    public static void MapSealRequestDocument(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/requests/{id}/seal", (
            string id, Request request, Actor actor, CommandEdge edge, RequestCommands commands, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, commands, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.SealKeeper);

    public static async Task<RequestAnswer> RunAsync(
        JournalWork work, RequestCommands commands, string id, Request request, CancellationToken cancellationToken)
    {
        var stream = await commands.LoadAsync(work, id, cancellationToken);
        var seal = await Sealing.TakeAsync(work, request.Seal, request.Document, stream.Name, cancellationToken);
        var item = await work.LoadAsync(Item.Kind, stream.State.Licence!.Item, cancellationToken);
        var moment = await commands.MomentAsync(work, id, cancellationToken);
        return RequestAnswer.Of(work.Append(stream, Decide(stream.State, moment, seal, item.State, request)));
    }

    public static IEnumerable<RequestEvent> Decide(FormalRequest asked, RequestMoment moment, Seal seal, Item item, Request request)
    {
        var document = asked.Notices.ToSeal(request.Document);
        moment.RequireOwner(asked);
        seal.CheckMaySeal(asked.Owner, item.Assignments, moment.Context.At);
        yield return new RequestEvent.DocumentSealed(
            document.Number.ToString(), request.Seal, new SealImprint(seal.Imprint, moment.Today));
    }
}
