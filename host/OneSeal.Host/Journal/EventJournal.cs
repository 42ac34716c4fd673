using Npgsql;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Journal;

/// <summary>
/// The one journal. A command loads the streams it needs, a round trip each, decides, and writes everything it brings about — events,
/// snapshots, read models, deliveries, its answer — as one batch in one transaction and one more round trip.
/// </summary>
internal sealed class EventJournal(NpgsqlDataSource database, DeliverySignal? signal = null, ChangeSignal? changes = null)
{
    /// <summary>Whoever loses so often in a row is better told.</summary>
    private const int MostAttempts = 8;

    /// <summary>Runs a command. A command sent again under the same idempotency key gives the first answer.</summary>
    /// <param name="context">Who, when, under which key.</param>
    /// <param name="command">Loads, decides and appends; it may be run once only and writes nothing itself.</param>
    /// <param name="cancellationToken">
    /// Ends the command before its batch is sent; from then on it is waited for, and done as a whole or not at all.
    /// </param>
    /// <exception cref="Refusal"><c>version-conflict</c> if somebody else was faster, or what the command itself refuses.</exception>
    /// <exception cref="NpgsqlException">
    /// The server went away. If that was while the batch ran, nobody knows whether the command was carried out: sent again under its key it
    /// gives its answer either way.
    /// </exception>
    public async Task<TAnswer> ExecuteAsync<TAnswer>(
        CommandContext context, Func<JournalWork, Task<TAnswer>> command, CancellationToken cancellationToken) where TAnswer : class
    {
        var work = new JournalWork(database, context, signal, changes);
        try
        {
            var answer = await command(work);
            await work.CommitAsync(answer, cancellationToken);
            return answer;
        }
        catch (AnsweredBeforeException before)
        {
            return JournalJson.Read<TAnswer>(before.Answer);
        }
        catch (Exception e) when (e is Refusal || IsLostRace(e))
        {
            // The same command may have come twice at once: then what stands in its way is what it did itself a moment ago.
            if (await FirstAnswerAsync(context, cancellationToken) is { } first) return JournalJson.Read<TAnswer>(first);
            if (e is Refusal) throw;
            throw await work.ConflictAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Runs a command whose caller has seen no version in particular: if somebody was faster, it is decided anew on what stands now, and
    /// refused only for what then stands against it.
    /// </summary>
    /// <param name="context">Who, when, under which key; asked for each time, since what is decided anew is decided later.</param>
    /// <param name="command">Loads, decides and appends; what it does beside that may be done several times.</param>
    /// <param name="cancellationToken">As for <see cref="ExecuteAsync"/>.</param>
    public async Task<TAnswer> ExecuteOnLatestAsync<TAnswer>(
        Func<CommandContext> context, Func<JournalWork, Task<TAnswer>> command, CancellationToken cancellationToken) where TAnswer : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var now = context();
            try
            {
                return await ExecuteAsync(now, command, cancellationToken);
            }
            catch (Refusal lost) when (lost.Code == "version-conflict" && now.ExpectedVersion is null && attempt < MostAttempts)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>A stream as it stands.</summary>
    public async Task<LoadedStream<TState, TEvent>> LoadAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, StreamName stream, CancellationToken cancellationToken) where TState : class where TEvent : class
    {
        await using var command = database.CreateCommand(JournalSql.LoadSnapshot);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream.Region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream.Name });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? LoadedStream<TState, TEvent>.From(kind, stream, reader)
            : LoadedStream<TState, TEvent>.Empty(kind, stream);
    }

    /// <summary>A stream's events, for the record of who did what.</summary>
    public async Task<IReadOnlyList<StoredEvent>> EventsAsync(StreamName stream, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(JournalSql.EventsOfStream);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream.Region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream.Name });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancellationToken)) events.Add(JournalSql.ReadEvent(reader));
        return events;
    }

    /// <summary>The next number of a series; allocated at once, and lost if the command that asked for it is refused.</summary>
    public async Task<long> NextNumberAsync(string region, string series, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(JournalSql.NextNumber);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = series });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>What waits for a recipient that is back, or for one below it, is tried now, not when its wait is over.</summary>
    public async Task WakeDeliveriesAsync(string region, string recipient, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(JournalSql.WakeDeliveries);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = recipient });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now.ToUniversalTime() });
        await command.ExecuteNonQueryAsync(cancellationToken);
        signal?.Raise();
    }

    /// <summary>Forgets the answers to commands that nobody will send again. A command sent again later than that is a new one.</summary>
    /// <returns>How many were forgotten.</returns>
    public async Task<long> ForgetAnswersAsync(DateTimeOffset olderThan, CancellationToken cancellationToken)
    {
        // In portions, so that no transaction grows long.
        for (var forgotten = 0L; ;)
        {
            await using var command = database.CreateCommand(JournalSql.ForgetAnswers);
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = olderThan.ToUniversalTime() });
            var portion = await command.ExecuteNonQueryAsync(cancellationToken);
            if (portion == 0) return forgotten;
            forgotten += portion;
        }
    }

    // Two commands that wait for each other want the same streams; the server lets one of them go on.
    private static bool IsLostRace(Exception e) => e is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "events_pkey" or "commands_pkey" or "requests_open" or "accounts_by_user_name",
    } or PostgresException { SqlState: JournalSql.MovedOn or PostgresErrorCodes.DeadlockDetected };

    private async Task<byte[]?> FirstAnswerAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.IdempotencyKey is not { } key) return null;
        await using var command = database.CreateCommand(JournalSql.FirstAnswer);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = context.Region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        JournalWork.CheckFingerprint(context, reader.GetFieldValue<byte[]>(0));
        return reader.GetFieldValue<byte[]>(1);
    }
}
