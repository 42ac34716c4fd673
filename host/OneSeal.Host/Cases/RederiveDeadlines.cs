using OneSeal.Host.Deadlines;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>
/// 重新计算期限: a calendar came or changed; what a running limit derives to is derived anew and the change recorded with its reason.
/// </summary>
internal static class RederiveDeadlines
{
    /// <summary>The stages in which a period runs: to answer, to decide, to issue and deliver.</summary>
    public static readonly IReadOnlyList<CaseStage> Running =
        [CaseStage.Filed, CaseStage.InReview, CaseStage.Decided, CaseStage.Sealed, CaseStage.Issued];

    /// <returns>Nothing if the dates stay as they are.</returns>
    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, string reason)
    {
        if (!Running.Contains(@case.Stage)) return [];
        var inReview = @case.Stage == CaseStage.InReview;
        var rederived = new CaseEvent.DeadlineRederived(reason, Due(@case.Statutory), Due(@case.Promised))
        {
            RespondBy = @case.RespondBy is null ? null : AcceptanceClock.RespondBy(@case.CompleteOn!.Value, moment.Calendar),
            IssueBy = @case.IssueBy is null ? null : DecideCase.IssueBy(@case.Decision!.On, moment.Calendar),
            Steps = inReview
                ? [.. @case.OpenSteps.Where(s => s.Due is not null).Select(Moved).Where(d => d.Due != @case.Step(d.Step).Due)]
                : [],
        };
        var stays = rederived.StatutoryDue == @case.Statutory?.Due && rederived.PromisedDue == @case.Promised?.Due
            && rederived.RespondBy == @case.RespondBy && rederived.IssueBy == @case.IssueBy && rederived.Steps.Count == 0;
        return stays ? [] : [rederived];

        // What was decided was decided by the calendar of its time.
        DateOnly? Due(RunningLimit? limit) => inReview ? Clock.Derive(limit!.Deadline, moment.Calendar).Due : limit?.Due;

        StepDay Moved(StepProgress step)
        {
            var limit = @case.Definition(step.Key).Limit!.Value;
            return new StepDay(
                step.Key, Clock.Derive(new Deadline(limit, StartEvent.Accepted, step.OpenedOn!.Value), moment.Calendar).Due!.Value);
        }
    }
}
