using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Database;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.LongWork;

/// <summary>
/// The rows of the long works, of all hosts. Whoever works holds a lock on a connection of its own, which goes with the host whatever becomes
/// of it: a row that says it is running while nobody holds the lock is of a host that has gone.
/// </summary>
internal sealed class LongWorkLedger(NpgsqlDataSource database, TimeProvider time)
{
    // "Long" and "Work" as numbers: the two halves of the lock's key.
    private const int Long = 0x4C_6F_6E_67, Work = 0x57_6F_72_6B;

    // Whoever holds the lock himself knows that no other does.
    private static readonly string Interrupt =
        $"""
        update oneseal.long_work set state = 'interrupted', ended_at = @now, result = @interrupted
        where state = 'running' and (@isMine or not exists (
          select from pg_locks l where l.locktype = 'advisory' and l.granted and l.classid = {Long} and l.objid = {Work} and l.objsubid = 2
            and l.database = (select oid from pg_database where datname = current_database())))
        returning id, region
        """;

    /// <summary>The lock of long works; null while another holds it.</summary>
    public async Task<NpgsqlConnection?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var connection = await UnpooledConnection.OpenAsync(database, cancellationToken);
        var taken = await connection.ExecuteScalarAsync<bool>("select pg_try_advisory_lock(@Long, @Work)", new { Long, Work });
        if (taken) return connection;
        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Says of what was running on hosts that have gone that it was interrupted.</summary>
    /// <param name="isMine">The caller holds the lock.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    public async Task<IReadOnlyList<(Guid Id, string Region)>> InterruptGoneAsync(bool isMine, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<(Guid, string)>(new CommandDefinition(
            Interrupt, new { now = time.GetUtcNow(), interrupted = Text.Of("long-work.result.interrupted"), isMine },
            cancellationToken: cancellationToken))).AsList();
    }

    public async Task BeginAsync(Guid id, LongWorkKind kind, Actor by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into oneseal.long_work (id, kind, phase, estimated_events, started_at, region, started_by)
            values (@id, @kind, 'locking', oneseal.estimated_events(), @now, @region, @by::json)
            """,
            new { id, kind = NameOf(kind), now = time.GetUtcNow(), region = by.Region, by = JournalJson.Write(by) },
            cancellationToken: cancellationToken));
    }

    /// <returns>Whether somebody has asked to call it off.</returns>
    public async Task<bool> ProgressAsync(Guid id, JournalProgress progress)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<bool>(
            "update oneseal.long_work set phase = @phase, streams = @streams, events = @events where id = @id returning cancel_asked",
            new { id, phase = NameOf(progress.Phase), progress.Streams, progress.Events });
    }

    public async Task EndAsync(Guid id, LongWorkState state, string result, JournalProgress progress)
    {
        await ProgressAsync(id, progress);
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "update oneseal.long_work set state = @state, result = @result, ended_at = @now where id = @id and state = 'running'",
            new { id, state = NameOf(state), result, now = time.GetUtcNow() });
    }

    /// <returns>Whether it was running still.</returns>
    public async Task<bool> AskToCancelAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "update oneseal.long_work set cancel_asked = true where id = @id and state = 'running'", new { id },
            cancellationToken: cancellationToken)) == 1;
    }

    /// <summary>The newest first, after a key; or the one of an id.</summary>
    public async Task<IReadOnlyList<LongWorkRow>> ReadAsync(
        Guid? id, DateTimeOffset? before, Guid? beforeId, int take, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<LongWorkRow>(new CommandDefinition(
            """
            select id, kind, state, phase, streams, events, estimated_events, started_at, started_by::text as started_by, cancel_asked,
              ended_at, result
            from oneseal.long_work
            where (@id::uuid is null or id = @id) and (@before::timestamptz is null or (started_at, id) < (@before, @beforeId))
            order by started_at desc, id desc limit @take
            """,
            new { id, before, beforeId, take }, cancellationToken: cancellationToken))).AsList();
    }

    private static string NameOf<T>(T value) where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>A row as it stands; names in camel case.</summary>
internal sealed record LongWorkRow(
    Guid Id, string Kind, string State, string Phase, long Streams, long Events, long EstimatedEvents, DateTimeOffset StartedAt,
    string StartedBy, bool CancelAsked, DateTimeOffset? EndedAt, string? Result);
