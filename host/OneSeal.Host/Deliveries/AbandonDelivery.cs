using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Deliveries;

/// <summary>放弃投递: the recipient is not told of it; what waited behind it goes on.</summary>
internal static class AbandonDelivery
{
    public sealed record Request(string Id, string Reason);

    public static void MapAbandonDelivery(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/deliveries/abandon", (
            Request request, Actor actor, CommandEdge edge, NpgsqlDataSource database, CancellationToken cancellationToken) => edge.RunAsync(
            actor,
            request,
            async work =>
            {
                if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
                var recipient = await RecipientAsync(database, actor.Region, request.Id, cancellationToken);
                var stream = await work.LoadAsync(Receiver.Kind, recipient, cancellationToken);
                work.Also(JournalSql.Statement(
                    """
                    update oneseal.deliveries set state = 'abandoned', reason = $3, settled_at = $4
                    where region = $1 and id = $2 and state in ('waiting', 'failed')
                    """,
                    actor.Region, request.Id, request.Reason, work.Context.At));
                return new ReceiversAnswer(
                    work.Append(stream, new ReceiverEvent.Abandoned(request.Id, request.Reason)).Version, [recipient]);
            },
            cancellationToken))
        .RequireRoles(Role.Administrator).OfBureau();

    private static async Task<string> RecipientAsync(
        NpgsqlDataSource database, string region, string id, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(JournalSql.Statement(
            "select recipient from oneseal.deliveries where region = $1 and id = $2 and state in ('waiting', 'failed')", region, id));
        return await batch.ExecuteScalarAsync(cancellationToken) as string ?? throw Refusal.NotFound("delivery-unknown", ("id", id));
    }
}
