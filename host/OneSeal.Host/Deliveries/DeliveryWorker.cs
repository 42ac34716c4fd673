using System.Text.Json;
using Npgsql;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Modules;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Deliveries;

/// <summary>
/// Works the delivery ledger off, on any number of hosts at once: a row is taken with <c>for update skip locked</c> and leased for a while,
/// so that no transaction stays open while a module works and a row whose host has died comes round again.
/// </summary>
internal sealed class DeliveryWorker(
    NpgsqlDataSource database, ModuleDelivery modules, TimeProvider time, ILogger<DeliveryWorker> log) : BackgroundService
{
    private const int AtOnce = 16;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
    ];

    private const string Take =
        """
        update oneseal.deliveries d set next_attempt = $2, attempts = d.attempts + 1
        from (
          select region, id from oneseal.deliveries where state = 'waiting' and next_attempt <= $1
          order by next_attempt limit $3 for update skip locked
        ) due
        where d.region = due.region and d.id = due.id
        returning d.region, d.id, d.topic, d.recipient, d.content, d.attempts, d.created_at
        """;

    /// <summary>Takes what is due and sees it through.</summary>
    /// <returns>How many rows were taken.</returns>
    public async Task<int> WorkAsync(CancellationToken cancellationToken)
    {
        var due = await TakeAsync(cancellationToken);
        await Task.WhenAll(due.Select(d => SeeThroughAsync(d, cancellationToken)));
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await WorkAsync(stoppingToken) > 0) continue;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "Working off the delivery ledger failed; it is tried again.");
            }

            await Task.Delay(BetweenLooks, time, stoppingToken);
        }
    }

    private async Task<IReadOnlyList<DueDelivery>> TakeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(Take);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now + Lease });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = AtOnce });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var due = new List<DueDelivery>();
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add(new DueDelivery(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                JsonSerializer.Deserialize<JsonElement>(reader.GetString(4)), reader.GetInt32(5), reader.GetFieldValue<DateTimeOffset>(6)));
        }

        return due;
    }

    private async Task SeeThroughAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        try
        {
            if (due.IsForModule) await modules.DeliverAsync(due, cancellationToken);
            await SettleAsync(due, "delivered", null, null, cancellationToken);
        }
        catch (Exception e) when (e is Refusal { Status: StatusCodes.Status409Conflict or StatusCodes.Status404NotFound })
        {
            // The module is not to be called at the moment, or somebody else was faster: that is nobody's failure.
            await SettleAsync(due, "waiting", e.Message, time.GetUtcNow() + Waits[1], cancellationToken, countAttempt: false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            if (e is not (ModuleFault or Refusal)) log.LogError(e, "Delivery {Delivery} failed.", due.Id);
            var gaveUp = due.Attempts > Waits.Length;
            await SettleAsync(
                due, gaveUp ? "failed" : "waiting", e.Message, gaveUp ? null : time.GetUtcNow() + Waits[due.Attempts - 1],
                cancellationToken);
        }
    }

    private async Task SettleAsync(
        DueDelivery due, string state, string? reason, DateTimeOffset? next, CancellationToken cancellationToken, bool countAttempt = true)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(JournalSql.Statement(
            """
            update oneseal.deliveries set state = $3, reason = $4, next_attempt = coalesce($5, next_attempt), attempts = $6,
              settled_at = case when $3 = 'waiting' then null else $7 end
            where region = $1 and id = $2
            """,
            due.Region, due.Id, state, reason.OrNull(), next.OrNull(), countAttempt ? due.Attempts : due.Attempts - 1, time.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>A row of the ledger that this host has taken.</summary>
internal sealed record DueDelivery(
    string Region, string Id, string Topic, string Recipient, JsonElement Content, int Attempts, DateTimeOffset CreatedAt)
{
    public bool IsForModule => Recipient.StartsWith("module:", StringComparison.Ordinal) || Recipient.StartsWith("hooks:", StringComparison.Ordinal);
}
