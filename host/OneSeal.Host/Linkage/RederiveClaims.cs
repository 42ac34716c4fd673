using OneSeal.Host.Deadlines;

namespace OneSeal.Host.Linkage;

/// <summary>重新计算认领时限: a calendar came or changed; the day of a claim that is still open is derived anew.</summary>
internal static class RederiveClaims
{
    /// <returns>Nothing if the day stays as it is.</returns>
    public static IEnumerable<PushEvent> Decide(Push push, WorkCalendar calendar, string reason) =>
        push is { Claim: null, ClaimLimit: { } limit } && Clock.Derive(limit.Deadline, calendar).Due is var due && due != limit.Due
            ? [new PushEvent.ClaimRederived(reason, due)]
            : [];
}
