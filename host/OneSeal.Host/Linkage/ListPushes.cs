using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;

namespace OneSeal.Host.Linkage;

/// <summary>审管联动收件箱: what a department was told, newest first.</summary>
internal static class ListPushes
{
    public sealed record Row(
        string Id, string Topic, string CaseId, string Number, string Item, string ItemName, string Holder, string? Licence,
        DateTimeOffset PushedAt, DateOnly? ClaimDue, DateTimeOffset? ClaimedAt, string State);

    public static void MapListPushes(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/pushes", async (
            int? limit, string? after, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(2);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(
                """
                select id, topic, case_id, number, item, item_name, holder, licence, pushed_at, claim_due, claimed_at, state
                from oneseal.pushes
                where region = @region and recipient = @recipient and (@at::timestamptz is null or (pushed_at, id) < (@at, @id))
                order by pushed_at desc, id desc limit @take
                """,
                new
                {
                    region = actor.Region,
                    recipient = actor.Organisation.Code,
                    take = page.Take + 1,
                    id = key[1],
                    at = key[0] is { } at ? Instants.Parse(at, "after") : (DateTimeOffset?)null,
                },
                cancellationToken: cancellationToken));
            return page.Of(rows.AsList(), r => [r.PushedAt.ToString("O"), r.Id]);
        })
        .RequireRoles(Role.DepartmentOfficer);
}
