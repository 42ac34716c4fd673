using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

/// <summary>开通对接: from now on what an organisation is told its own system is told as well.</summary>
internal static class OpenConnection
{
    public sealed record Request(Organisation Organisation, string Url);

    public static void MapOpenConnection(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/connections", (
            Request request, Actor actor, CommandEdge edge, ConnectionKeys keys, CancellationToken cancellationToken) =>
            edge.RunAsync(
                actor,
                request,
                async work =>
                {
                    var stream = await work.LoadAsync(Connection.Kind, request.Organisation.Code, cancellationToken);
                    return ConnectionAnswer.Of(work.Append(stream, Decide(stream.State, request, keys.Issue)));
                },
                cancellationToken))
        .RequireRoles(Role.Administrator).OfBureau();

    public static IEnumerable<ConnectionEvent> Decide(Connection connection, Request request, Func<string> newSecret)
    {
        if (connection.IsOpen) throw Refusal.Conflict("connection-open-before", ("organisation", connection.Organisation.Name));
        request.Organisation.RequireNamed("organisation");
        yield return new ConnectionEvent.Opened(request.Organisation, ConnectionAddress.Checked(request.Url));
        yield return new ConnectionEvent.KeyIssued(connection.NextKey, newSecret());
    }
}
