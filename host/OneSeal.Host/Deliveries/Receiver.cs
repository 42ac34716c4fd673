using OneSeal.Host.Api;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Deliveries;

/// <summary>A recipient of the ledger, as far as people have stepped in: what was replayed or given up, and by whom.</summary>
internal sealed record Receiver
{
    public static StreamKind<Receiver, ReceiverEvent> Kind { get; } = new()
    {
        Name = "receiver",
        Events = new EventTypes<ReceiverEvent>(),
        Initial = new Receiver(),
        Evolve = (receiver, recorded) => recorded.Event switch
        {
            ReceiverEvent.Replayed => receiver with { Replays = receiver.Replays + 1 },
            ReceiverEvent.Abandoned => receiver with { Abandoned = receiver.Abandoned + 1 },
            var unknown => throw new InvalidOperationException($"A receiver does not know {unknown.GetType().Name}."),
        },
    };

    public int Replays { get; init; }

    public int Abandoned { get; init; }
}

internal abstract record ReceiverEvent
{
    /// <param name="Delivery">Which; null for all that had failed.</param>
    [JournalEvent("deliveries-replayed")]
    public sealed record Replayed(string? Delivery) : ReceiverEvent;

    [JournalEvent("delivery-abandoned")]
    public sealed record Abandoned(string Delivery, string Reason) : ReceiverEvent;
}

/// <summary>For whom something was replayed or given up; the version is that of the first one's stream.</summary>
internal sealed record ReceiversAnswer(int Version, IReadOnlyList<string> Recipients) : IVersioned;
