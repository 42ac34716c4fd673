using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;

namespace OneSeal.Host.Feedback;

/// <summary>The changes of norms that were reported of an item, newest first, and whether they are settled.</summary>
internal static class ListNorms
{
    public static void MapListNorms(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/items/{code}/norms", async (
            string code, int? limit, string? after, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(2);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<FeedbackRow>(new CommandDefinition(
                $"""
                select {FeedbackRow.Columns} from oneseal.feedback
                where region = @region and item = @code and kind = 'NormChange'
                  and (@at::timestamptz is null or (reported_at, id) < (@at, @id))
                order by reported_at desc, id desc limit @take
                """,
                new
                {
                    region = actor.Region,
                    code,
                    at = key[0] is { } at ? Instants.Parse(at, "after") : (DateTimeOffset?)null,
                    id = key[1],
                    take = page.Take + 1,
                },
                cancellationToken: cancellationToken));
            return page.Of(rows.AsList(), r => [r.ReportedAt.ToString("O"), r.Id]);
        })
        .RequireRoles(Roles.Staff);
}
