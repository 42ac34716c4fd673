using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Memoranda;

/// <summary>交接清点: one entry of the checklist was handed over and received.</summary>
internal static class HandOver
{
    public sealed record Request(string Key, string ReceivedBy, DateOnly On, string? Remark);

    public static void MapHandOver(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/memoranda/{id}/handovers", (
            string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(
                actor, Memorandum.Kind, id, request,
                (memorandum, context) => [Decide(memorandum, request, LocalTime.DayOf(context.At))],
                MemorandumAnswer.Of, "memorandum-unknown", cancellationToken))
        .RequireRoles(Role.Administrator);

    public static MemorandumEvent Decide(Memorandum memorandum, Request request, DateOnly today)
    {
        if (memorandum.EffectiveFrom is null) throw new Refusal("handover-before-signing");
        if (memorandum.Content!.Checklist.All(c => c.Key != request.Key))
            throw new Refusal("checklist-entry-unknown", ("key", request.Key)) { Field = "key" };
        if (memorandum.Handovers.Any(h => h.Key == request.Key)) throw new Refusal("checklist-entry-done") { Field = "key" };
        if (string.IsNullOrWhiteSpace(request.ReceivedBy)) throw new Refusal("signature-without-name") { Field = "receivedBy" };
        if (request.On > today) throw new Refusal("date-in-the-future") { Field = "on" };
        return new MemorandumEvent.HandedOver(new Handover(request.Key, request.ReceivedBy, request.On, request.Remark ?? ""));
    }
}
