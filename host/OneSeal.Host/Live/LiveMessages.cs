namespace OneSeal.Host.Live;

/// <summary>The names under which a client hears what it is told.</summary>
internal static class LiveMessages
{
    /// <summary><see cref="ChangedMessage"/>: ask anew.</summary>
    public const string Changed = "changed";

    /// <summary><see cref="TasksMessage"/>: the work list of the caller's organisation has changed.</summary>
    public const string Tasks = "tasks";

    /// <summary><see cref="PresentMessage"/>: who of the staff has open what the caller has open.</summary>
    public const string Present = "present";

    /// <summary><see cref="WorkMessage"/>, to administrators: how far a long work has come.</summary>
    public const string Work = "work";

    /// <summary>Without content: something may have been missed; ask everything anew.</summary>
    public const string Missed = "missed";
}

/// <param name="Kind">As in <c>Journal.StreamKind.Name</c>; and <c>delivery</c>, which is no stream.</param>
/// <param name="Id">Null where something of the kind has changed and it is not said what: lists of it are to be asked anew.</param>
/// <param name="Version">Null with the id, and for what has no versions.</param>
internal sealed record ChangedMessage(string Kind, string? Id, int? Version);

/// <param name="Organisation">Whose, by code.</param>
internal sealed record TasksMessage(string Organisation);

/// <param name="People">In the order in which they came; a person in two windows is one.</param>
internal sealed record PresentMessage(string Kind, string Id, IReadOnlyList<PersonPresent> People);

internal sealed record PersonPresent(Guid Id, string Name, string Organisation, DateTimeOffset Since);

internal sealed record WorkMessage(string Id);

/// <summary>What a client that wants to watch is answered.</summary>
/// <param name="Id">As changes will name it.</param>
/// <param name="Version">Where it stands: whoever has loaded an earlier one asks anew.</param>
/// <param name="Refusal">Why not; null if it is watched.</param>
internal sealed record WatchAnswer(string Kind, string Id, int? Version, WatchRefusal? Refusal);

internal sealed record WatchRefusal(string Code, string Detail);
