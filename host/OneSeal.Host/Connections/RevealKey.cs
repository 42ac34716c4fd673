using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

/// <summary>查看密钥: a person is shown a secret, to enter it in the other system; who was shown it stands in the journal.</summary>
internal static class RevealKey
{
    /// <param name="Secret">Null in the answer that is kept.</param>
    public sealed record Answer(int Version, string Key, string? Secret) : IVersioned;

    public static void MapRevealKey(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/connections/{organisation}/keys/{key}/reveal", (
            string organisation, string key, Actor actor, CommandEdge edge, EventJournal journal, ConnectionKeys keys,
            CancellationToken cancellationToken) => edge.RunAsync(
            actor,
            new { key },
            async work =>
            {
                var stream = await work.LoadAsync(Connection.Kind, organisation, cancellationToken);
                if (!stream.Exists) throw Refusal.NotFound("connection-unknown", ("id", organisation));
                return new Answer(work.Append(stream, Decide(stream.State, key)).Version, key, null);
            },
            cancellationToken,
            async answer =>
            {
                var name = Connection.Kind.Stream(actor.Region, organisation);
                var stream = await journal.LoadAsync(Connection.Kind, name, cancellationToken);
                return answer with { Secret = keys.Reveal(stream.State.RequireKey(key)) };
            }))
        .RequireRoles(Role.Administrator).OfBureau();

    public static ConnectionEvent Decide(Connection connection, string key) =>
        new ConnectionEvent.KeyRevealed(connection.RequireKey(key).Id);
}
