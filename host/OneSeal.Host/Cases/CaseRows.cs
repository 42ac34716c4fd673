using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>The rows by which lists, work queues and sweeps find a case.</summary>
internal static class CaseRows
{
    public static IEnumerable<NpgsqlBatchCommand> Of(StreamName stream, Case? before, Case after)
    {
        yield return CaseRow(stream, after);
        if (before is null || WordsOf(before) != WordsOf(after) || before.Number != after.Number) yield return WordsRow(stream, after);
        if (after.Number is { } number)
        {
            var label = new TaskLabel(number, after.ItemName, after.Application!.Applicant.Name);
            foreach (var row in TaskRows.Of(stream, label, before is null ? [] : [.. TasksOf(before)], [.. TasksOf(after)])) yield return row;
            foreach (var row in TaskRows.Of(stream, label, before?.Delays ?? [], after.Delays)) yield return row;
        }

        foreach (var row in DocumentRows.Of(stream, before?.Notices ?? [], after.Notices)) yield return row;
        foreach (var row in PublishedDecision.RowsOf(stream, before, after)) yield return row;
    }

    /// <summary>What is to be done now, by whom and by when.</summary>
    public static IEnumerable<WorkTask> TasksOf(Case @case)
    {
        // Every paper that goes out carries the seal (行政许可法 32), the decision before all that follows it.
        if (@case.Stage != CaseStage.Archived && @case.Notices.OldestUnsealed is { } unsealed)
            yield return ForOwner("seal", Role.SealKeeper, @case.Stage == CaseStage.Decided ? @case.IssueBy : unsealed, unsealed);

        switch (@case.Stage)
        {
            case CaseStage.Filed:
                yield return ForOwner("accept", Role.Window, @case.RespondBy, @case.CompleteOn);
                break;
            case CaseStage.AwaitingSupplement:
                yield return ForOwner("supplement", Role.Window, null, @case.SupplementAskedOn);
                break;
            case CaseStage.InReview:
                foreach (var step in @case.OpenSteps)
                {
                    var definition = @case.Definition(step.Key);
                    var performer = StepPerformer.Of(@case, definition);
                    // A reviewer watches what the system is to do and takes it over if it does not.
                    if (performer.Role == Role.System) performer = new StepPerformer(@case.Owner, Role.Reviewer);
                    yield return new WorkTask(
                        "step:" + step.Key, performer.Organisation, performer.Role, definition.Name,
                        step.Due ?? @case.Statutory?.Due ?? WorkTask.NoDay, step.OpenedOn!.Value);
                    // The lead answers for the day: who helps has none of his own and is never late.
                    if (performer.Helper is { } helper)
                    {
                        yield return new WorkTask(
                            "help:" + step.Key, helper, StepPerformer.RoleIn(helper, @case.Owner),
                            Text.Of("task.help", ("step", definition.Name)), WorkTask.NoDay, step.OpenedOn!.Value);
                    }
                }

                if (@case.StepsDone) yield return ForOwner("decide", Role.Decider, @case.Promised?.Due, @case.AcceptedOn);
                break;
            case CaseStage.Sealed when @case.MayIssue:
                yield return ForOwner("issue", Role.Window, @case.IssueBy, @case.Decision!.On);
                break;
            case CaseStage.Sealed or CaseStage.Issued:
                yield return ForOwner("deliver", Role.Window, @case.IssueBy, @case.Decision!.On);
                break;
            case CaseStage.Delivered or CaseStage.Declined or CaseStage.Withdrawn or CaseStage.Terminated:
                yield return ForOwner("archive", Role.Window, null, @case.DeliveredOn ?? @case.CompleteOn);
                break;
        }

        WorkTask ForOwner(string key, Role role, DateOnly? due, DateOnly? since) =>
            new(key, @case.Owner, role, Text.Of("task." + key), due ?? WorkTask.NoDay, since ?? WorkTask.NoDay);
    }

    /// <summary>What a case is looked for by: its applicant and its item.</summary>
    private static string WordsOf(Case c) => $"{c.Application!.Applicant.Name} {c.ItemName}";

    private static NpgsqlBatchCommand WordsRow(StreamName stream, Case c) => JournalSql.Statement(
        """
        insert into oneseal.case_words (region, id, number, words) values ($1, $2, $3, $4)
        on conflict (region, id) do update set number = excluded.number, words = excluded.words
        """,
        stream.Region, stream.Id, c.Number.OrNull(), WordsOf(c));

    private static NpgsqlBatchCommand CaseRow(StreamName stream, Case c) => JournalSql.Statement(
        """
        insert into oneseal.cases (region, id, number, item, item_name, module, owner, owner_name, supervisor, applicant, applicant_id,
          drafted_by, stage, received_on, respond_by, accepted_on, due, promised_due, suspended, decided_on, granted, regime,
          opinion_due)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
        on conflict (region, id) do update set number = excluded.number, module = excluded.module, owner = excluded.owner,
          owner_name = excluded.owner_name, supervisor = excluded.supervisor, applicant = excluded.applicant,
          applicant_id = excluded.applicant_id, stage = excluded.stage, received_on = excluded.received_on,
          respond_by = excluded.respond_by, accepted_on = excluded.accepted_on, due = excluded.due,
          promised_due = excluded.promised_due, suspended = excluded.suspended, decided_on = excluded.decided_on,
          granted = excluded.granted,
          regime = excluded.regime, opinion_due = excluded.opinion_due
        """,
        stream.Region, stream.Id, c.Number.OrNull(), c.Item, c.ItemName, c.Under?.Module ?? "", c.Under?.Owner.Code ?? "",
        c.Under?.Owner.Name ?? "", c.Under?.Supervisor.Code ?? "", c.Application!.Applicant.Name, c.Application.Applicant.Identifier,
        c.DraftedBy, c.Stage.ToString(),
        c.ReceivedOn.OrNull(), c.RespondBy.OrNull(), c.AcceptedOn.OrNull(), (c.Statutory?.Due).OrNull(), (c.Promised?.Due).OrNull(),
        c.Steps.Exists(s => s.Suspension is not null), (c.Decision?.On).OrNull(), (c.Decision?.Granted).OrNull(),
        (c.Under?.Regime).OrNull(), PassOverSteps.AwaitedUntil(c).OrNull());
}
