using System.Text.Json;
using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;

namespace OneSeal.Host.Deliveries;

/// <summary>What could not be delivered, newest first, and why.</summary>
internal static class ShowDeliveries
{
    public sealed record Row(
        string Id, string Topic, string Recipient, string Content, string State, int Attempts, DateTimeOffset CreatedAt, string? Reason);

    public static void MapShowDeliveries(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/deliveries/failed", async (
                int? limit, string? after, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken) =>
            await ReadAsync(database, actor, "state = 'failed'", "", new PageRequest(limit, after), cancellationToken))
            .RequireRoles(Role.Administrator);
    }

    private static async Task<Page<object>> ReadAsync(
        NpgsqlDataSource database, Actor actor, string condition, string recipient, PageRequest page, CancellationToken cancellationToken)
    {
        var key = page.Key(2);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select id, topic, recipient, content::text as content, state, attempts, created_at, reason from oneseal.deliveries
            where region = @region and {condition} and (@at::timestamptz is null or (created_at, id) < (@at, @id))
            order by created_at desc, id desc limit @take
            """,
            new
            {
                region = actor.Region,
                recipient,
                take = page.Take + 1,
                id = key[1],
                at = key[0] is { } at ? Instants.Parse(at, "after") : (DateTimeOffset?)null,
            },
            cancellationToken: cancellationToken))).AsList();
        var shown = page.Of(rows, r => [r.CreatedAt.ToString("O"), r.Id]);
        return new Page<object>([.. shown.Items.Select(Shown)], shown.Next);
    }

    private static object Shown(Row row) => new
    {
        row.Id,
        row.Topic,
        row.Recipient,
        Content = JsonSerializer.Deserialize<JsonElement>(row.Content),
        row.State,
        row.Attempts,
        row.CreatedAt,
        row.Reason,
    };
}
