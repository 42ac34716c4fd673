using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Linkage;
using OneSeal.Sdk;

namespace OneSeal.Host.Licences;

/// <summary>Writes what happens to a licence, and tells every department that is concerned with it.</summary>
internal sealed class LicenceCommands(Pushing pushing)
{
    public async Task<LoadedStream<Licence, LicenceEvent>> AppendAsync(
        JournalWork work, LoadedStream<Licence, LicenceEvent> stream, IEnumerable<LicenceEvent> events, CancellationToken cancellationToken)
    {
        var after = stream;
        foreach (var happened in events)
        {
            after = work.Append(after, happened);
            // Of the issue they are told with the case, of a renewal that is only asked for not at all.
            if (happened is LicenceEvent.Issued or LicenceEvent.RenewalFiled or LicenceEvent.RenewalClosed) continue;
            var @case = await work.LoadAsync(Case.Kind, after.State.CaseId, cancellationToken);
            var occasion = new PushOccasion(after.Name, after.Version, SupervisionTopic.LicenceChanged, after.State.CaseId, @case.State)
            {
                Licence = PushedLicence.Of(after.Name.Id, after.State),
                Holder = after.State.Holder,
                Reason = ReasonOf(happened),
            };
            await pushing.PushAsync(work, occasion, cancellationToken);
        }

        return after;
    }

    private static string? ReasonOf(LicenceEvent happened) => happened switch
    {
        LicenceEvent.Suspended e => e.Act.Reason,
        LicenceEvent.Reinstated e => e.Act.Reason,
        LicenceEvent.Changed e => e.What,
        LicenceEvent.Withdrawn e => e.Act.Reason,
        LicenceEvent.Revoked e => e.Act.Reason,
        LicenceEvent.Cancelled e => e.Act.Reason,
        _ => null,
    };
}
