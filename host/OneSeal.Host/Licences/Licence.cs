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

    /// <summary>The state as the public must take it on a day: one whose last day has passed is expired, whoever noted it.</summary>
    public LicenceState StateOn(DateOnly day) =>
        State == LicenceState.Valid && ValidUntil < day ? LicenceState.Expired : State;

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
        _ => throw new InvalidOperationException($"A licence does not know {happened.GetType().Name}."),
    };

    private static NpgsqlBatchCommand Row(StreamName stream, Licence licence) => JournalSql.Statement(
        """
        insert into oneseal.licences (region, identifier, name, holder, holder_id, item, case_id, state, valid_from, valid_until)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (region, identifier) do update set state = excluded.state, valid_until = excluded.valid_until
        """,
        stream.Region, stream.Id, licence.Name, licence.Holder, licence.HolderIdentifier, licence.Item, licence.CaseId,
        licence.State.ToString(), licence.ValidFrom, licence.ValidUntil.OrNull());
}

internal enum LicenceState
{
    None,

    /// <summary>有效.</summary>
    Valid,

    /// <summary>失效: its term is over.</summary>
    Expired,
}

internal abstract record LicenceEvent
{
    [JournalEvent("licence-issued")]
    public sealed record Issued(
        string Name, string Holder, string HolderIdentifier, string Item, string ItemName, string CaseId, Organisation Issuer,
        DateOnly ValidFrom, DateOnly? ValidUntil) : LicenceEvent;
}
