using Npgsql;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Journal;

/// <summary>
/// What a kind of stream is made of: its events, how a state follows from them, and the rows by which lists find it.
/// </summary>
/// <typeparam name="TState">What the events come to; kept as the stream's snapshot.</typeparam>
/// <typeparam name="TEvent">The closed hierarchy of events, nested in one abstract record.</typeparam>
internal sealed class StreamKind<TState, TEvent> : IStreamKind where TState : class where TEvent : class
{
    /// <summary>Kebab case; a stream is named <c>NAME:ID</c>.</summary>
    public required string Name { get; init; }

    public required EventTypes<TEvent> Events { get; init; }

    /// <summary>What a stream without events is.</summary>
    public required TState Initial { get; init; }

    /// <summary>The state after an event. An event it does not know is a fault of the program and throws.</summary>
    public required Func<TState, Recorded<TEvent>, TState> Evolve { get; init; }

    /// <summary>
    /// The statements that bring the read models from the rows of one state to those of the next. The rows follow from the state alone,
    /// so that rebuilding them from the events gives the same rows. The first state is null when nothing is there yet.
    /// </summary>
    public Func<StreamName, TState?, TState, IEnumerable<NpgsqlBatchCommand>> Project { get; init; } = (_, _, _) => [];

    /// <summary>What there is to do in a state, of whose rows the work lists are made.</summary>
    public Func<TState, IEnumerable<WorkTask>> Tasks { get; init; } = _ => [];

    /// <summary>The tables that <see cref="Project"/> writes to and nobody else.</summary>
    public IReadOnlyList<string> ReadModels { get; init; } = [];

    public StreamName Stream(string region, string id) => new(region, $"{Name}:{id}");

    /// <summary>Whose work lists are not after a change what they were before, by the organisations' codes.</summary>
    public IEnumerable<string> TaskOwners(TState? before, TState after)
    {
        WorkTask[] then = before is null ? [] : [.. Tasks(before)], now = [.. Tasks(after)];
        return then.Except(now).Concat(now.Except(then)).Select(t => t.Organisation.Code).Distinct();
    }

    IStreamReplay IStreamKind.Replay(StreamName stream) => new StreamReplay<TState, TEvent>(this, stream);
}

/// <summary>A stream of any kind, for what goes through the whole journal.</summary>
internal interface IStreamKind
{
    string Name { get; }

    IReadOnlyList<string> ReadModels { get; }

    IStreamReplay Replay(StreamName stream);
}

/// <summary>One stream's events read from the first on.</summary>
internal interface IStreamReplay
{
    void Take(StoredEvent stored);

    /// <summary>What the events taken so far come to, as a snapshot holds it.</summary>
    byte[] State { get; }

    IEnumerable<NpgsqlBatchCommand> Rows { get; }
}

internal sealed class StreamReplay<TState, TEvent>(StreamKind<TState, TEvent> kind, StreamName stream) : IStreamReplay
    where TState : class where TEvent : class
{
    private TState _state = kind.Initial;

    public TState Reached => _state;

    public byte[] State => JournalJson.WriteUtf8(_state);

    public IEnumerable<NpgsqlBatchCommand> Rows => kind.Project(stream, null, _state);

    public void Take(StoredEvent stored) =>
        _state = kind.Evolve(_state, new Recorded<TEvent>(
            kind.Events.Read(stored.Type, stored.TypeVersion, stored.Data), stored.Version, stored.At,
            JournalJson.Read<Access.Actor>(stored.Actor)));
}

/// <summary>Where a stream stands: the region, and the stream's name in it.</summary>
internal readonly record struct StreamName(string Region, string Name)
{
    public string Id => Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Empty for a name that no kind gives.</summary>
    public string Kind => Name[..Math.Max(0, Name.IndexOf(':', StringComparison.Ordinal))];

    public override string ToString() => $"{Region}/{Name}";
}

/// <summary>
/// An event with what the journal says of it: its place, when it was, and who did it in what role, for which organisation, by what
/// authority.
/// </summary>
internal sealed record Recorded<TEvent>(TEvent Event, int Version, DateTimeOffset At, Access.Actor By);

/// <summary>An event as it stands in the table; actor and data are JSON in UTF-8, byte for byte what was hashed.</summary>
internal sealed record StoredEvent(
    string Stream, int Version, string Type, int TypeVersion, DateTimeOffset At, byte[] Actor, byte[] Data, byte[] Hash);
