using System.Text.Json.Serialization;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Seals;

/// <summary>印章: the bureau's approval seal (行政审批专用章) or a department's own.</summary>
/// <remarks>
/// For which items a seal may be used is not kept with the seal: it follows from who owns the case, and that from the memoranda. So a
/// department's seal is retired for an item by the very memorandum that moves the item, and still closes the cases filed before.
/// </remarks>
internal sealed record Seal
{
    public static StreamKind<Seal, SealEvent> Kind { get; } = new()
    {
        Name = "seal",
        Events = new EventTypes<SealEvent>(),
        Initial = new Seal(),
        Evolve = (seal, recorded) => seal.Evolve(recorded),
        Project = (stream, _, seal) => [Row(stream, seal)],
        ReadModels = ["seals"],
    };

    public string Name { get; init; } = "";

    public Organisation Organisation { get; init; } = new("", "");

    public DateTimeOffset? InForceFrom { get; init; }

    public DateTimeOffset? LockedAt { get; init; }

    /// <summary>What stands below the star: the organisation stands on the arc already.</summary>
    [JsonIgnore]
    public string Imprint => Name.StartsWith(Organisation.Name, StringComparison.Ordinal) && Name.Length > Organisation.Name.Length
        ? Name[Organisation.Name.Length..]
        : Name;

    /// <summary>Refuses a seal with which the case's documents may not be sealed now.</summary>
    /// <param name="owner">Who owns the case, since it was filed.</param>
    /// <param name="movedBy">What memoranda say of the case's item.</param>
    /// <param name="now">The moment of sealing.</param>
    public void CheckMaySeal(Organisation owner, IEnumerable<Assignment> movedBy, DateTimeOffset now)
    {
        if (LockedAt is { } locked) throw new Refusal("seal-locked", ("seal", Name), ("date", LocalTime.DayOf(locked)));
        if (InForceFrom is not { } from || from > now) throw new Refusal("seal-not-in-force", ("seal", Name));
        if (Organisation.Code == owner.Code) return;
        // Retired is the seal of the side that handed the item to the owner; any other never was the right one.
        throw movedBy.LastOrDefault(a => a.From.Code == Organisation.Code && a.To.Code == owner.Code) is { } moved
            ? new Refusal("seal-retired-for-item", ("seal", Name), ("citation", moved.Citation), ("owner", owner.Name))
            : new Refusal("seal-of-another", ("seal", Name), ("owner", owner.Name));
    }

    private Seal Evolve(Recorded<SealEvent> recorded) => recorded.Event switch
    {
        SealEvent.Registered e => this with { Name = e.Name, Organisation = e.Organisation },
        SealEvent.PutInForce => this with { InForceFrom = recorded.At },
        SealEvent.Locked => this with { LockedAt = recorded.At },
        var unknown => throw new InvalidOperationException($"A seal does not know {unknown.GetType().Name}."),
    };

    private static NpgsqlBatchCommand Row(StreamName stream, Seal seal) => JournalSql.Statement(
        """
        insert into oneseal.seals (region, id, name, organisation, code, status) values ($1, $2, $3, $4, $5, $6)
        on conflict (region, id) do update set status = excluded.status
        """,
        stream.Region, stream.Id, seal.Name, seal.Organisation.Name, seal.Organisation.Code,
        seal switch { { LockedAt: not null } => "locked", { InForceFrom: not null } => "inForce", _ => "registered" });
}

internal abstract record SealEvent
{
    /// <summary>刻制备案: the seal exists; it may not be used yet.</summary>
    [JournalEvent("seal-registered")]
    public sealed record Registered(string Name, Organisation Organisation) : SealEvent;

    /// <summary>启用.</summary>
    [JournalEvent("seal-put-in-force")]
    public sealed record PutInForce(string Basis) : SealEvent;

    /// <summary>废止封存: sealed away for good.</summary>
    [JournalEvent("seal-locked")]
    public sealed record Locked(string Reason) : SealEvent;
}

internal sealed record SealAnswer(string Id, int Version, Seal Seal) : IVersioned
{
    public static SealAnswer Of(LoadedStream<Seal, SealEvent> stream) => new(stream.Name.Id, stream.Version, stream.State);
}
