using Npgsql;
using OneSeal.Host.Journal;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Feedback;

/// <summary>The rows by which a feedback is found: by licence, holder or item, and in whose name it was reported.</summary>
internal static class FeedbackRows
{
    public static IEnumerable<NpgsqlBatchCommand> Of(StreamName stream, FeedbackRecord? before, FeedbackRecord after)
    {
        var (subject, content) = (after.Subject!, after.Content!);
        yield return JournalSql.Statement(
            """
            insert into oneseal.feedback (region, id, kind, state, adverse, organisation, organisation_name, licence, holder, holder_id,
              item, item_name, happened_on, counts_until, reported_at, late, content)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            on conflict (region, id) do update set state = excluded.state, adverse = excluded.adverse, happened_on = excluded.happened_on,
              counts_until = excluded.counts_until, late = excluded.late, content = excluded.content
            """,
            stream.Region, stream.Id, content.Kind.ToString(), after.State.ToString(), after.IsAdverse, after.Reporter.Code,
            after.Reporter.Name, subject.Licence.OrNull(), subject.Holder.OrNull(), subject.HolderIdentifier.OrNull(),
            subject.Item.OrNull(), subject.ItemName.OrNull(), content.HappenedOn, content.CountsUntil.OrNull(), after.ReportedAt,
            after.Delays.Exists(d => d.Key == ReportFeedback.LateKey), JournalSql.Json(JournalJson.WriteUtf8(content)));
        var label = new TaskLabel(stream.Id, subject.ItemName ?? "", subject.Holder ?? "");
        foreach (var row in TaskRows.Of(stream, label, before is null ? [] : [.. before.Tasks], [.. after.Tasks])) yield return row;
        foreach (var row in TaskRows.Of(stream, label, before?.Delays ?? [], after.Delays)) yield return row;
    }
}
