using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Memoranda;

/// <summary>
/// 终止备忘录: from a day on it no longer holds, and its items are again with whom they were before it. Cases filed before stay.
/// </summary>
internal static class EndMemorandum
{
    public sealed record Request(DateOnly On, string Reason);

    public static void MapEndMemorandum(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/memoranda/{id}/end", (
            string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.RunAsync(
                actor, request,
                async work =>
                {
                    var memorandum = await work.LoadAsync(Memorandum.Kind, id, cancellationToken);
                    if (!memorandum.Exists) throw Refusal.NotFound("memorandum-unknown", ("id", id));
                    var ended = Decide(memorandum.State, request, work.Context);
                    foreach (var covered in memorandum.State.Content!.Items)
                    {
                        var item = await work.LoadAsync(Item.Kind, covered.Item, cancellationToken);
                        CheckNotHandedOn(item.State, id);
                        work.Append(item, new ItemEvent.AssignmentEnded(id, ended.At, request.Reason));
                    }

                    return MemorandumAnswer.Of(work.Append(memorandum, ended));
                },
                cancellationToken))
        .RequireRoles(Role.Administrator);

    public static MemorandumEvent.Ended Decide(Memorandum memorandum, Request request, CommandContext context)
    {
        if (memorandum.EffectiveFrom is null || memorandum.EndedAt is not null)
            throw new Refusal("memorandum-not-in-force", ("citation", memorandum.Citation));
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        var today = LocalTime.DayOf(context.At);
        if (request.On < today) throw new Refusal("end-in-the-past", ("today", today)) { Field = "on" };
        return new MemorandumEvent.Ended(request.On == today ? context.At : LocalTime.StartOf(request.On), request.Reason);
    }

    public static void CheckNotHandedOn(Item item, string id)
    {
        if (item.Assignments.SkipWhile(a => a.Memorandum != id).Skip(1).FirstOrDefault(a => a.EndedAt is null) is { } later)
            throw new Refusal("item-handed-on", ("item", item.Name), ("citation", later.Citation));
    }
}
