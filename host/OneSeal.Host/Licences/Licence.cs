using System.Text.Json;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

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
        Project = (stream, _, licence) => [LicenceRows.Of(stream, licence)],
        ReadModels = ["licences"],
    };

    public LicenceState State { get; init; }

    public string Name { get; init; } = "";

    public string Holder { get; init; } = "";

    public string HolderIdentifier { get; init; } = "";

    public string Item { get; init; } = "";

    public string ItemName { get; init; } = "";

    public string CaseId { get; init; } = "";

    public Organisation Issuer { get; init; } = Organisation.None;

    /// <summary>The department that supervised the item when it was issued.</summary>
    public Organisation Supervisor { get; init; } = Organisation.None;

    public DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null for a licence without end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The last day of the term for which it was first issued: by law a renewal is for as long again.</summary>
    public DateOnly? FirstUntil { get; init; }

    /// <summary>The state to which it returns when a suspension is lifted; null while it is not suspended.</summary>
    public LicenceState? Before { get; init; }

    /// <summary>The last day of a suspension that ends by itself.</summary>
    public DateOnly? SuspendedUntil { get; init; }

    public PendingRenewal? Renewal { get; init; }

    /// <summary>
    /// The state as the public must take it on a day, whoever has noted it: a term ends and a suspension runs out by themselves.
    /// </summary>
    public LicenceState StateOn(DateOnly day)
    {
        if (!State.HasTerm()) return State;
        if (LastDayOn(day) < day) return LicenceState.Expired;
        return State == LicenceState.Suspended && !(SuspendedUntil < day) ? LicenceState.Suspended
            : BecomesDeemedRenewed(day) ? LicenceState.Renewed
            : Before ?? State;
    }

    /// <summary>Its last day as it stands on a day: with the further term, if by then the law has renewed it.</summary>
    public DateOnly? LastDayOn(DateOnly day) =>
        BecomesDeemedRenewed(day) ? LicenceTerm.Again(ValidFrom, FirstUntil ?? ValidUntil!.Value, ValidUntil!.Value) : ValidUntil;

    /// <summary>视为准予延续: more time was asked for early enough and nobody has decided before the last day (行政许可法 50).</summary>
    public bool IsDeemedRenewedOn(DateOnly day) => Renewal is { DeemedAfter: not null } || BecomesDeemedRenewed(day);

    /// <summary>The last day on which it stands as it does if nobody does anything; null if that is for ever.</summary>
    public DateOnly? StandsUntil => !State.HasTerm() ? null
        : State == LicenceState.Suspended && (ValidUntil is null || SuspendedUntil < ValidUntil) ? SuspendedUntil ?? ValidUntil
        : ValidUntil;

    private bool BecomesDeemedRenewed(DateOnly day) =>
        State.HasTerm() && ValidUntil < day && Renewal is { InTime: true, DeemedAfter: null };

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
            Supervisor = e.Supervisor ?? Organisation.None,
            ValidFrom = e.ValidFrom,
            ValidUntil = e.ValidUntil,
            FirstUntil = e.ValidUntil,
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
        LicenceEvent.Withdrawn => Ended(LicenceState.Withdrawn),
        LicenceEvent.Revoked => Ended(LicenceState.Revoked),
        LicenceEvent.Cancelled => Ended(LicenceState.Cancelled),
        LicenceEvent.Expired => Ended(LicenceState.Expired),
        LicenceEvent.RenewalFiled e => this with { Renewal = new PendingRenewal(e.CaseId, e.On, e.InTime) },
        LicenceEvent.RenewalClosed => this with { Renewal = null },
        LicenceEvent.Renewed e => this with
        {
            // More time does not lift a suspension.
            State = State == LicenceState.Suspended ? State : LicenceState.Renewed,
            Before = State == LicenceState.Suspended ? LicenceState.Renewed : null,
            ValidUntil = e.Until,
            Renewal = e.Deemed ? Renewal! with { DeemedAfter = ValidUntil } : null,
        },
        _ => throw new InvalidOperationException($"A licence does not know {happened.GetType().Name}."),
    };

    private Licence Ended(LicenceState state) => this with { State = state, Before = null, SuspendedUntil = null, Renewal = null };
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

    /// <summary>Whether its term still runs: in force, or in force again when a suspension is over.</summary>
    public static bool HasTerm(this LicenceState state) => state.IsInForce() || state == LicenceState.Suspended;

    /// <summary>The name for programs.</summary>
    public static string InJson(this LicenceState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    public static string InChinese(this LicenceState state) => Text.Of("licence.state." + state);
}

/// <summary>An application for more time that is not decided yet.</summary>
/// <param name="DeemedAfter">The last day of the term after which the law renewed it; null as long as it has not.</param>
internal sealed record PendingRenewal(string CaseId, DateOnly FiledOn, bool InTime, DateOnly? DeemedAfter = null);
