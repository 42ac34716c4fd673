using System.Collections.Immutable;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

/// <summary>部门系统对接: an organisation's own system, which is told what its organisation is told, and may answer.</summary>
internal sealed record Connection
{
    public static StreamKind<Connection, ConnectionEvent> Kind { get; } = new()
    {
        Name = "connection",
        Events = new EventTypes<ConnectionEvent>(),
        Initial = new Connection(),
        Evolve = (connection, recorded) => connection.Evolve(recorded),
        Project = (stream, _, connection) => [Row(stream, connection)],
        ReadModels = ["connections"],
    };

    public Organisation Organisation { get; init; } = Organisation.None;

    public string Url { get; init; } = "";

    public bool IsOpen { get; init; }

    /// <summary>In the order in which they were issued.</summary>
    public ImmutableList<ConnectionKey> Keys { get; init; } = [];

    /// <summary>When a signed event of its own came for the last time that did nothing but prove it.</summary>
    public DateTimeOffset? ProvedAt { get; init; }

    public IEnumerable<ConnectionKey> KeysInUse => Keys.Where(k => k.RetiredAt is null);

    /// <summary>密钥编号 of the next key: counted, so that a person can say it.</summary>
    public string NextKey => $"k{Keys.Count + 1}";

    public void RequireOpen()
    {
        if (!IsOpen) throw Refusal.Conflict("connection-closed", ("organisation", Organisation.Name));
    }

    public ConnectionKey RequireKey(string id) =>
        KeysInUse.FirstOrDefault(k => k.Id == id) ?? throw Refusal.NotFound("connection-key-unknown", ("key", id));

    private Connection Evolve(Recorded<ConnectionEvent> recorded) => recorded.Event switch
    {
        ConnectionEvent.Opened e => this with { Organisation = e.Organisation, Url = e.Url, IsOpen = true },
        ConnectionEvent.KeyIssued e => this with { Keys = Keys.Add(new ConnectionKey(e.Key, e.ProtectedSecret, recorded.At, null)) },
        ConnectionEvent.KeyRetired e => Retire(k => k.Id == e.Key, recorded.At),
        ConnectionEvent.KeyRevealed => this,
        ConnectionEvent.AddressChanged e => this with { Url = e.Url },
        ConnectionEvent.Proved => this with { ProvedAt = recorded.At },
        ConnectionEvent.Closed => Retire(_ => true, recorded.At) with { IsOpen = false },
        var unknown => throw new InvalidOperationException($"A connection does not know {unknown.GetType().Name}."),
    };

    private Connection Retire(Func<ConnectionKey, bool> which, DateTimeOffset at) => this with
    {
        Keys = [.. Keys.Select(k => k.RetiredAt is null && which(k) ? k with { RetiredAt = at } : k)],
    };

    private static NpgsqlBatchCommand Row(StreamName stream, Connection connection) => JournalSql.Statement(
        """
        insert into oneseal.connections (region, organisation, name, url, state) values ($1, $2, $3, $4, $5)
        on conflict (region, organisation) do update set name = excluded.name, url = excluded.url, state = excluded.state
        """,
        stream.Region, stream.Id, connection.Organisation.Name, connection.Url, connection.IsOpen ? "open" : "closed");
}

/// <param name="ProtectedSecret">Sealed with the installation's keys: the journal and its copies alone do not give it away.</param>
internal sealed record ConnectionKey(string Id, string ProtectedSecret, DateTimeOffset IssuedAt, DateTimeOffset? RetiredAt);

internal abstract record ConnectionEvent
{
    [JournalEvent("connection-opened")]
    public sealed record Opened(Organisation Organisation, string Url) : ConnectionEvent;

    [JournalEvent("connection-key-issued")]
    public sealed record KeyIssued(string Key, string ProtectedSecret) : ConnectionEvent;

    [JournalEvent("connection-key-retired")]
    public sealed record KeyRetired(string Key) : ConnectionEvent;

    /// <summary>Somebody was shown the secret.</summary>
    [JournalEvent("connection-key-revealed")]
    public sealed record KeyRevealed(string Key) : ConnectionEvent;

    [JournalEvent("connection-address-changed")]
    public sealed record AddressChanged(string Url) : ConnectionEvent;

    /// <summary>The system has sent a signed event and shown that it can.</summary>
    [JournalEvent("connection-proved")]
    public sealed record Proved(string Subject) : ConnectionEvent;

    /// <summary>No key of it is good any more.</summary>
    [JournalEvent("connection-closed")]
    public sealed record Closed(string Reason) : ConnectionEvent;
}

/// <summary>A connection as it is shown: without its secrets.</summary>
internal sealed record ConnectionAnswer(
    int Version, Organisation Organisation, string Url, bool IsOpen, DateTimeOffset? ProvedAt, IReadOnlyList<KeyLine> Keys) : IVersioned
{
    public static ConnectionAnswer Of(LoadedStream<Connection, ConnectionEvent> stream)
    {
        var c = stream.State;
        var keys = c.Keys.Select(k => new KeyLine(k.Id, k.IssuedAt, k.RetiredAt));
        return new(stream.Version, c.Organisation, c.Url, c.IsOpen, c.ProvedAt, [.. keys]);
    }
}

internal sealed record KeyLine(string Id, DateTimeOffset IssuedAt, DateTimeOffset? RetiredAt);
