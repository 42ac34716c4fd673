using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Deliveries;

/// <summary>Recipients that need somebody: that fail, or have something that failed and holds what came after it.</summary>
internal static class ShowReceivers
{
    /// <summary>More are not counted.</summary>
    private const int Most = 1000;

    /// <param name="Recipient">Who.</param>
    /// <param name="FailingSince">Since when every attempt has failed; null while it works, or is not to be called.</param>
    /// <param name="RestsUntil">Before then it is not tried; null while it is not left alone.</param>
    /// <param name="Reason">Of the last failure.</param>
    /// <param name="Waiting">How many rows wait for it, up to a thousand.</param>
    /// <param name="Failed">How many have been given up by the host, up to a thousand.</param>
    public sealed record Row(
        string Recipient, DateTimeOffset? FailingSince, DateTimeOffset? RestsUntil, string? Reason, long Waiting, long Failed);

    public static void MapShowReceivers(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/deliveries/receivers", async (Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            return await connection.QueryAsync<Row>(new CommandDefinition(
                $"""
                with recursive recipients as (
                  (select recipient from oneseal.deliveries
                   where region = @region and state in ('waiting', 'failed') order by recipient limit 1)
                  union all
                  select n.recipient from recipients r cross join lateral (
                    select d.recipient from oneseal.deliveries d
                    where d.region = @region and d.state in ('waiting', 'failed') and d.recipient > r.recipient
                    order by d.recipient limit 1) n
                )
                select r.recipient, v.failing_since, v.rests_until, coalesce(v.reason, failed.reason) as reason, waiting.count as waiting,
                  failed.count as failed
                from recipients r
                left join oneseal.receivers v on v.region = @region and v.recipient = r.recipient
                cross join lateral (
                  select count(*) from (
                    select from oneseal.deliveries d
                    where d.region = @region and d.recipient = r.recipient and d.state = 'waiting' limit {Most}) w) waiting
                cross join lateral (
                  select count(*), min(f.reason) as reason from (
                    select d.reason from oneseal.deliveries d
                    where d.region = @region and d.recipient = r.recipient and d.state = 'failed' limit {Most}) f) failed
                where v.recipient is not null or failed.count > 0
                order by r.recipient limit {Most}
                """,
                new { region = actor.Region }, cancellationToken: cancellationToken));
        })
        .RequireRoles(Role.Administrator).OfBureau();
}
