using OneSeal.Host.Memoranda;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Cases;

/// <summary>
/// 逾期未出具意见: where the memorandum says so, a case goes on without the opinion the day after its limit; that there was none, and by which
/// rule, stands with the case and in the decision. Silence is no approval: what is decided at once when all has passed waits for a decider.
/// </summary>
internal static class PassOverSteps
{
    /// <returns>Nothing if every opinion is there, or may still come, or is waited for.</returns>
    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment)
    {
        var change = new CaseChange(@case, moment);
        foreach (var step in Lapsing(@case).Where(s => s.Due < moment.Today))
        {
            var definition = @case.Definition(step.Key);
            var due = step.Due!.Value;
            // It is on record as late, too: the sweep of delays, if it comes after this, finds the task gone.
            var task = CaseRows.TasksOf(change.Case).Where(t => t.Key == "step:" + step.Key);
            foreach (var delay in Delays.NotRecorded(task.ToArray(), change.Case.Delays, moment.Today)) change.Add(new CaseEvent.Delayed(delay));
            // The procedure took until the day that was agreed on, however late the sweep comes.
            change.ResumeClock(step.Key, step.Suspension?.From > due ? step.Suspension.From : due);
            change.Add(new CaseEvent.StepPassedOver(step.Key, Text.Of(
                "step.passed-over", ("performer", StepPerformer.Of(@case, definition).Organisation.Name), ("date", due),
                ("step", definition.Name), ("citation", @case.Under!.Support!.Citation))));
        }

        return change.Events.Count == 0 ? [] : change.OpenSteps().Events;
    }

    /// <summary>The first day that is the last for an opinion without which the case may go on; null while there is none.</summary>
    public static DateOnly? AwaitedUntil(Case @case) => Lapsing(@case).Min(s => s.Due);

    private static IEnumerable<StepProgress> Lapsing(Case @case) => @case.Stage != CaseStage.InReview
        ? []
        : @case.OpenSteps.Where(s =>
            s.Due is not null && @case.Under!.Support?.For(s.Key) is { IfSilent: IfSilent.ProceedWithout }
            && StepPerformer.Of(@case, @case.Definition(s.Key)).WritesOpinion);
}
