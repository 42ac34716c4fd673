using System.Diagnostics;
using Npgsql;

namespace OneSeal.Host.Database;

/// <summary>
/// Brings the schema up to the program: every script once, in order, each whole or not at all. A database that does not fit the
/// program stops the start; nothing is ever guessed or undone.
/// </summary>
internal static class Migrations
{
    // "OneSeal" as a number: every version of the program must use the same.
    private const long Lock = 0x4F_6E_65_53_65_61_6C;

    private sealed record Applied(int Number, string Name, string Sha256);

    public static Task MigrateAsync(NpgsqlDataSource database, ILogger logger, CancellationToken cancellation) =>
        MigrateAsync(database, MigrationScript.OfThisProgram, logger, cancellation);

    /// <exception cref="DatabaseStartupException">Database and scripts do not fit together, or a script failed.</exception>
    public static async Task MigrateAsync(
        NpgsqlDataSource database, IReadOnlyList<MigrationScript> scripts, ILogger logger, CancellationToken cancellation)
    {
        var ordered = scripts.OrderBy(s => s.Number).ToList();
        foreach (var (one, next) in ordered.Zip(ordered.Skip(1)))
        {
            if (one.Number == next.Number) throw new InvalidOperationException($"{one.Name} and {next.Name} have the same number.");
        }

        await using var connection = await UnpooledConnection.OpenAsync(database, cancellation);
        // Hosts that start together wait here for the first. The lock ends with the connection, also when the host is killed.
        await ExecuteAsync(connection, "select pg_advisory_lock($1)", cancellation, Lock);
        await ExecuteAsync(
            connection,
            """
            create schema if not exists oneseal;
            create table if not exists oneseal.schema_migrations (
                number     integer primary key,
                name       text not null,
                sha256     text not null,
                applied_at timestamptz not null default clock_timestamp()
            );
            """,
            cancellation);

        var applied = await AppliedAsync(connection, cancellation);
        RequireFit(ordered, applied);
        foreach (var script in ordered.Skip(applied.Count)) await ApplyAsync(connection, script, logger, cancellation);
    }

    private static async Task<List<Applied>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select number, name, sha256 from oneseal.schema_migrations order by number", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new List<Applied>();
        while (await reader.ReadAsync(cancellation))
            applied.Add(new(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        return applied;
    }

    /// <summary>What was applied must be exactly the beginning of what the program has.</summary>
    private static void RequireFit(List<MigrationScript> scripts, List<Applied> applied)
    {
        if (applied.Count == 0) return;
        var last = applied[^1];
        if (scripts.Count == 0 || last.Number > scripts[^1].Number)
            throw new DatabaseStartupException("newer-than-program", ("applied", last.Name), ("known", scripts.LastOrDefault()?.Name));
        foreach (var one in applied)
        {
            var script = scripts.Find(s => s.Number == one.Number)
                ?? throw new DatabaseStartupException("migration-unknown", ("script", one.Name));
            if (script.Sha256 != one.Sha256) throw new DatabaseStartupException("migration-changed", ("script", script.Name));
        }

        if (scripts.Take(applied.Count).FirstOrDefault(s => applied.TrueForAll(a => a.Number != s.Number)) is { } late)
            throw new DatabaseStartupException("migration-late", ("script", late.Name), ("applied", last.Name));
    }

    private static async Task ApplyAsync(
        NpgsqlConnection connection, MigrationScript script, ILogger logger, CancellationToken cancellation)
    {
        var since = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await ExecuteAsync(connection, script.Sql, cancellation);
            await ExecuteAsync(
                connection,
                "insert into oneseal.schema_migrations (number, name, sha256) values ($1, $2, $3)",
                cancellation,
                script.Number,
                script.Name,
                script.Sha256);
            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException e)
        {
            throw new DatabaseStartupException("migration-failed", e, ("script", script.Name), ("reason", e.MessageText));
        }

        logger.LogInformation("{Script} applied in {Elapsed}.", script.Name, Stopwatch.GetElapsedTime(since));
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
