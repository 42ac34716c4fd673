using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Cases;

/// <summary>决定预览: the document as the decision would make it, marked as a draft, before anybody has decided; nothing is written.</summary>
internal static class PreviewDecision
{
    private const string MediaType = "text/html";

    public static void MapPreviewDecision(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/decide/preview", async (
            string id, DecideCase.Request request, Actor actor, CaseCommands commands, GrantRequirements requirements, NpgsqlDataSource database,
            TimeProvider time, CancellationToken cancellationToken) =>
        {
            // A command that is never committed: it is refused for what the decision would be refused for.
            var work = new JournalWork(database, new CommandContext(actor, time.GetUtcNow()));
            var stream = await commands.LoadAsync(work, id, cancellationToken);
            var moment = await commands.MomentAsync(work, id, cancellationToken);
            var events = await DecideCase.EventsAsync(stream.State, moment, requirements, request, cancellationToken);
            var document = events.OfType<CaseEvent.NoticeIssued>().Single().Notice;
            return TypedResults.Text(NoticePage.RenderDraft(document), MediaType + "; charset=utf-8");
        })
        .Produces<string>(StatusCodes.Status200OK, MediaType)
        .RequireRoles(Role.Decider);
}
