using Npgsql;

namespace OneSeal.Host.Journal;

/// <summary>Makes all snapshots and read models anew from the events alone.</summary>
internal static class JournalRebuild
{
    private const int StatementsInABatch = 500;

    /// <returns>How many streams were made anew.</returns>
    /// <remarks>One transaction, and nobody writes meanwhile: either everything is anew or nothing has changed.</remarks>
    /// <exception cref="UnknownEventException">The journal holds an event that this program does not know.</exception>
    public static async Task<long> RunAsync(
        NpgsqlDataSource database, IReadOnlyCollection<IStreamKind> kinds, CancellationToken cancellationToken,
        JournalProgress? progress = null)
    {
        var byName = kinds.ToDictionary(k => k.Name, StringComparer.Ordinal);
        await using var reading = await database.OpenConnectionAsync(cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var tables = kinds.SelectMany(k => k.ReadModels).Append("snapshots").Distinct().Select(t => "oneseal." + t);
        progress?.Enter(JournalPhase.Locking);
        await ExecuteAsync("lock table oneseal.events in exclusive mode");
        progress?.Enter(JournalPhase.Clearing);
        foreach (var table in tables) await ExecuteAsync($"delete from {table}");

        progress?.Enter(JournalPhase.Reading);
        await using var command = new NpgsqlCommand(
            """
            select stream, version, type, type_version, at, actor, data, hash, region from oneseal.events
            order by region, stream, events.version
            """,
            reading)
        { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var pending = new List<NpgsqlBatchCommand>();
        long streams = 0, events = 0;
        StreamName? current = null;
        IStreamReplay? replay = null;
        StoredEvent? last = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            var stored = JournalSql.ReadEvent(reader);
            var name = new StreamName(reader.GetString(8), stored.Stream);
            if (name != current)
            {
                await FinishStreamAsync();
                current = name;
                replay = byName.TryGetValue(name.Kind, out var kind)
                    ? kind.Replay(name)
                    : throw new UnknownEventException(stored.Type, stored.TypeVersion);
            }

            replay!.Take(stored);
            last = stored;
            progress?.Reach(streams, ++events);
        }

        await FinishStreamAsync();
        await FlushAsync();
        progress?.Enter(JournalPhase.Committing);
        // Not to be called off once it is under way: nobody would know what stands.
        await transaction.CommitAsync(CancellationToken.None);
        progress?.Reach(streams, events);
        return streams;

        async Task FinishStreamAsync()
        {
            if (replay is null || last is null || current is not { } name) return;
            streams++;
            pending.Add(JournalSql.Statement(
                JournalSql.InsertSnapshot, name.Region, name.Name, last.Version, last.Hash, JournalSql.Json(replay.State)));
            pending.AddRange(replay.Rows);
            if (pending.Count >= StatementsInABatch) await FlushAsync();
        }

        async Task FlushAsync()
        {
            if (pending.Count == 0) return;
            await using var batch = new NpgsqlBatch(connection, transaction);
            foreach (var statement in pending) batch.BatchCommands.Add(statement);
            pending.Clear();
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        async Task ExecuteAsync(string sql)
        {
            await using var statement = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
            await statement.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
