using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Deliveries;

/// <summary>重新投递: what had failed is tried again from the beginning — one delivery, all of a recipient, or all there are.</summary>
internal static class ReplayDeliveries
{
    /// <param name="Id">One delivery.</param>
    /// <param name="Recipient">All that failed of one recipient.</param>
    /// <param name="All">All that failed.</param>
    public sealed record Request(string? Id = null, string? Recipient = null, bool All = false);

    public static void MapReplayDeliveries(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/deliveries/replay", (
            Request request, Actor actor, CommandEdge edge, NpgsqlDataSource database, CancellationToken cancellationToken) => edge.RunAsync(
            actor,
            request,
            async work =>
            {
                Check(request);
                var recipients = await RecipientsAsync(database, actor.Region, request, cancellationToken);
                var version = 0;
                foreach (var recipient in recipients)
                {
                    var stream = await work.LoadAsync(Receiver.Kind, recipient, cancellationToken);
                    var after = work.Append(stream, new ReceiverEvent.Replayed(request.Id));
                    if (version == 0) version = after.Version;
                    foreach (var statement in Statements(actor.Region, recipient, request.Id, work.Context.At)) work.Also(statement);
                }

                return new ReceiversAnswer(version, recipients);
            },
            cancellationToken))
        .RequireRoles(Role.Administrator).OfBureau();

    private static void Check(Request request)
    {
        var said = (request.Id is null ? 0 : 1) + (request.Recipient is null ? 0 : 1) + (request.All ? 1 : 0);
        if (said != 1) throw new Refusal("replay-of-what") { Field = "id" };
    }

    /// <summary>Those who have something that failed; only with them is there anything to replay.</summary>
    private static async Task<IReadOnlyList<string>> RecipientsAsync(
        NpgsqlDataSource database, string region, Request request, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(JournalSql.Statement(
            """
            select distinct recipient from oneseal.deliveries
            where region = $1 and state = 'failed' and ($2 is null or id = $2) and ($3 is null or recipient = $3) order by recipient
            """,
            region, request.Id.OrNull(), request.Recipient.OrNull()));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var recipients = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) recipients.Add(reader.GetString(0));
        return recipients.Count > 0 ? recipients : throw Refusal.NotFound("nothing-to-replay");
    }

    private static IEnumerable<NpgsqlBatchCommand> Statements(string region, string recipient, string? id, DateTimeOffset now)
    {
        yield return JournalSql.Statement(
            """
            update oneseal.deliveries set state = 'waiting', attempts = 0, next_attempt = $4, settled_at = null, reason = null
            where region = $1 and recipient = $2 and state = 'failed' and ($3 is null or id = $3)
            """,
            region, recipient, id.OrNull(), now);
        // Whoever asks for it believes that the recipient works again.
        yield return JournalSql.Statement(
            "update oneseal.receivers set rests_until = $3 where region = $1 and recipient = $2", region, recipient, now);
    }
}
