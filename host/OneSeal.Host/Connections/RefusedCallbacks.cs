using Npgsql;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

/// <summary>Every callback that was refused, counted by the minute and kept for ninety days.</summary>
internal sealed class RefusedCallbacks(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    public async Task CountAsync(string region, string organisation, Refusal refusal, string from)
    {
        var now = time.GetUtcNow();
        var minute = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(JournalSql.Statement("delete from oneseal.refused_callbacks where minute < $1", now - KeptFor));
        batch.BatchCommands.Add(JournalSql.Statement(
            """
            insert into oneseal.refused_callbacks as r (region, organisation, code, minute, count, last_from) values ($1, $2, $3, $4, 1, $5)
            on conflict (region, organisation, code, minute) do update set count = r.count + 1, last_from = excluded.last_from
            """,
            region, organisation, refusal.Code, minute, from));
        await batch.ExecuteNonQueryAsync();
    }
}
