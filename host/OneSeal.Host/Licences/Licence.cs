using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Licences;

/// <summary>证照: what a holder may do, from its issue on.</summary>
internal sealed record Licence
{
    public static StreamKind<Licence, LicenceEvent> Kind { get; } = new()
    {
        Name = "licence",
        Events = new EventTypes<LicenceEvent>(),
        Initial = new Licence(),
        Evolve = (licence, recorded) => licence.Evolve(recorded.Event),
        Project = (stream, _, licence) => [Row(stream, licence)],
        ReadModels = ["licences"],
    };

    public LicenceState State { get; init; }

    public string Name { get; init; } = "";

    public string Holder { get; init; } = "";

    public string HolderIdentifier { get; init; } = "";

    public string Item { get; init; } = "";

    public string ItemName { get; init; } = "";

    public string CaseId { get; init; } = "";

    public Organisation Issuer { get; init; } = new("", "");

    public DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null for a licence without end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The state to which it returns when a suspension is lifted; null while it is not suspended.</summary>
    public LicenceState? Before { get; init; }

    /// <summary>The last day of a suspension that ends by itself.</summary>
    public DateOnly? SuspendedUntil { get; init; }

    public PendingRenewal? Renewal { get; init; }

    /// <summary>The state as the public must take it on a day: one whose last day has passed is expired, whoever noted it.</summary>
    public LicenceState StateOn(DateOnly day) => State switch
    {
        _ when State.IsInForce() && ValidUntil < day => Renewal is { InTime: true } ? LicenceState.Renewed : LicenceState.Expired,
        LicenceState.Suspended when SuspendedUntil < day => Before!.Value,
        _ => State,
    };

    private Licence Evolve(LicenceEvent happened) => happened switch
    {
        LicenceEvent.Issued e => this with
        {
            State = LicenceState.Valid,
            Name = e.Name,
            Holder = e.Holder,
            HolderIdentifier = e.HolderIdentifier,
            Item = e.Item,
            ItemName = e.ItemName,
            CaseId = e.CaseId,
            Issuer = e.Issuer,
            ValidFrom = e.ValidFrom,
            ValidUntil = e.ValidUntil,
        },
        LicenceEvent.Suspended e => this with
        {
            State = LicenceState.Suspended,
            // Suspended again after a suspension that ended by itself, it returns to what it was before the first.
            Before = State == LicenceState.Suspended ? Before : State,
            SuspendedUntil = e.Until,
        },
        LicenceEvent.Reinstated => this with { State = Before!.Value, Before = null, SuspendedUntil = null },
        LicenceEvent.Changed e => this with
        {
            State = LicenceState.Changed,
            Holder = e.Holder ?? Holder,
            ValidUntil = e.ValidUntil ?? ValidUntil,
        },
        LicenceEvent.Withdrawn => this with { State = LicenceState.Withdrawn, Renewal = null },
        LicenceEvent.Revoked => this with { State = LicenceState.Revoked, Renewal = null },
        LicenceEvent.Cancelled => this with { State = LicenceState.Cancelled, Renewal = null },
        LicenceEvent.Expired => this with { State = LicenceState.Expired, Renewal = null },
        LicenceEvent.RenewalFiled e => this with { Renewal = new PendingRenewal(e.CaseId, e.On, e.InTime) },
        LicenceEvent.RenewalClosed => this with { Renewal = null },
        LicenceEvent.Renewed e => this with { State = LicenceState.Renewed, ValidUntil = e.Until, Renewal = null },
        _ => throw new InvalidOperationException($"A licence does not know {happened.GetType().Name}."),
    };

    private static NpgsqlBatchCommand Row(StreamName stream, Licence licence) => JournalSql.Statement(
        """
        insert into oneseal.licences (region, identifier, name, holder, holder_id, item, case_id, state, valid_from, valid_until)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (region, identifier) do update set state = excluded.state, holder = excluded.holder, valid_until = excluded.valid_until
        """,
        stream.Region, stream.Id, licence.Name, licence.Holder, licence.HolderIdentifier, licence.Item, licence.CaseId,
        licence.State.ToString(), licence.ValidFrom, licence.ValidUntil.OrNull());
}

/// <summary>How a licence stands.</summary>
internal enum LicenceState
{
    None,

    /// <summary>有效.</summary>
    Valid,

    /// <summary>暂停.</summary>
    Suspended,

    /// <summary>已变更: in force, as changed.</summary>
    Changed,

    /// <summary>撤回.</summary>
    Withdrawn,

    /// <summary>撤销.</summary>
    Revoked,

    /// <summary>注销.</summary>
    Cancelled,

    /// <summary>失效: its term is over.</summary>
    Expired,

    /// <summary>已延续: in force, for a further term.</summary>
    Renewed,
}

internal static class LicenceStates
{
    /// <summary>Whether what the licence permits may be done.</summary>
    public static bool IsInForce(this LicenceState state) => state is LicenceState.Valid or LicenceState.Changed or LicenceState.Renewed;
}

/// <summary>An application for more time that is not decided yet.</summary>
internal sealed record PendingRenewal(string CaseId, DateOnly FiledOn, bool InTime);
