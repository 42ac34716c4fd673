using Npgsql;
using NpgsqlTypes;

namespace OneSeal.Host.Journal;

/// <summary>The journal's statements; each is prepared once for each connection.</summary>
internal static class JournalSql
{
    /// <summary>What <c>oneseal.require_version</c> and its kin raise.</summary>
    public const string MovedOn = "OS409";

    public const string LoadSnapshot =
        "select version, hash, state from oneseal.snapshots where region = $1 and stream = $2";

    public const string FirstAnswer =
        "select fingerprint, answer from oneseal.commands where region = $1 and key = $2";

    public const string AppendEvent =
        """
        insert into oneseal.events (region, stream, version, type, type_version, at, actor, data, hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    public const string InsertSnapshot =
        "insert into oneseal.snapshots (region, stream, version, hash, state) values ($1, $2, $3, $4, $5)";

    public const string UpdateSnapshot =
        "update oneseal.snapshots set version = $3, hash = $4, state = $5 where region = $1 and stream = $2";

    // An organisation without a system of its own that is connected has nothing delivered to it.
    public const string InsertDelivery =
        """
        insert into oneseal.deliveries (region, id, stream, subject, topic, recipient, content, created_at, next_attempt)
        select $1, $2, $3, $4, $5, $6, $7, $8, $8
        where not starts_with($6, 'system:') or exists (
          select from oneseal.connections c where c.region = $1 and 'system:' || c.organisation = $6 and c.state = 'open')
        """;

    public const string KeepAnswer =
        "insert into oneseal.commands (region, key, fingerprint, answer, at) values ($1, $2, $3, $4, $5)";

    public const string ForgetAnswers =
        "delete from oneseal.commands where ctid = any(array(select ctid from oneseal.commands where at < $1 limit 10000))";

    // Only what was put off, with a reason: a row without one is being delivered now.
    public const string WakeDeliveries =
        """
        with awake as (
          delete from oneseal.receivers where region = $1 and (recipient = $2 or starts_with(recipient, $2 || '/')))
        update oneseal.deliveries set next_attempt = $3
        where region = $1 and (recipient = $2 or starts_with(recipient, $2 || '/')) and state = 'waiting' and reason is not null
        """;

    public const string RequireVersion = "select oneseal.require_version($1, $2, $3)";

    public const string RequireNoneFiledAfter = "select oneseal.require_none_filed_after($1, $2, $3)";

    public const string NextNumber =
        """
        insert into oneseal.numbers as n (region, series, last) values ($1, $2, 1)
        on conflict (region, series) do update set last = n.last + 1 returning last
        """;

    public const string EventsOfStream =
        """
        select stream, version, type, type_version, at, actor, data, hash from oneseal.events
        where region = $1 and stream = $2 order by version
        """;

    public static StoredEvent ReadEvent(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt16(3),
        reader.GetFieldValue<DateTimeOffset>(4), reader.GetFieldValue<byte[]>(5), reader.GetFieldValue<byte[]>(6),
        reader.GetFieldValue<byte[]>(7));

    /// <summary>A parameter that may be null; its type must be said, for null has none.</summary>
    public static NpgsqlParameter OrNull(this string? value) =>
        new NpgsqlParameter { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    public static NpgsqlParameter OrNull(this DateOnly? value) =>
        new NpgsqlParameter { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date };

    public static NpgsqlParameter OrNull(this DateTimeOffset? value) =>
        new NpgsqlParameter { Value = (object?)value?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    public static NpgsqlParameter OrNull(this bool? value) =>
        new NpgsqlParameter { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Boolean };

    public static NpgsqlParameter Json(byte[] utf8) => new NpgsqlParameter<byte[]> { TypedValue = utf8, NpgsqlDbType = NpgsqlDbType.Json };

    public static NpgsqlBatchCommand Statement(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value switch
            {
                NpgsqlParameter parameter => parameter,
                string text => new NpgsqlParameter<string> { TypedValue = text },
                int number => new NpgsqlParameter<int> { TypedValue = number },
                short number => new NpgsqlParameter<short> { TypedValue = number },
                bool flag => new NpgsqlParameter<bool> { TypedValue = flag },
                byte[] bytes => new NpgsqlParameter<byte[]> { TypedValue = bytes },
                DateTimeOffset instant => new NpgsqlParameter<DateTimeOffset> { TypedValue = instant.ToUniversalTime() },
                DateOnly date => new NpgsqlParameter<DateOnly> { TypedValue = date },
                _ => new NpgsqlParameter { Value = value },
            });
        }

        return command;
    }
}
