using OneSeal.Host.Worklist;

namespace OneSeal.Host.Cases;

/// <summary>
/// 逾期不告知的，自收到申请材料之日起即为受理: when five working days have passed without a word, the law accepts, from the day of receipt
/// (行政许可法 32(4)).
/// </summary>
internal static class DeemAccepted
{
    /// <returns>Nothing if the applicant has been told meanwhile.</returns>
    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment)
    {
        if (@case.Stage != CaseStage.Filed || !(@case.RespondBy < moment.Today)) return [];
        var change = new CaseChange(@case, moment);
        // That nobody answered is on record even where the law is quicker than the sweep that looks for delays.
        foreach (var delay in Delays.NotRecorded(CaseRows.TasksOf(@case), @case.Delays, moment.Today))
            change.Add(new CaseEvent.Delayed(delay));
        return AcceptCase.Start(change, moment, @case.CompleteOn!.Value, deemed: true).Events;
    }
}
