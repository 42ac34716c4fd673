using System.Collections.Immutable;
using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Localities;

/// <summary>A district with an approval bureau, and what its own rules set.</summary>
internal sealed record Locality
{
    public static StreamKind<Locality, LocalityEvent> Kind { get; } = new()
    {
        Name = "locality",
        Events = new EventTypes<LocalityEvent>(),
        Initial = new Locality(),
        Evolve = (locality, recorded) => locality.Evolve(recorded.Event),
    };

    public string Region { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>行政审批服务局.</summary>
    public Organisation Bureau { get; init; } = new("", "");

    /// <summary>代字: the short form by which the bureau's documents are numbered, for example 锦审.</summary>
    public string Abbreviation { get; init; } = "";

    /// <summary>本级人民政府: whom an applicant may ask to reconsider a decision (行政复议).</summary>
    public string Government { get; init; } = "";

    /// <summary>Where an applicant may sue (行政诉讼).</summary>
    public string Court { get; init; } = "";

    /// <summary>The regime in force from each day on, in order.</summary>
    public ImmutableList<DatedRegime> Regimes { get; init; } = [];

    /// <summary>How approval and supervision work together from each day on, in order.</summary>
    public ImmutableList<DatedTerms> LinkageTerms { get; init; } = [];

    /// <summary>Notices that came after the program was built; one of a year replaces the earlier one of that year.</summary>
    public ImmutableList<CalendarNotice> Calendars { get; init; } = [];

    public WorkCalendar Calendar => Calendars.IsEmpty
        ? WorkCalendar.National
        : WorkCalendar.From(
            [.. WorkCalendar.National.Notices.Where(n => !Calendars.Exists(n.IsReplacedBy)), .. Calendars.OrderBy(c => c.Region is not null)]);

    public Regime RegimeOn(DateOnly day) =>
        Regimes.LastOrDefault(r => r.From <= day)?.Regime ?? new Regime.BySignature();

    public LinkageTerms TermsOn(DateOnly day) => LinkageTerms.LastOrDefault(t => t.From <= day)?.Terms ?? Localities.LinkageTerms.Usual;

    private Locality Evolve(LocalityEvent happened) => happened switch
    {
        LocalityEvent.Established e => this with
        {
            Region = e.Region,
            Name = e.Name,
            Bureau = e.Bureau,
            Abbreviation = e.Abbreviation,
            Government = e.Government,
            Court = e.Court,
        },
        LocalityEvent.CalendarAdded e => this with { Calendars = [.. Calendars.Where(c => !c.IsReplacedBy(e.Notice)), e.Notice] },
        LocalityEvent.RegimeSet e => this with { Regimes = [.. Regimes.Append(new DatedRegime(e.From, e.Regime)).OrderBy(r => r.From)] },
        LocalityEvent.LinkageTermsSet e => this with
        {
            LinkageTerms = [.. LinkageTerms.Append(new DatedTerms(e.From, e.Terms)).OrderBy(t => t.From)],
        },
        _ => throw new InvalidOperationException($"A locality does not know {happened.GetType().Name}."),
    };
}

internal sealed record DatedRegime(DateOnly From, Regime Regime);

internal sealed record DatedTerms(DateOnly From, LinkageTerms Terms);

internal abstract record LocalityEvent
{
    [JournalEvent("locality-established")]
    public sealed record Established(
        string Region, string Name, Organisation Bureau, string Abbreviation, string Government, string Court) : LocalityEvent;

    [JournalEvent("locality-regime-set")]
    public sealed record RegimeSet(DateOnly From, Regime Regime, string Basis) : LocalityEvent;

    [JournalEvent("locality-linkage-terms-set")]
    public sealed record LinkageTermsSet(DateOnly From, LinkageTerms Terms, string Basis) : LocalityEvent;

    /// <summary>A holiday notice came: a new year's, or a correction of a known one's.</summary>
    [JournalEvent("locality-calendar-added")]
    public sealed record CalendarAdded(CalendarNotice Notice) : LocalityEvent;
}
