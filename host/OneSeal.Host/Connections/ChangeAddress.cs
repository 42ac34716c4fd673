using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Connections;

/// <summary>变更对接地址: the system has moved.</summary>
internal static class ChangeAddress
{
    public sealed record Request(string Url);

    public static void MapChangeAddress(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/connections/{organisation}/address", (
            string organisation, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) => edge.ChangeAsync(
            actor, Connection.Kind, organisation, request,
            (connection, _) => [Decide(connection, request)], ConnectionAnswer.Of, "connection-unknown", cancellationToken))
        .RequireRoles(Role.Administrator).OfBureau();

    public static ConnectionEvent Decide(Connection connection, Request request)
    {
        connection.RequireOpen();
        return new ConnectionEvent.AddressChanged(ConnectionAddress.Checked(request.Url));
    }
}
