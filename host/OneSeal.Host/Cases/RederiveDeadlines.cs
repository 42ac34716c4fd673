using OneSeal.Host.Deadlines;

namespace OneSeal.Host.Cases;

/// <summary>重新计算期限: a calendar came or changed; what a running limit derives to is derived anew and the change recorded with its reason.</summary>
internal static class RederiveDeadlines
{
    /// <returns>Nothing if the dates stay as they are.</returns>
    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, string reason)
    {
        if (@case.Stage != CaseStage.InReview) yield break;
        var statutory = Clock.Derive(@case.Statutory!.Deadline, moment.Calendar).Due;
        var promised = Clock.Derive(@case.Promised!.Deadline, moment.Calendar).Due;
        if (statutory != @case.Statutory.Due || promised != @case.Promised.Due)
            yield return new CaseEvent.DeadlineRederived(reason, statutory, promised);
    }
}
