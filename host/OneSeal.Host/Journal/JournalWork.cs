using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Journal;

/// <summary>What one command loads and brings about.</summary>
internal sealed class JournalWork(
    NpgsqlDataSource database, CommandContext context, DeliverySignal? signal = null, ChangeSignal? changes = null)
{
    private readonly List<NpgsqlBatchCommand> _statements = [];
    private readonly Dictionary<StreamName, (int Version, object Stream)> _streams = [];
    private readonly List<Change> _changes = [];
    private readonly byte[] _actor = JournalJson.WriteUtf8(context.Actor);
    private StreamName? _about;
    private bool _askedForFirstAnswer;
    private int _deliveries;

    public CommandContext Context { get; } = context;

    /// <summary>A stream as it stands, with what this command has already appended to it.</summary>
    public async Task<LoadedStream<TState, TEvent>> LoadAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, string id, CancellationToken cancellationToken) where TState : class where TEvent : class
    {
        var stream = kind.Stream(Context.Region, id);
        if (_streams.TryGetValue(stream, out var known)) return (LoadedStream<TState, TEvent>)known.Stream;
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(JournalSql.Statement(JournalSql.LoadSnapshot, stream.Region, stream.Name));
        var ask = !_askedForFirstAnswer && Context.IdempotencyKey is not null;
        // After the snapshot: if it shows what the first run of this command did, the answer is there as well.
        if (ask) batch.BatchCommands.Add(JournalSql.Statement(JournalSql.FirstAnswer, Context.Region, Context.IdempotencyKey!));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var loaded = await reader.ReadAsync(cancellationToken)
            ? LoadedStream<TState, TEvent>.From(kind, stream, reader)
            : LoadedStream<TState, TEvent>.Empty(kind, stream);
        if (ask && await reader.NextResultAsync(cancellationToken) && await reader.ReadAsync(cancellationToken))
        {
            CheckFingerprint(Context, reader.GetFieldValue<byte[]>(0));
            throw new AnsweredBeforeException(reader.GetFieldValue<byte[]>(1));
        }

        _askedForFirstAnswer = true;
        CheckExpectedVersion(stream, loaded.Version);
        _streams[stream] = (loaded.Version, loaded);
        return loaded;
    }

    /// <summary>A stream that is certain not to be there yet, because its name follows from an event of this command; it is not looked for.</summary>
    public LoadedStream<TState, TEvent> Begin<TState, TEvent>(StreamKind<TState, TEvent> kind, string id)
        where TState : class where TEvent : class
    {
        var began = LoadedStream<TState, TEvent>.Empty(kind, kind.Stream(Context.Region, id));
        _streams.Add(began.Name, (0, began));
        return began;
    }

    /// <summary>The state that the stream comes to with these events; they are written when the command has ended well.</summary>
    /// <exception cref="InvalidOperationException">The stream is of another region, or is not as this command left it.</exception>
    public LoadedStream<TState, TEvent> Append<TState, TEvent>(LoadedStream<TState, TEvent> stream, params IEnumerable<TEvent> events)
        where TState : class where TEvent : class => AppendAs(Context.Actor, stream, events);

    /// <summary>The same for what somebody else did: what a command sets off is not always its caller's doing.</summary>
    public LoadedStream<TState, TEvent> AppendAs<TState, TEvent>(Actor by, LoadedStream<TState, TEvent> stream, IEnumerable<TEvent> events)
        where TState : class where TEvent : class
    {
        if (stream.Name.Region != Context.Region)
            throw new InvalidOperationException($"{stream.Name} is not of the command's region {Context.Region}.");
        if (_streams.TryGetValue(stream.Name, out var known) && known.Version != stream.Version)
            throw new InvalidOperationException(
                $"{stream.Name} is at version {known.Version} in this command already, not at {stream.Version}.");

        var actor = by == Context.Actor ? _actor : JournalJson.WriteUtf8(by);
        var (version, hash, state) = (stream.Version, stream.Hash, stream.State);
        foreach (var happened in events)
        {
            version++;
            var (type, typeVersion) = stream.Kind.Events.NameOf(happened);
            var data = JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), JournalJson.Options);
            hash = HashChain.Next(hash, stream.Name, version, type, typeVersion, Context.At, actor, data);
            state = stream.Kind.Evolve(state, new Recorded<TEvent>(happened, version, Context.At, by));
            _statements.Add(JournalSql.Statement(
                JournalSql.AppendEvent, stream.Name.Region, stream.Name.Name, version, type, (short)typeVersion, Context.At,
                JournalSql.Json(actor), JournalSql.Json(data), hash));
        }

        if (version == stream.Version) return stream;
        _statements.Add(JournalSql.Statement(
            stream.Exists ? JournalSql.UpdateSnapshot : JournalSql.InsertSnapshot,
            stream.Name.Region, stream.Name.Name, version, hash, JournalSql.Json(JournalJson.WriteUtf8(state))));
        var before = stream.Exists ? stream.State : null;
        _statements.AddRange(stream.Kind.Project(stream.Name, before, state));
        _changes.Add(new Change(stream.Name, version) { TaskOwners = () => stream.Kind.TaskOwners(before, state) });
        var appended = stream with { Version = version, Hash = hash, State = state };
        _streams[stream.Name] = (version, appended);
        return appended;
    }

    /// <summary>The command relied on this stream: if it has moved on by the time of the commit, the command has lost.</summary>
    /// <remarks>
    /// A stream that is not there yet is looked for again at the commit, but there is no row to hold: it may come at that very moment.
    /// </remarks>
    public void Require<TState, TEvent>(LoadedStream<TState, TEvent> stream) where TState : class where TEvent : class =>
        _statements.Add(JournalSql.Statement(JournalSql.RequireVersion, stream.Name.Region, stream.Name.Name, stream.Version));

    /// <summary>Somebody is to be told, if and only if the command ends well.</summary>
    public void Deliver(StreamName about, int version, Delivery delivery)
    {
        // The identity follows from the event, so that a receiver can tell a repetition from a new notice.
        var id = $"{about.Name}/{version}/{++_deliveries}";
        _statements.Add(JournalSql.Statement(
            JournalSql.InsertDelivery, about.Region, id, about.Name, delivery.Subject ?? about.Name, delivery.Topic, delivery.Recipient,
            JournalSql.Json(JournalJson.WriteUtf8(delivery.Content)), Context.At));
    }

    /// <summary>A further statement of the same transaction, for what is not journalled as an event.</summary>
    public void Also(NpgsqlBatchCommand statement) => _statements.Add(statement);

    public async Task CommitAsync<TAnswer>(TAnswer answer, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        // The answer first: the same command twice at once then meets itself here, and not as a stranger at one of its streams.
        if (Context.IdempotencyKey is { } key)
        {
            batch.BatchCommands.Add(JournalSql.Statement(
                JournalSql.KeepAnswer, Context.Region, key, Context.Fingerprint, JournalSql.Json(JournalJson.WriteUtf8(answer)),
                Context.At));
        }

        foreach (var statement in _statements) batch.BatchCommands.Add(statement);
        if (batch.BatchCommands.Count == 0) return;
        cancellationToken.ThrowIfCancellationRequested();
        // Not to be called off once it is under way: the caller would not know whether it had been carried out.
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        if (_deliveries > 0) signal?.Raise();
        foreach (var change in _changes) changes?.Raise(change);
    }

    public static void CheckFingerprint(CommandContext context, byte[] first)
    {
        if (!CryptographicOperations.FixedTimeEquals(first, context.Fingerprint))
            throw new Refusal("idempotency-key-reused") { Field = "Idempotency-Key" };
    }

    /// <summary>Somebody was faster; says how far the stream has come that the command is about.</summary>
    public async Task<Refusal> ConflictAsync(CancellationToken cancellationToken)
    {
        if (_about is not { } stream) return Conflict(null);
        await using var command = database.CreateCommand(JournalSql.LoadSnapshot);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream.Region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream.Name });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return Conflict(await reader.ReadAsync(cancellationToken) ? reader.GetInt32(0) : 0);
    }

    // The first stream a command loads is the one it is about, and the one whose version the caller saw.
    private void CheckExpectedVersion(StreamName stream, int version)
    {
        if (_about is not null) return;
        _about = stream;
        if (Context.ExpectedVersion is { } expected && expected != version) throw Conflict(version);
    }

    private static Refusal Conflict(int? current) => new("version-conflict")
    {
        Status = StatusCodes.Status409Conflict,
        Details = new Dictionary<string, object?> { ["currentVersion"] = current },
    };
}

/// <summary>The command was carried out before, under the same idempotency key.</summary>
internal sealed class AnsweredBeforeException(byte[] answer) : Exception
{
    /// <summary>JSON in UTF-8.</summary>
    public byte[] Answer { get; } = answer;
}
