using Npgsql;

namespace OneSeal.Host.Journal;

/// <summary>A stream as it was when it was loaded.</summary>
internal sealed record LoadedStream<TState, TEvent>(
    StreamKind<TState, TEvent> Kind, StreamName Name, int Version, byte[] Hash, TState State)
    where TState : class where TEvent : class
{
    public bool Exists => Version > 0;

    public static LoadedStream<TState, TEvent> Empty(StreamKind<TState, TEvent> kind, StreamName name) =>
        new(kind, name, 0, HashChain.Start, kind.Initial);

    public static LoadedStream<TState, TEvent> From(StreamKind<TState, TEvent> kind, StreamName name, NpgsqlDataReader row) =>
        new(kind, name, row.GetInt32(0), row.GetFieldValue<byte[]>(1), JournalJson.Read<TState>(row.GetFieldValue<byte[]>(2)));
}
