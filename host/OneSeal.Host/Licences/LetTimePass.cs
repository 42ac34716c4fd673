using OneSeal.Host.Texts;

namespace OneSeal.Host.Licences;

/// <summary>
/// What days do to a licence by themselves: a suspension runs out, the law renews what was asked for in time (行政许可法 50), a term ends.
/// </summary>
internal static class LetTimePass
{
    public static IEnumerable<LicenceEvent> Decide(Licence licence, DateOnly today)
    {
        if (!(licence.StandsUntil < today)) yield break;
        var end = licence.LastDayOn(today);
        if (licence.State == LicenceState.Suspended && licence.SuspendedUntil < today && !(end < licence.SuspendedUntil))
            yield return new LicenceEvent.Reinstated(
                new LicenceAct(Text.Of("licence.suspension-over"), Text.Of("licence.suspension-over.basis"), null, null));
        if (end != licence.ValidUntil)
            yield return new LicenceEvent.Renewed(licence.Renewal!.CaseId, licence.ValidUntil!.Value.AddDays(1), end, Deemed: true);
        if (end < today) yield return new LicenceEvent.Expired(today);
    }
}
