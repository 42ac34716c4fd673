using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Memoranda;

/// <summary>What is public of the reform: lists, and for staff the memoranda.</summary>
internal static class ShowMemoranda
{
    public sealed record ListRow(string Id, string Title, int Batch, string Status, DateOnly? PublishedOn, string? Document);

    public sealed record MemorandumRow(
        string Id, string Number, string Title, string FromName, string ToName, MemorandumStatus Status, DateOnly HandoverOn,
        DateTimeOffset? EffectiveFrom);

    public static void MapShowMemoranda(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/transfer-lists", async (
            string? region, int? limit, string? after, RequestRegion regions, Actor actor, HttpContext http, NpgsqlDataSource database,
            CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var asked = await regions.OfAsync(region, cancellationToken);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<ListRow>(new CommandDefinition(
                """
                select id, title, batch, status, published_on, document from oneseal.transfer_lists
                where region = @asked and (@drafts or status = 'published') and id > coalesce(@after, '') order by id limit @take
                """,
                new { asked, drafts = IsStaffOf(asked, actor, http), after = page.Key(1)[0], take = page.Take + 1 },
                cancellationToken: cancellationToken));
            return page.Of(rows.AsList(), r => [r.Id]);
        }).Anyone();

        routes.MapGet("/api/transfer-lists/{id}", async (
            string id, string? region, RequestRegion regions, Actor actor, HttpContext http, EventJournal journal,
            CancellationToken cancellationToken) =>
        {
            var asked = await regions.OfAsync(region, cancellationToken);
            var list = await journal.LoadAsync(TransferList.Kind, TransferList.Kind.Stream(asked, id), cancellationToken);
            if (!list.Exists || (list.State.PublishedOn is null && !IsStaffOf(asked, actor, http))) throw Refusal.NotFound("transfer-list-unknown", ("id", id));
            http.Response.Headers.ETag = Versions.ETag(list.Version);
            return TransferListAnswer.Of(list);
        }).Anyone();

        routes.MapGet("/api/memoranda", async (
            int? limit, string? after, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<MemorandumRow>(new CommandDefinition(
                """
                select id, number, title, from_name, to_name, status, handover_on, effective_from from oneseal.memoranda
                where region = @region and id > coalesce(@after, '') order by id limit @take
                """,
                new { region = actor.Region, after = page.Key(1)[0], take = page.Take + 1 }, cancellationToken: cancellationToken));
            return page.Of(rows.AsList(), r => [r.Id]);
        }).RequireRoles(Roles.Staff);

        routes.MapGet("/api/memoranda/{id}", async (
            string id, Actor actor, HttpResponse response, EventJournal journal, CancellationToken cancellationToken) =>
        {
            var memorandum = await journal.LoadAsync(Memorandum.Kind, Memorandum.Kind.Stream(actor.Region, id), cancellationToken);
            if (!memorandum.Exists) throw Refusal.NotFound("memorandum-unknown", ("id", id));
            response.Headers.ETag = Versions.ETag(memorandum.Version);
            return MemorandumAnswer.Of(memorandum);
        }).RequireRoles(Roles.Staff);

        MapHistory(routes, "/api/transfer-lists/{id}/history", TransferList.Kind.Stream, "transfer-list-unknown");
        MapHistory(routes, "/api/memoranda/{id}/history", Memorandum.Kind.Stream, "memorandum-unknown");
    }

    private static void MapHistory(IEndpointRouteBuilder routes, string path, Func<string, string, StreamName> streamOf, string unknown) => routes
        .MapGet(path, async (string id, Actor actor, EventJournal journal, CancellationToken cancellationToken) =>
        {
            var events = await journal.EventsAsync(streamOf(actor.Region, id), cancellationToken);
            return events.Count > 0 ? events.Select(HistoryLine.Of) : throw Refusal.NotFound(unknown, ("id", id));
        }).RequireRoles(Roles.Staff);

    /// <summary>A draft is nobody's business outside the region's offices.</summary>
    private static bool IsStaffOf(string region, Actor actor, HttpContext http) =>
        actor.Region == region && Roles.Staff.Any(r => http.User.IsInRole(r.ToString()));
}
