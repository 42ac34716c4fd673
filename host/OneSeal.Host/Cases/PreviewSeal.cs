using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Cases;

/// <summary>用印预览: the paper as it would stand under the seal, marked as a preview, before anybody has sealed it; nothing is written.</summary>
internal static class PreviewSeal
{
    private const string MediaType = "text/html";

    public static void MapPreviewSeal(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/seal/preview", async (
            string id, SealDocument.Request request, Actor actor, CaseCommands commands, NpgsqlDataSource database, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            // A command that is never committed: it is refused for what the sealing would be refused for.
            var work = new JournalWork(database, new CommandContext(actor, time.GetUtcNow()));
            var stream = await commands.LoadAsync(work, id, cancellationToken);
            var events = await SealDocument.EventsAsync(work, stream, commands, request, cancellationToken);
            var sealing = events.OfType<CaseEvent.DocumentSealed>().Single();
            var notice = stream.State.Notices.ToSeal(sealing.Document) with { Seal = sealing.Imprint };
            return TypedResults.Text(NoticePage.RenderPreview(notice), MediaType + "; charset=utf-8");
        })
        .Produces<string>(StatusCodes.Status200OK, MediaType)
        .RequireRoles(Role.SealKeeper);
}
