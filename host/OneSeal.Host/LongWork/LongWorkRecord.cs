using OneSeal.Host.Journal;

namespace OneSeal.Host.LongWork;

/// <summary>What the journal says of a long work: that somebody started it, and how it ended. How far it is stands beside the journal.</summary>
internal sealed record LongWorkRecord
{
    public static StreamKind<LongWorkRecord, LongWorkEvent> Kind { get; } = new()
    {
        Name = "long-work",
        Events = new EventTypes<LongWorkEvent>(),
        Initial = new LongWorkRecord(),
        Evolve = (work, recorded) => recorded.Event switch
        {
            LongWorkEvent.Started e => work with { Work = e.Work },
            LongWorkEvent.Ended e => work with { State = e.State, Result = e.Result },
            var other => throw new InvalidOperationException($"A long work does not know {other.GetType().Name}."),
        },
    };

    public LongWorkKind Work { get; init; }

    public LongWorkState State { get; init; }

    public string Result { get; init; } = "";
}

internal abstract record LongWorkEvent
{
    [JournalEvent("long-work-started")]
    public sealed record Started(LongWorkKind Work) : LongWorkEvent;

    [JournalEvent("long-work-ended")]
    public sealed record Ended(LongWorkState State, string Result) : LongWorkEvent;
}
