namespace OneSeal.Host.Journal;

/// <summary>How far a walk through the whole journal has come; written by the walk, read by whoever shows it.</summary>
internal sealed class JournalProgress
{
    private volatile JournalPhase _phase = JournalPhase.Locking;
    private long _streams, _events;

    public JournalPhase Phase => _phase;

    public long Streams => Volatile.Read(ref _streams);

    public long Events => Volatile.Read(ref _events);

    public void Enter(JournalPhase phase) => _phase = phase;

    public void Reach(long streams, long events)
    {
        Volatile.Write(ref _streams, streams);
        Volatile.Write(ref _events, events);
    }
}

internal enum JournalPhase
{
    /// <summary>Waits until the commands under way are done; further ones wait.</summary>
    Locking,

    /// <summary>The old snapshots and rows are taken away.</summary>
    Clearing,

    /// <summary>Events are read, one stream after the other.</summary>
    Reading,

    /// <summary>Everything is made final at once.</summary>
    Committing,
}
