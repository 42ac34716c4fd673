using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Cases;

/// <summary>All that a rule may know beside the case and the request: when, who, where and by which calendar.</summary>
internal sealed record CaseMoment(string CaseId, CommandContext Context, Locality Locality, WorkCalendar Calendar)
{
    public DateOnly Today { get; } = LocalTime.DayOf(Context.At);

    public Actor Actor => Context.Actor;

    /// <summary>The licence for which the case asks for more time, as it stands; null where it asks for a new one.</summary>
    public Licence? Renewed { get; init; }
}
