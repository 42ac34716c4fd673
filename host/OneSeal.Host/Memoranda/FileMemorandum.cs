using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Memoranda;

/// <summary>备案: a signed memorandum is filed with the three bodies (编办、政府办公室、司法局), each with its receipt.</summary>
internal static class FileMemorandum
{
    public sealed record Request(FilingBody Body, string Receipt, DateOnly On);

    public static void MapFileMemorandum(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/memoranda/{id}/filings", (
            string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(
                actor, Memorandum.Kind, id, request,
                (memorandum, context) => [Decide(memorandum, request, LocalTime.DayOf(context.At))],
                MemorandumAnswer.Of, "memorandum-unknown", cancellationToken))
        .RequireRoles(Role.Administrator);

    public static MemorandumEvent Decide(Memorandum memorandum, Request request, DateOnly today)
    {
        if (memorandum.EffectiveFrom is null) throw new Refusal("memorandum-not-signed") { Field = "body" };
        if (memorandum.Filings.Any(f => f.Body == request.Body)) throw new Refusal("filed-before") { Field = "body" };
        if (string.IsNullOrWhiteSpace(request.Receipt)) throw new Refusal("document-number-missing") { Field = "receipt" };
        if (request.On > today) throw new Refusal("date-in-the-future") { Field = "on" };
        return new MemorandumEvent.Filed(new Filing(request.Body, request.Receipt, request.On));
    }
}
