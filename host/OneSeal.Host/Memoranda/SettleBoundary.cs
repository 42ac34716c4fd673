using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Memoranda;

/// <summary>明确职责边界: both sides have agreed on a boundary that was open, and from now on the memorandum holds for the item too.</summary>
internal static class SettleBoundary
{
    public sealed record Request(string Item, string Approves, string Supervises, string Document);

    public static void MapSettleBoundary(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/memoranda/{id}/boundaries", (
            string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.Administrator);

    public static async Task<MemorandumAnswer> RunAsync(JournalWork work, string id, Request request, CancellationToken cancellationToken)
    {
        var memorandum = await work.LoadAsync(Memorandum.Kind, id, cancellationToken);
        if (!memorandum.Exists) throw Refusal.NotFound("memorandum-unknown", ("id", id));
        var item = await work.LoadAsync(Item.Kind, request.Item, cancellationToken);
        var settled = Decide(memorandum.State, item.State, id, request);
        work.Append(item, new ItemEvent.BoundarySettled(id, work.Context.At));
        return MemorandumAnswer.Of(work.Append(memorandum, settled));
    }

    public static MemorandumEvent Decide(Memorandum memorandum, Item item, string id, Request request)
    {
        var assignment = item.Assignments.Find(a => a.Memorandum == id && a.EndedAt is null)
            ?? throw new Refusal("memorandum-does-not-cover", ("citation", memorandum.Citation)) { Field = "item" };
        if (assignment.BoundarySettledAt is not null) throw new Refusal("boundary-settled-before", ("item", item.Name)) { Field = "item" };
        if (string.IsNullOrWhiteSpace(request.Approves)) throw new Refusal("boundary-unwritten") { Field = "approves" };
        if (string.IsNullOrWhiteSpace(request.Supervises)) throw new Refusal("boundary-unwritten") { Field = "supervises" };
        if (string.IsNullOrWhiteSpace(request.Document)) throw new Refusal("document-number-missing") { Field = "document" };
        return new MemorandumEvent.BoundarySettled(
            new BoundaryAgreement(request.Item, request.Approves, request.Supervises, request.Document));
    }
}
