using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

/// <summary>停止对接: the system is told nothing more, and nothing that it sends is taken. What still waits for it is given up.</summary>
internal static class CloseConnection
{
    public sealed record Request(string Reason);

    public static void MapCloseConnection(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/connections/{organisation}/close", (
            string organisation, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) => edge.RunAsync(
            actor,
            request,
            async work =>
            {
                var stream = await work.LoadAsync(Connection.Kind, organisation, cancellationToken);
                if (!stream.Exists) throw Refusal.NotFound("connection-unknown", ("id", organisation));
                var after = work.Append(stream, Decide(stream.State, request));
                work.Also(JournalSql.Statement(
                    """
                    update oneseal.deliveries set state = 'abandoned', reason = $3, settled_at = $4
                    where region = $1 and recipient = $2 and state in ('waiting', 'failed')
                    """,
                    actor.Region, Recipients.System(organisation), request.Reason, work.Context.At));
                return ConnectionAnswer.Of(after);
            },
            cancellationToken))
        .RequireRoles(Role.Administrator).OfBureau();

    public static ConnectionEvent Decide(Connection connection, Request request)
    {
        connection.RequireOpen();
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        return new ConnectionEvent.Closed(request.Reason);
    }
}
