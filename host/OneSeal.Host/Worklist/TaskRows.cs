using System.Collections.Immutable;
using Npgsql;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Worklist;

/// <summary>The rows by which everybody finds what he must do, and oversight what was not done in time; of every kind of stream.</summary>
internal static class TaskRows
{
    /// <summary>Brings the rows of a stream's open tasks from those before to those now.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Of(
        StreamName stream, TaskLabel label, IReadOnlyCollection<WorkTask> before, IReadOnlyCollection<WorkTask> now)
    {
        foreach (var done in before.Where(t => now.All(n => n.Key != t.Key)))
        {
            yield return JournalSql.Statement(
                "delete from oneseal.tasks where region = $1 and stream = $2 and key = $3", stream.Region, stream.Name, done.Key);
        }

        foreach (var task in now.Except(before)) yield return Row(stream, label, task);
    }

    /// <summary>Brings the rows of a stream's recorded delays up to date.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Of(
        StreamName stream, TaskLabel label, ImmutableList<Delay> before, ImmutableList<Delay> now) =>
        now.Except(before).Select(delay => JournalSql.Statement(
            """
            insert into oneseal.delays (region, stream, key, due, organisation, organisation_name, role, title, number, item_name, party,
              recorded_on, done_on)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict (region, stream, key, due) do update set done_on = excluded.done_on
            """,
            stream.Region, stream.Name, delay.Key, delay.Due, delay.Organisation.Code, delay.Organisation.Name, delay.Role.ToString(),
            delay.Title, label.Number, label.ItemName, label.Party, delay.RecordedOn, delay.DoneOn.OrNull()));

    private static NpgsqlBatchCommand Row(StreamName stream, TaskLabel label, WorkTask task) => JournalSql.Statement(
        """
        insert into oneseal.tasks (region, stream, key, owner, owner_name, role, title, number, item_name, party, due, since)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        on conflict (region, stream, key) do update set owner = excluded.owner, owner_name = excluded.owner_name, role = excluded.role,
          title = excluded.title, due = excluded.due, since = excluded.since
        """,
        stream.Region, stream.Name, task.Key, task.Organisation.Code, task.Organisation.Name, task.Role.ToString(), task.Title,
        label.Number, label.ItemName, label.Party, task.Due, task.Since);
}
