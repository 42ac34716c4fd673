using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Licences;

/// <summary>Writes what happens to a licence, and tells every department that is concerned with it.</summary>
internal sealed class LicenceCommands(Pushing pushing)
{
    /// <exception cref="Texts.Refusal"><c>licence-state</c>: an event cannot follow on the licence as it stands.</exception>
    public async Task<LoadedStream<Licence, LicenceEvent>> AppendAsync(
        JournalWork work, LoadedStream<Licence, LicenceEvent> stream, IEnumerable<LicenceEvent> events, CancellationToken cancellationToken)
    {
        var after = await LetTimePassAsync(work, stream, cancellationToken);
        var today = LocalTime.DayOf(work.Context.At);
        foreach (var happened in events)
        {
            if (LicenceRules.KindOf(happened) is { } kind) LicenceRules.Require(after.State, kind, today);
            after = work.Append(after, happened);
            await TellAsync(work, after, happened, cancellationToken);
        }

        return after;
    }

    /// <summary>Writes down what the days have done to a licence, whether a sweep has come by or not; it is nobody's doing.</summary>
    public async Task<LoadedStream<Licence, LicenceEvent>> LetTimePassAsync(
        JournalWork work, LoadedStream<Licence, LicenceEvent> stream, CancellationToken cancellationToken)
    {
        var after = stream;
        foreach (var happened in LetTimePass.Decide(stream.State, LocalTime.DayOf(work.Context.At)))
        {
            after = work.AppendAs(Actor.System(work.Context.Region), after, [happened]);
            await TellAsync(work, after, happened, cancellationToken);
        }

        return after;
    }

    private async Task TellAsync(
        JournalWork work, LoadedStream<Licence, LicenceEvent> after, LicenceEvent happened, CancellationToken cancellationToken)
    {
        // Of the issue, and of a renewal that was granted, they are told with the case; of a renewal that is only asked for not at all.
        if (happened is LicenceEvent.Issued or LicenceEvent.Renewed { Deemed: false }
            or LicenceEvent.RenewalFiled or LicenceEvent.RenewalClosed)
            return;
        var @case = await work.LoadAsync(Case.Kind, after.State.CaseId, cancellationToken);
        var occasion = new PushOccasion(after.Name, after.Version, SupervisionTopic.LicenceChanged, after.State.CaseId, @case.State)
        {
            Licence = PushedLicence.Of(after.Name.Id, after.State),
            Holder = after.State.Holder,
            Reason = ReasonOf(happened),
        };
        await pushing.PushAsync(work, occasion, cancellationToken);
    }

    /// <summary>Why, in Chinese; null where the event says all there is to say.</summary>
    public static string? ReasonOf(LicenceEvent happened) => happened switch
    {
        LicenceEvent.Suspended e => e.Act.Reason,
        LicenceEvent.Reinstated e => e.Act.Reason,
        LicenceEvent.Changed e => e.What,
        LicenceEvent.Withdrawn e => e.Act.Reason,
        LicenceEvent.Revoked e => e.Act.Reason,
        LicenceEvent.Cancelled e => e.Act.Reason,
        LicenceEvent.Renewed { Deemed: true } => Text.Of("licence.deemed-renewed"),
        _ => null,
    };
}
