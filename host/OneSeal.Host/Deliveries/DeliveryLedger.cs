using System.Text.Json;
using Npgsql;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Deliveries;

/// <summary>The rows of what is to be delivered, and of the recipients that are not called at present; shared by all hosts.</summary>
internal sealed class DeliveryLedger(NpgsqlDataSource database, ILogger<DeliveryLedger> log)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    // Every recipient with rows waiting, found by jumping along the index; of each what its lane has room for, oldest first, and nothing
    // behind an older row of its subject. A recipient that failed or was not to be called is tried with one row once it has rested.
    // The rows are locked and so stay in their places; found again by their names they would be looked for in the whole table.
    // The oldest of a subject is asked for row by row: joined, by statistics of a time when nothing waited, each would be held to all others.
    // This statement crosses regions: a host works for all.
    private const string Take =
        """
        with recursive recipients as (
          (select region, recipient from oneseal.deliveries where state = 'waiting' order by region, recipient limit 1)
          union all
          select n.region, n.recipient from recipients r cross join lateral (
            select d.region, d.recipient from oneseal.deliveries d
            where d.state = 'waiting' and (d.region, d.recipient) > (r.region, r.recipient)
            order by d.region, d.recipient limit 1) n
        ), due as (
          select d.place from recipients r
          left join oneseal.receivers v on v.region = r.region and v.recipient = r.recipient
          left join unnest($3, $4, $5) b (region, recipient, busy) on b.region = r.region and b.recipient = r.recipient
          cross join lateral (
            select w.ctid as place from oneseal.deliveries w
            where w.region = r.region and w.recipient = r.recipient and w.state = 'waiting' and w.next_attempt <= $1 and w.seq = (
              select e.seq from oneseal.deliveries e
              where e.region = w.region and e.recipient = w.recipient and e.subject = w.subject and e.state in ('waiting', 'failed')
              order by e.seq limit 1)
            order by w.next_attempt, w.seq
            limit greatest(0, case when v.recipient is null then $6 else 1 end - coalesce(b.busy, 0))
            for update skip locked) d
          where v.rests_until is null or v.rests_until <= $1
        )
        update oneseal.deliveries d set next_attempt = $2, attempts = d.attempts + 1, reason = null
        where d.ctid = any(array(select place from due))
        returning d.region, d.id, d.topic, d.recipient, d.content, d.attempts
        """;

    // Whoever has given the row up or replayed it meanwhile, or taken it because this host was thought dead, is not overridden.
    private const string Settle =
        """
        update oneseal.deliveries set state = $4, reason = $5, next_attempt = coalesce($6, next_attempt), attempts = $7, settled_at = $8
        where region = $1 and id = $2 and state = 'waiting' and attempts = $3
        """;

    // One statement: with the row it comes from it is settled as a whole or not at all, and the same hook is never told by two rows.
    private const string FanOut =
        """
        with parent as (
          update oneseal.deliveries set state = 'delivered', settled_at = $4
          where region = $1 and id = $2 and state = 'waiting' and attempts = $3 returning *)
        insert into oneseal.deliveries (region, id, stream, subject, topic, recipient, content, created_at, next_attempt)
        select p.region, p.id || '/' || r.recipient, p.stream, p.subject, p.topic, r.recipient, p.content, p.created_at, $4
        from parent p, unnest($5) r (recipient)
        on conflict (region, id) do nothing
        """;

    private const string Works = "delete from oneseal.receivers where region = $1 and recipient = $2";

    // Several attempts that were under way together fail as one.
    private const string Fails =
        """
        insert into oneseal.receivers as r (region, recipient, failing_since, failures, rests_until, reason)
        values ($1, $2, $3, 1, greatest($3 + make_interval(secs => ($6)[1]), $5), $4)
        on conflict (region, recipient) do update set
          failing_since = coalesce(r.failing_since, $3), reason = $4,
          failures = r.failures + case when r.rests_until > $3 then 0 else 1 end,
          rests_until = greatest(r.rests_until, $5, $3 + case when r.rests_until > $3 then interval '0'
            else make_interval(secs => ($6)[least(r.failures + 1, cardinality($6))]) end)
        """;

    private const string IsUnavailable =
        """
        insert into oneseal.receivers (region, recipient, rests_until, reason) values ($1, $2, $3, $4)
        on conflict (region, recipient) do update set rests_until = $3, reason = $4
        """;

    private const string Alarm =
        """
        update oneseal.receivers set alarmed = true
        where region = $1 and recipient = $2 and not alarmed and failing_since <= $3 returning failing_since, reason
        """;

    private static readonly double[] Rests = [.. Patience.Rests.Select(r => r.TotalSeconds)];

    /// <param name="busy">How many rows each recipient's lane holds on this host.</param>
    /// <param name="lane">How many it may hold.</param>
    /// <param name="now">What is due by then is taken, and leased.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    public async Task<IReadOnlyList<DueDelivery>> TakeAsync(
        IReadOnlyDictionary<(string Region, string Recipient), int> busy, int lane, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lanes = busy.ToArray();
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(JournalSql.Statement(
            Take, now, now + Lease, lanes.Select(l => l.Key.Region).ToArray(), lanes.Select(l => l.Key.Recipient).ToArray(),
            lanes.Select(l => l.Value).ToArray(), lane));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var due = new List<DueDelivery>();
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add(new DueDelivery(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                JsonSerializer.Deserialize<JsonElement>(reader.GetString(4)), reader.GetInt32(5)));
        }

        return due;
    }

    public async Task SettleAsync(DueDelivery due, Outcome outcome, DateTimeOffset now)
    {
        await using var batch = database.CreateBatch();
        foreach (var statement in Statements(due, outcome, now)) batch.BatchCommands.Add(statement);
        await using var reader = await batch.ExecuteReaderAsync();
        // Only the alarm, which is the last, gives a row.
        do
        {
            if (!await reader.ReadAsync()) continue;
            log.LogError(
                "{Recipient} has failed since {Since}; what is due to it waits. {Reason}", due.Recipient,
                reader.GetFieldValue<DateTimeOffset>(0), reader.GetString(1));
        }
        while (await reader.NextResultAsync());
    }

    private static IEnumerable<NpgsqlBatchCommand> Statements(DueDelivery due, Outcome outcome, DateTimeOffset now)
    {
        var works = JournalSql.Statement(Works, due.Region, due.Recipient);
        switch (outcome)
        {
            case Outcome.Delivered:
                return [Settled(due, "delivered", null, now), works];
            case Outcome.FannedOut fanned:
                return [JournalSql.Statement(FanOut, due.Region, due.Id, due.Attempts, now, fanned.Recipients.ToArray()), works];
            case Outcome.Abandoned abandoned:
                return [Settled(due, "abandoned", abandoned.Reason, now), works];
            case Outcome.PutOff off:
                return [Waiting(due, off.Reason, now + off.Wait, due.Attempts - 1)];
            case Outcome.Unavailable unavailable:
                var until = now + Patience.UntilAvailable;
                return
                [
                    Waiting(due, unavailable.Reason, until, due.Attempts - 1),
                    JournalSql.Statement(IsUnavailable, due.Region, due.Recipient, until, unavailable.Reason),
                ];
            case Outcome.Failed failed:
                var wait = failed.IsFinal ? null : Patience.After(due.Attempts, due.Recipient);
                var retryAt = now + failed.RetryAfter;
                return
                [
                    wait is { } next
                        ? Waiting(due, failed.Reason, next > failed.RetryAfter ? now + next : retryAt, due.Attempts)
                        : Settled(due, "failed", failed.Reason, now),
                    JournalSql.Statement(Fails, due.Region, due.Recipient, now, failed.Reason, retryAt, Rests),
                    JournalSql.Statement(Alarm, due.Region, due.Recipient, now - Patience.UntilAlarm),
                ];
            default:
                throw new InvalidOperationException($"The ledger does not know {outcome.GetType().Name}.");
        }
    }

    private static NpgsqlBatchCommand Settled(DueDelivery due, string state, string? reason, DateTimeOffset now) => JournalSql.Statement(
        Settle, due.Region, due.Id, due.Attempts, state, reason.OrNull(), ((DateTimeOffset?)null).OrNull(), due.Attempts,
        ((DateTimeOffset?)now).OrNull());

    private static NpgsqlBatchCommand Waiting(DueDelivery due, string reason, DateTimeOffset next, int attempts) => JournalSql.Statement(
        Settle, due.Region, due.Id, due.Attempts, "waiting", ((string?)reason).OrNull(), ((DateTimeOffset?)next).OrNull(), attempts,
        ((DateTimeOffset?)null).OrNull());
}
