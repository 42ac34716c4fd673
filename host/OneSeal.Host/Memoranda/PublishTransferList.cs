using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Memoranda;

/// <summary>公布清单: from then on memoranda may carry it out; items it cancels (取消) are no more from the named day on.</summary>
internal static class PublishTransferList
{
    public sealed record Request(string Document, DateOnly On);

    public static void MapPublishTransferList(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/transfer-lists/{id}/publish", (
            string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.Administrator);

    public static async Task<TransferListAnswer> RunAsync(JournalWork work, string id, Request request, CancellationToken cancellationToken)
    {
        var list = await work.LoadAsync(TransferList.Kind, id, cancellationToken);
        if (!list.Exists) throw Refusal.NotFound("transfer-list-unknown", ("id", id));
        var published = Decide(list.State, request, LocalTime.DayOf(work.Context.At));
        foreach (var entry in list.State.Entries.Where(e => e.Action == TransferAction.Cancel))
        {
            var item = await work.LoadAsync(Item.Kind, entry.Item, cancellationToken);
            work.Append(item, Cancel(item.State, request.On, id));
        }

        return TransferListAnswer.Of(work.Append(list, published));
    }

    public static ItemEvent Cancel(Item item, DateOnly on, string list) => item.CancelledAt is null
        ? new ItemEvent.Cancelled(on, list)
        : throw Refusal.Conflict("item-is-cancelled", ("item", item.Name));

    public static TransferListEvent Decide(TransferList list, Request request, DateOnly today)
    {
        if (list.PublishedOn is { } published) throw new Refusal("transfer-list-published", ("date", published));
        if (string.IsNullOrWhiteSpace(request.Document)) throw new Refusal("document-number-missing") { Field = "document" };
        if (list.Entries.Any(e => e.Action == TransferAction.Cancel) && request.On < today)
            throw new Refusal("cancellation-in-the-past", ("today", today)) { Field = "on" };
        // Only a cancellation may be announced for a later day: what memoranda rest on has been published.
        if (list.Entries.Any(e => e.Action != TransferAction.Cancel) && request.On > today)
            throw new Refusal("date-in-the-future") { Field = "on" };
        return new TransferListEvent.Published(request.Document, request.On);
    }
}
