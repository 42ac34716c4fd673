using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Memoranda;

/// <summary>拟订清单: an administrator draws up a batch, and may draw it up anew until it is published.</summary>
internal static class DraftTransferList
{
    public sealed record Request(string Title, int Batch, IReadOnlyList<TransferEntry> Entries);

    public static void MapDraftTransferList(this IEndpointRouteBuilder routes) => routes
        .MapPut("/api/transfer-lists/{id}", (
            string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.Administrator);

    public static async Task<TransferListAnswer> RunAsync(JournalWork work, string id, Request request, CancellationToken cancellationToken)
    {
        var list = await work.LoadAsync(TransferList.Kind, Ids.Checked(id), cancellationToken);
        var drafted = Decide(list.State, request);
        foreach (var (index, entry) in request.Entries.Index())
        {
            if (!(await work.LoadAsync(Item.Kind, entry.Item, cancellationToken)).Exists)
                throw new Refusal("item-unknown", ("id", entry.Item)) { Field = $"entries[{index}].item" };
        }

        return TransferListAnswer.Of(work.Append(list, drafted));
    }

    public static TransferListEvent Decide(TransferList list, Request request)
    {
        if (list.PublishedOn is { } published) throw new Refusal("transfer-list-published", ("date", published));
        if (string.IsNullOrWhiteSpace(request.Title)) throw new Refusal("title-missing") { Field = "title" };
        if (request.Batch < 1) throw new Refusal("batch-invalid") { Field = "batch" };
        if (request.Entries.Count == 0) throw new Refusal("transfer-list-empty") { Field = "entries" };
        foreach (var (index, entry) in request.Entries.Index())
        {
            if (entry.Action != TransferAction.Cancel && entry.To is null)
                throw new Refusal("transfer-entry-without-recipient") { Field = $"entries[{index}].to" };
            if (entry.Action == TransferAction.Cancel && entry.To is not null)
                throw new Refusal("transfer-entry-cancelled-to") { Field = $"entries[{index}].to" };
            entry.To?.RequireNamed($"entries[{index}].to");
            if (request.Entries.Take(index).Any(e => e.Item == entry.Item))
                throw new Refusal("transfer-entry-twice") { Field = $"entries[{index}].item" };
        }

        return new TransferListEvent.Drafted(request.Title, request.Batch, request.Entries);
    }
}

internal sealed record TransferListAnswer(string Id, int Version, TransferList List) : IVersioned
{
    public static TransferListAnswer Of(LoadedStream<TransferList, TransferListEvent> list) => new(list.Name.Id, list.Version, list.State);
}
