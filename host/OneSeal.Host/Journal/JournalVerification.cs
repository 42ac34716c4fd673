using Npgsql;

namespace OneSeal.Host.Journal;

/// <summary>What a walk through the whole journal found.</summary>
/// <param name="Streams">How many streams were read.</param>
/// <param name="Events">How many events were read, up to the first that is broken.</param>
/// <param name="Broken">The first broken event; null if all are whole.</param>
internal sealed record JournalVerification(long Streams, long Events, BrokenEvent? Broken)
{
    /// <summary>Reads every event of every region in the order of the streams and computes the chain anew.</summary>
    /// <remarks>It reads one state of the database, so that work may go on meanwhile.</remarks>
    public static async Task<JournalVerification> RunAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select coalesce(e.region, s.region), coalesce(e.stream, s.stream), e.version, e.type, e.type_version, e.at, e.actor, e.data, e.hash,
                   s.version, s.hash
            from oneseal.events e
            full join oneseal.snapshots s on s.region = e.region and s.stream = e.stream
            order by 1, 2, 3
            """, connection, transaction) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, cancellationToken);

        long streams = 0, events = 0;
        var (stream, version, hash) = (default(StreamName), 0, HashChain.Start);
        (int Version, byte[] Hash)? head = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            var name = new StreamName(reader.GetString(0), reader.GetString(1));
            if (name != stream)
            {
                if (HeadFault() is { } cut) return new(streams, events, cut);
                streams++;
                (stream, version, hash) = (name, 0, HashChain.Start);
            }

            if (await reader.IsDBNullAsync(2, cancellationToken))
                return new(streams, events, new(name, 1, "The stream has a snapshot but no events."));
            var number = reader.GetInt32(2);
            if (number != version + 1) return new(streams, events, new(name, version + 1, "The event is missing."));
            version = number;
            var (type, typeVersion, at) = (reader.GetString(3), reader.GetInt16(4), reader.GetFieldValue<DateTimeOffset>(5));
            var (actor, data, stored) = (reader.GetString(6), reader.GetString(7), reader.GetFieldValue<byte[]>(8));
            hash = HashChain.Next(hash, name, number, type, typeVersion, at, actor, data);
            if (!hash.AsSpan().SequenceEqual(stored)) return new(streams, events, new(name, number, "Its hash does not fit its content and the event before it."));
            head = await reader.IsDBNullAsync(9, cancellationToken) ? null : (reader.GetInt32(9), reader.GetFieldValue<byte[]>(10));
            events++;
        }

        return new(streams, events, HeadFault());

        BrokenEvent? HeadFault() => version == 0 ? null : head switch
        {
            null => new(stream, version, "The stream has events but no snapshot."),
            var (at, _) when at > version => new(stream, version + 1, "The event is missing from the end of the stream."),
            var (at, top) when at < version || !top.AsSpan().SequenceEqual(hash) => new(stream, at, "The snapshot does not stand at the end of the stream."),
            _ => null,
        };
    }
}

/// <summary>The first event that is not as it was written.</summary>
internal sealed record BrokenEvent(StreamName Stream, int Version, string Fault);
