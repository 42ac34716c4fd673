using System.Text.Json;
using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Deliveries;

/// <summary>What was to be delivered, newest first, by how it stands; what could not be, if nothing else is asked for.</summary>
internal static class ShowDeliveries
{
    private sealed record Row(
        string Id, string Topic, string Recipient, string Content, string State, int Attempts, DateTimeOffset CreatedAt, string? Reason);

    public sealed record Answer(
        string Id, string Topic, string Recipient, JsonElement Content, string State, int Attempts, DateTimeOffset CreatedAt, string? Reason);

    private static readonly string[] States = ["waiting", "delivered", "failed", "abandoned"];

    public static void MapShowDeliveries(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/deliveries", async (
            string? state, string? recipient, int? limit, string? after, Actor actor, NpgsqlDataSource database,
            CancellationToken cancellationToken) =>
        {
            var asked = state ?? "failed";
            if (!States.Contains(asked)) throw new Refusal("delivery-state-unknown", ("states", States)) { Status = 400, Field = "state" };
            // Without a recipient that would be nearly all rows there are.
            if (asked == "delivered" && recipient is null)
                throw new Refusal("delivery-recipient-missing") { Status = 400, Field = "recipient" };
            return await ReadAsync(database, actor.Region, asked, recipient, new PageRequest(limit, after), cancellationToken);
        })
        .RequireRoles(Role.Administrator).OfBureau();

    private static async Task<Page<Answer>> ReadAsync(
        NpgsqlDataSource database, string region, string state, string? recipient, PageRequest page, CancellationToken cancellationToken)
    {
        var key = page.Key(2);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select id, topic, recipient, content::text as content, state, attempts, created_at, reason from oneseal.deliveries
            where region = @region and {StateIs(state)} {(recipient is null ? "" : "and recipient = @recipient")}
              and (@at::timestamptz is null or (created_at, id) < (@at, @id))
            order by created_at desc, id desc limit @take
            """,
            new
            {
                region,
                recipient,
                take = page.Take + 1,
                id = key[1],
                at = key[0] is { } at ? Instants.Parse(at, "after") : (DateTimeOffset?)null,
            },
            cancellationToken: cancellationToken))).AsList();
        var shown = page.Of(rows, r => [r.CreatedAt.ToString("O"), r.Id]);
        return new Page<Answer>([.. shown.Items.Select(Shown)], shown.Next);
    }

    // As a literal, or the server does not know that the index of what is not delivered will do.
    private static string StateIs(string state) => $"state = '{state}'" + (state == "delivered" ? "" : " and state <> 'delivered'");

    private static Answer Shown(Row row) => new(
        row.Id, row.Topic, row.Recipient, JsonSerializer.Deserialize<JsonElement>(row.Content), row.State, row.Attempts, row.CreatedAt,
        row.Reason);
}
