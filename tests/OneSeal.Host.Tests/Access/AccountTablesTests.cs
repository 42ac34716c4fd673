using Microsoft.EntityFrameworkCore;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Access;

/// <summary>The SQL script and the model that EF works with are written apart; these hold them together.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class AccountTablesTests(PostgresFixture postgres)
{
    private const string Shape = """
        select 'column ' || table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '')
               || case when is_nullable = 'NO' then ' not null' else '' end || case when is_identity = 'YES' then ' identity' else '' end
        from information_schema.columns where table_schema = 'oneseal' and table_name = any($1)
        union all
        select 'key ' || relname || ' ' || replace(pg_get_constraintdef(c.oid), 'oneseal.', '')
        from pg_constraint c join pg_class t on t.oid = conrelid
        where contype in ('p', 'f') and relnamespace = 'oneseal'::regnamespace and relname = any($1)
        union all
        select 'index ' || relname || case when indisunique then ' unique ' else ' ' end
               || (select string_agg(pg_get_indexdef(indexrelid, k, true), ', ' order by k) from generate_series(1, indnkeyatts) k)
        from pg_index join pg_class t on t.oid = indrelid
        where relnamespace = 'oneseal'::regnamespace and relname = any($1)
        order by 1
        """;

    [Fact]
    public async Task The_script_makes_the_tables_that_the_model_expects()
    {
        await using var scripted = await postgres.CreateDatabaseAsync();
        await using var modelled = await postgres.CreateEmptyDatabaseAsync();
        await using var accounts = new AccountsContext(new DbContextOptionsBuilder<AccountsContext>().UseNpgsql(modelled).Options);
        await using (var create = modelled.CreateCommand(accounts.Database.GenerateCreateScript())) await create.ExecuteNonQueryAsync();
        var tables = accounts.Model.GetEntityTypes().Select(e => e.GetTableName()!).ToArray();

        var expected = await ShapeOfAsync(modelled, tables);

        expected.ShouldContain(line => line.StartsWith("index accounts unique", StringComparison.Ordinal));
        (await ShapeOfAsync(scripted, tables)).ShouldBe(expected);
    }

    [Fact]
    public async Task The_roles_in_the_database_are_those_an_account_can_hold()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var command = database.CreateCommand("select name from oneseal.roles where normalized_name = upper(name)");
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));

        names.ShouldBe(Roles.OfAccounts.Select(r => r.ToString()), ignoreOrder: true);
    }

    private static async Task<List<string>> ShapeOfAsync(NpgsqlDataSource database, string[] tables)
    {
        await using var command = database.CreateCommand(Shape);
        command.Parameters.Add(new() { Value = tables });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }
}
