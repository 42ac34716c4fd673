using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using static OneSeal.Host.Api.Conditions;

namespace OneSeal.Host.Feedback;

/// <summary>The region's feedback, newest first; a department's own. The bureau decides, and sees all of it.</summary>
internal static class ListFeedback
{
    public static void MapListFeedback(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/feedback", async (
            string? kind, string? licence, string? item, string? holder, int? limit, string? after, Actor actor, LocalityBook localities,
            NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var asked = kind is null ? null : KindOf(kind);
            var page = new PageRequest(limit, after);
            var key = page.Key(2);
            var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
            var own = CaseAccess.IsOfBureau(actor, locality) ? null : actor.Organisation.Code;
            // Only the conditions that are asked for: each then finds its index.
            var sql = $"""
                select {FeedbackRow.Columns} from oneseal.feedback
                where region = @region
                {When(own, "and organisation = @own")}
                {When(asked, "and kind = @asked")}
                {When(licence, "and licence = @licence")}
                {When(item, "and item = @item")}
                {When(holder, "and holder_id = @holder")}
                {When(key[0], "and (reported_at, id) < (@at, @id)")}
                order by reported_at desc, id desc limit @take
                """;
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<FeedbackRow>(new CommandDefinition(
                sql,
                new
                {
                    region = actor.Region,
                    own,
                    asked,
                    licence,
                    item,
                    holder,
                    at = key[0] is { } at ? Instants.Parse(at, "after") : (DateTimeOffset?)null,
                    id = key[1],
                    take = page.Take + 1,
                },
                cancellationToken: cancellationToken));
            return page.Of(rows.AsList(), r => [r.ReportedAt.ToString("O"), r.Id]);
        })
        .RequireRoles(Roles.Staff);

    private static string KindOf(string kind) => Enum.TryParse<FeedbackKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known)
        ? known.ToString()
        : throw new Refusal("feedback-kind-unknown", ("kind", kind)) { Status = StatusCodes.Status400BadRequest, Field = "kind" };
}
