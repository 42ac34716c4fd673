using Npgsql;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Requests;

/// <summary>The rows by which lists, work queues and sweeps find a request.</summary>
internal static class RequestRows
{
    public static IEnumerable<NpgsqlBatchCommand> Of(StreamName stream, FormalRequest? before, FormalRequest after)
    {
        var licence = after.Licence!;
        yield return JournalSql.Statement(
            """
            insert into oneseal.requests (region, id, kind, licence, item, item_name, holder, department, department_name, owner,
              owner_name, letter, stage, is_open, received_on, answer_due, decided_on, accepted)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
            on conflict (region, id) do update set stage = excluded.stage, is_open = excluded.is_open, answer_due = excluded.answer_due,
              decided_on = excluded.decided_on, accepted = excluded.accepted
            """,
            stream.Region, stream.Id, after.Act!.Kind.ToString(), licence.Identifier, licence.Item, licence.ItemName, licence.Holder,
            after.Department.Code, after.Department.Name, after.Owner.Code, after.Owner.Name, after.Letter!.Number, after.Stage.ToString(),
            after.IsOpen, after.ReceivedOn, (after.Answer?.Due).OrNull(), (after.Decision?.On).OrNull(),
            (after.Decision?.Accepted).OrNull());
        var label = new TaskLabel(after.Letter.Number, licence.ItemName, licence.Holder);
        foreach (var row in TaskRows.Of(stream, label, before is null ? [] : [.. before.Tasks], [.. after.Tasks])) yield return row;
        foreach (var row in TaskRows.Of(stream, label, before?.Delays ?? [], after.Delays)) yield return row;
        foreach (var row in DocumentRows.Of(stream, before?.Notices ?? [], after.Notices)) yield return row;
    }
}
