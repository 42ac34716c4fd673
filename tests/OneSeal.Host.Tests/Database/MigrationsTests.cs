using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OneSeal.Host.Database;

namespace OneSeal.Host.Tests.Database;

[Collection(PostgresFixture.Collection)]
public sealed class MigrationsTests(PostgresFixture postgres)
{
    private static readonly MigrationScript Halls = new("0001_halls.sql", "create table halls (name text); insert into halls values ('大厅')");
    private static readonly MigrationScript Windows = new("0002_windows.sql", "alter table halls add windows integer");

    [Fact]
    public async Task Every_script_is_applied_once_in_the_order_of_its_number()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();

        await MigrateAsync(database, Windows, Halls);
        await MigrateAsync(database, Windows, Halls);

        (await AskAsync(database, "select string_agg(name, ' ' order by applied_at) from oneseal.schema_migrations"))
            .ShouldBe("0001_halls.sql 0002_windows.sql");
        (await AskAsync(database, "select count(*)::text from halls")).ShouldBe("1");
    }

    [Fact]
    public async Task Hosts_that_start_at_once_apply_each_script_once()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        var slow = Halls with { Sql = Halls.Sql + "; select pg_sleep(0.2)" };

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MigrateAsync(database, slow, Windows)));

        (await AskAsync(database, "select count(*)::text from halls")).ShouldBe("1");
        (await AskAsync(database, "select count(*)::text from pg_locks where locktype = 'advisory'")).ShouldBe("0");
    }

    [Fact]
    public async Task A_script_changed_after_it_was_applied_is_refused_by_name()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        await MigrateAsync(database, Halls, Windows);

        var failure = await RefusedAsync(database, new("0001_halls.sql", Halls.Sql + " "), Windows);

        failure.Code.ShouldBe("migration-changed");
        failure.Message.ShouldContain("0001_halls.sql");
    }

    [Fact]
    public async Task Other_line_ends_are_no_change()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        await MigrateAsync(database, new MigrationScript("0001_lines.sql", "select 1;\nselect 2;\n"));

        await MigrateAsync(database, new MigrationScript("0001_lines.sql", "select 1;\r\nselect 2;\r\n"));
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        await MigrateAsync(database, Halls, Windows);

        (await RefusedAsync(database, Halls)).Code.ShouldBe("newer-than-program");
    }

    [Fact]
    public async Task A_script_that_comes_too_late_or_went_away_is_refused()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        await MigrateAsync(database, Windows with { Name = "0001_nothing.sql", Sql = "select 1" }, new("0003_x.sql", "select 1"));

        (await RefusedAsync(database, new("0001_nothing.sql", "select 1"), new("0002_late.sql", "select 1"), new("0003_x.sql", "select 1")))
            .Code.ShouldBe("migration-late");
        (await RefusedAsync(database, new MigrationScript("0003_x.sql", "select 1"))).Code.ShouldBe("migration-unknown");
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_behind_and_can_be_tried_again()
    {
        await using var database = await postgres.CreateEmptyDatabaseAsync();
        var broken = new MigrationScript("0002_broken.sql", "create table half (); select 1 / 0");

        var failure = await RefusedAsync(database, Halls, broken);

        failure.Code.ShouldBe("migration-failed");
        failure.Message.ShouldContain("0002_broken.sql");
        (await AskAsync(database, "select count(*)::text from pg_tables where tablename = 'half'")).ShouldBe("0");
        await MigrateAsync(database, Halls, Windows);
    }

    [Fact]
    public async Task A_test_gets_a_migrated_database_of_its_own_quickly()
    {
        await using (await postgres.CreateDatabaseAsync())
        {
        }

        var since = Stopwatch.GetTimestamp();
        await using var database = await postgres.CreateDatabaseAsync();
        Stopwatch.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(5));

        (await AskAsync(database, "select count(*)::text from oneseal.schema_migrations"))
            .ShouldBe($"{MigrationScript.OfThisProgram.Count}");
    }

    [Fact]
    public void The_programs_scripts_are_built_in_and_numbered_without_a_gap() =>
        MigrationScript.OfThisProgram.Select(s => s.Number).Order().ShouldBe(Enumerable.Range(1, MigrationScript.OfThisProgram.Count));

    private static Task MigrateAsync(NpgsqlDataSource database, params MigrationScript[] scripts) =>
        Migrations.MigrateAsync(database, scripts, NullLogger.Instance, CancellationToken.None);

    private static Task<DatabaseStartupException> RefusedAsync(NpgsqlDataSource database, params MigrationScript[] scripts) =>
        Should.ThrowAsync<DatabaseStartupException>(() => MigrateAsync(database, scripts));

    private static async Task<string> AskAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString() ?? "";
    }
}
