using System.Security.Cryptography;
using Npgsql;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Journal;

/// <summary>What one command loads and brings about.</summary>
internal sealed class JournalWork(NpgsqlDataSource database, CommandContext context)
{
    private readonly List<NpgsqlBatchCommand> _statements = [];
    private readonly Dictionary<StreamName, int> _versions = [];
    private readonly string _actor = JournalJson.Write(context.Actor);
    private bool _askedForFirstAnswer;
    private bool _checkedExpectedVersion;
    private int _deliveries;

    public CommandContext Context { get; } = context;

    public async Task<LoadedStream<TState, TEvent>> LoadAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, string id, CancellationToken cancellationToken) where TState : class where TEvent : class
    {
        var stream = kind.Stream(Context.Region, id);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(JournalSql.Statement(JournalSql.LoadSnapshot, stream.Region, stream.Name));
        var ask = !_askedForFirstAnswer && Context.IdempotencyKey is not null;
        if (ask) batch.BatchCommands.Add(JournalSql.Statement(JournalSql.FirstAnswer, Context.Region, Context.IdempotencyKey!));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var loaded = await reader.ReadAsync(cancellationToken)
            ? LoadedStream<TState, TEvent>.From(kind, stream, reader)
            : LoadedStream<TState, TEvent>.Empty(kind, stream);
        if (ask && await reader.NextResultAsync(cancellationToken) && await reader.ReadAsync(cancellationToken))
        {
            CheckFingerprint(Context, reader.GetFieldValue<byte[]>(0));
            throw new AnsweredBeforeException(reader.GetString(1));
        }

        _askedForFirstAnswer = true;
        _versions[stream] = loaded.Version;
        CheckExpectedVersion(loaded.Version);
        return loaded;
    }

    /// <summary>The state that the stream comes to with these events; they are written when the command has ended well.</summary>
    public LoadedStream<TState, TEvent> Append<TState, TEvent>(LoadedStream<TState, TEvent> stream, params IEnumerable<TEvent> events)
        where TState : class where TEvent : class
    {
        var (version, hash, state) = (stream.Version, stream.Hash, stream.State);
        foreach (var happened in events)
        {
            version++;
            var (type, typeVersion) = stream.Kind.Events.NameOf(happened);
            var data = System.Text.Json.JsonSerializer.Serialize(happened, happened.GetType(), JournalJson.Options);
            hash = HashChain.Next(hash, stream.Name, version, type, typeVersion, Context.At, _actor, data);
            state = stream.Kind.Evolve(state, new Recorded<TEvent>(happened, version, Context.At, Context.Actor));
            _statements.Add(JournalSql.Statement(
                JournalSql.AppendEvent, stream.Name.Region, stream.Name.Name, version, type, (short)typeVersion, Context.At,
                JournalSql.Json(_actor), JournalSql.Json(data), hash));
        }

        if (version == stream.Version) return stream;
        _statements.Add(JournalSql.Statement(
            stream.Exists ? JournalSql.UpdateSnapshot : JournalSql.InsertSnapshot,
            stream.Name.Region, stream.Name.Name, version, hash, JournalSql.Json(JournalJson.Write(state))));
        _statements.AddRange(stream.Kind.Project(stream.Name, stream.Exists ? stream.State : null, state));
        return stream with { Version = version, Hash = hash, State = state };
    }

    /// <summary>The command relied on this stream: if it has moved on by the time of the commit, the command has lost.</summary>
    public void Require<TState, TEvent>(LoadedStream<TState, TEvent> stream) where TState : class where TEvent : class =>
        _statements.Add(JournalSql.Statement(JournalSql.RequireVersion, stream.Name.Region, stream.Name.Name, stream.Version));

    /// <summary>Somebody is to be told, if and only if the command ends well.</summary>
    public void Deliver(StreamName about, int version, Delivery delivery)
    {
        // The identity follows from the event, so that a receiver can tell a repetition from a new notice.
        var id = $"{about.Name}/{version}/{++_deliveries}";
        _statements.Add(JournalSql.Statement(
            JournalSql.InsertDelivery, about.Region, id, about.Name, delivery.Topic, delivery.Recipient,
            JournalSql.Json(JournalJson.Write(delivery.Content)), Context.At));
    }

    /// <summary>A further statement of the same transaction, for what is not journalled as an event.</summary>
    public void Also(NpgsqlBatchCommand statement) => _statements.Add(statement);

    public async Task CommitAsync<TAnswer>(TAnswer answer, CancellationToken cancellationToken)
    {
        if (_statements.Count == 0) return;
        await using var batch = database.CreateBatch();
        foreach (var statement in _statements) batch.BatchCommands.Add(statement);
        if (Context.IdempotencyKey is { } key)
        {
            batch.BatchCommands.Add(JournalSql.Statement(
                JournalSql.KeepAnswer, Context.Region, key, Context.Fingerprint, JournalSql.Json(JournalJson.Write(answer)), Context.At));
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public static void CheckFingerprint(CommandContext context, byte[] first)
    {
        if (!CryptographicOperations.FixedTimeEquals(first, context.Fingerprint))
            throw new Refusal("idempotency-key-reused") { Field = "Idempotency-Key" };
    }

    /// <summary>Who was faster, and how far he brought the stream.</summary>
    public async Task<Refusal> ConflictAsync(CancellationToken cancellationToken)
    {
        foreach (var (stream, seen) in _versions)
        {
            await using var command = database.CreateCommand(JournalSql.LoadSnapshot);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream.Region });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream.Name });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var current = await reader.ReadAsync(cancellationToken) ? reader.GetInt32(0) : 0;
            if (current != seen) return Conflict(current);
        }

        return Conflict(null);
    }

    // The first stream a command loads is the one it is about, and the one whose version the caller saw.
    private void CheckExpectedVersion(int version)
    {
        if (_checkedExpectedVersion) return;
        _checkedExpectedVersion = true;
        if (Context.ExpectedVersion is { } expected && expected != version) throw Conflict(version);
    }

    private static Refusal Conflict(int? current) => new("version-conflict")
    {
        Status = StatusCodes.Status409Conflict,
        Details = new Dictionary<string, object?> { ["currentVersion"] = current },
    };
}

/// <summary>The command was carried out before, under the same idempotency key.</summary>
internal sealed class AnsweredBeforeException(string answer) : Exception
{
    public string Answer { get; } = answer;
}
