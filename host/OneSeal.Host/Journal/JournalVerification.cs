using System.Data;
using Npgsql;

namespace OneSeal.Host.Journal;

/// <summary>What a walk through the whole journal found.</summary>
/// <param name="Streams">How many streams were read.</param>
/// <param name="Events">How many events were read and found whole, up to the first that is not.</param>
/// <param name="Broken">The first broken event; null if all are whole.</param>
internal sealed record JournalVerification(long Streams, long Events, BrokenEvent? Broken)
{
    private const string EventsWithHeads =
        """
        select e.stream, e.version, e.type, e.type_version, e.at, e.actor, e.data, e.hash, e.region, s.version, s.hash,
          case when $1 and s.version = e.version then s.state end
        from oneseal.events e
        left join oneseal.snapshots s on s.region = e.region and s.stream = e.stream
        order by e.region, e.stream, e.version
        """;

    private const string HeadsWithoutEvents =
        """
        select s.region, s.stream from oneseal.snapshots s
        where not exists (select from oneseal.events e where e.region = s.region and e.stream = s.stream)
        order by s.region, s.stream limit 1
        """;

    /// <summary>Reads every event of every region in the order of the streams and computes the chains anew.</summary>
    /// <param name="database">Where the journal is; one state of it is read, so that work may go on meanwhile.</param>
    /// <param name="kinds">
    /// Streams of these kinds are also replayed, and their snapshot must be, byte for byte, what their events come to. After an update of
    /// the program that evolves states differently, rebuild before verifying.
    /// </param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <param name="progress">Where the walk says how far it is.</param>
    /// <exception cref="UnknownEventException">A stream of these kinds holds an event that this program does not know.</exception>
    public static async Task<JournalVerification> RunAsync(
        NpgsqlDataSource database, IReadOnlyCollection<IStreamKind> kinds, CancellationToken cancellationToken,
        JournalProgress? progress = null)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var walk = new ChainWalk(kinds);
        progress?.Enter(JournalPhase.Reading);
        await using (var command = new NpgsqlCommand(EventsWithHeads, connection, transaction) { CommandTimeout = 0 })
        {
            command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = kinds.Count > 0 });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var name = new StreamName(reader.GetString(8), reader.GetString(0));
                var head = await reader.IsDBNullAsync(9, cancellationToken)
                    ? null
                    : new StreamHead(reader.GetInt32(9), reader.GetFieldValue<byte[]>(10));
                var state = await reader.IsDBNullAsync(11, cancellationToken) ? null : reader.GetFieldValue<byte[]>(11);
                if (walk.Take(name, JournalSql.ReadEvent(reader), head, state) is { } broken) return new(walk.Streams, walk.Events, broken);
                progress?.Reach(walk.Streams, walk.Events);
            }
        }

        return new(walk.Streams, walk.Events, walk.EndStream() ?? await HeadWithoutEventsAsync());

        async Task<BrokenEvent?> HeadWithoutEventsAsync()
        {
            await using var command = new NpgsqlCommand(HeadsWithoutEvents, connection, transaction) { CommandTimeout = 0 };
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken)
                ? new(new StreamName(reader.GetString(0), reader.GetString(1)), 1, "The stream has a snapshot but no events.")
                : null;
        }
    }
}

/// <summary>The first event that is not as it was written.</summary>
internal sealed record BrokenEvent(StreamName Stream, int Version, string Fault);

/// <summary>Where a snapshot says that its stream ends.</summary>
internal sealed record StreamHead(int Version, byte[] Hash);

/// <summary>Takes the events of all streams one after the other and tells the first that does not fit.</summary>
internal sealed class ChainWalk(IEnumerable<IStreamKind> kinds)
{
    private readonly Dictionary<string, IStreamKind> _kinds = kinds.ToDictionary(k => k.Name, StringComparer.Ordinal);
    private StreamName _stream;
    private int _version;
    private byte[] _hash = HashChain.Start;
    private StreamHead? _head;
    private byte[]? _state;
    private IStreamReplay? _replay;

    public long Streams { get; private set; }

    public long Events { get; private set; }

    /// <param name="name">The event's stream.</param>
    /// <param name="stored">The event.</param>
    /// <param name="head">The end of the stream, by its snapshot.</param>
    /// <param name="state">The snapshot's state, if this is the event that it is said to end with.</param>
    public BrokenEvent? Take(StreamName name, StoredEvent stored, StreamHead? head, byte[]? state)
    {
        if (name != _stream)
        {
            if (EndStream() is { } broken) return broken;
            (_stream, _version, _hash) = (name, 0, HashChain.Start);
            _replay = _kinds.GetValueOrDefault(name.Kind)?.Replay(name);
            Streams++;
        }

        if (stored.Version != _version + 1) return new(name, _version + 1, "The event is missing.");
        _version = stored.Version;
        _hash = HashChain.Next(_hash, name, stored.Version, stored.Type, stored.TypeVersion, stored.At, stored.Actor, stored.Data);
        if (!_hash.AsSpan().SequenceEqual(stored.Hash))
            return new(name, _version, "Its hash does not fit its content and the event before it.");
        _replay?.Take(stored);
        (_head, _state) = (head, state);
        Events++;
        return null;
    }

    /// <summary>Whether the stream ends where, and as, its snapshot says.</summary>
    public BrokenEvent? EndStream() => _version == 0 ? null : _head switch
    {
        null => new(_stream, _version, "The stream has events but no snapshot."),
        var head when head.Version > _version => new(_stream, _version + 1, "The event is missing from the end of the stream."),
        var head when head.Version < _version || !head.Hash.AsSpan().SequenceEqual(_hash) =>
            new(_stream, head.Version, "The snapshot does not stand at the end of the stream."),
        _ when _replay is not null && !_replay.State.AsSpan().SequenceEqual(_state) =>
            new(_stream, _version, "The snapshot is not what the events come to."),
        _ => null,
    };
}
