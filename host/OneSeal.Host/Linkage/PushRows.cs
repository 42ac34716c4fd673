using Npgsql;
using OneSeal.Host.Journal;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Linkage;

/// <summary>The rows by which inboxes, lists of a case and the work list find a push.</summary>
internal static class PushRows
{
    public static IEnumerable<NpgsqlBatchCommand> Of(StreamName stream, Push? before, Push after)
    {
        var content = after.Content!;
        yield return PushRow(stream, after, content);
        if (before is null)
        {
            foreach (var document in content.Documents)
            {
                yield return JournalSql.Statement(
                    "insert into oneseal.pushed_documents (region, number, recipient) values ($1, $2, $3) on conflict do nothing",
                    stream.Region, document.Number, after.Recipient.Code);
            }
        }

        var label = new TaskLabel(content.CaseNumber, content.ItemName, content.Holder);
        foreach (var row in TaskRows.Of(stream, label, before is null ? [] : [.. before.Tasks], [.. after.Tasks])) yield return row;
        foreach (var row in TaskRows.Of(stream, label, before?.Delays ?? [], after.Delays)) yield return row;
    }

    private static NpgsqlBatchCommand PushRow(StreamName stream, Push push, PushContent content) => JournalSql.Statement(
        """
        insert into oneseal.pushes (region, id, topic, recipient, recipient_name, case_id, number, item, item_name, holder, licence,
          pushed_at, claim_due, claimed_at, claimed_by, office, state)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        on conflict (region, id) do update set claim_due = excluded.claim_due, claimed_at = excluded.claimed_at,
          claimed_by = excluded.claimed_by, office = excluded.office, state = excluded.state
        """,
        stream.Region, stream.Id, content.Topic.ToString(), push.Recipient.Code, push.Recipient.Name, content.CaseId, content.CaseNumber,
        content.Item, content.ItemName, content.Holder, (content.Licence?.Identifier).OrNull(), push.PushedAt,
        (push.ClaimLimit?.Due).OrNull(), (push.Claim?.At).OrNull(), (push.Claim?.By).OrNull(), (push.Claim?.Office).OrNull(),
        // Whether it is overdue follows from the day on which it is read.
        push.StateOn(DateOnly.MinValue).ToString());
}
