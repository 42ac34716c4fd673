using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

/// <summary>更换密钥: a new key beside the old one, which is retired once both sides use the new one.</summary>
internal static class RotateKey
{
    private const int MostInUse = 3;

    public static void MapRotateKey(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/connections/{organisation}/keys", (
            string organisation, Actor actor, CommandEdge edge, ConnectionKeys keys, CancellationToken cancellationToken) => edge.ChangeAsync(
            actor, Connection.Kind, organisation, new { },
            (connection, _) => [Issue(connection, keys.Issue)], ConnectionAnswer.Of, "connection-unknown", cancellationToken))
            .RequireRoles(Role.Administrator).OfBureau();

        routes.MapPost("/api/connections/{organisation}/keys/{key}/retire", (
            string organisation, string key, Actor actor, CommandEdge edge, CancellationToken cancellationToken) => edge.ChangeAsync(
            actor, Connection.Kind, organisation, new { key },
            (connection, _) => [Retire(connection, key)], ConnectionAnswer.Of, "connection-unknown", cancellationToken))
            .RequireRoles(Role.Administrator).OfBureau();
    }

    public static ConnectionEvent Issue(Connection connection, Func<string> newSecret)
    {
        connection.RequireOpen();
        if (connection.KeysInUse.Count() >= MostInUse) throw new Refusal("connection-keys-too-many", ("most", MostInUse));
        return new ConnectionEvent.KeyIssued(connection.NextKey, newSecret());
    }

    public static ConnectionEvent Retire(Connection connection, string key)
    {
        connection.RequireOpen();
        connection.RequireKey(key);
        if (connection.KeysInUse.Count() == 1) throw new Refusal("connection-key-last", ("key", key));
        return new ConnectionEvent.KeyRetired(key);
    }
}
