using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OneSeal.Host.Database;

namespace OneSeal.Host.Tests.Database;

[Collection(PostgresFixture.Collection)]
public sealed class DatabaseStartupTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_configured_server_is_used_and_migrated()
    {
        await using var empty = await postgres.CreateEmptyDatabaseAsync();

        await using var started = await StartAsync(("ConnectionStrings:OneSeal", postgres.ConnectionStringOf(empty)));

        await using var command = started.DataSource.CreateCommand("select count(*) from oneseal.schema_migrations");
        (await command.ExecuteScalarAsync()).ShouldBe((long)MigrationScript.OfThisProgram.Count);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named_in_one_line_without_the_password()
    {
        var failure = await Should.ThrowAsync<DatabaseStartupException>(
            () => StartAsync(("ConnectionStrings:OneSeal", "Host=127.0.0.1;Port=1;Database=hall;Username=u;Password=geheim")));

        failure.Code.ShouldBe("unreachable");
        failure.Message.ShouldContain("127.0.0.1:1");
        failure.Message.ShouldNotContain("geheim");
        failure.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task Without_a_configured_server_a_private_one_runs_under_the_data_folder()
    {
        using var folder = new TemporaryDataFolder();

        await using (var started = await StartAsync(("Data", folder.Path)))
        {
            Postmaster.Running(folder.Data).ShouldNotBeNull();
            await using var connection = await started.DataSource.OpenConnectionAsync();
        }

        Postmaster.Running(folder.Data).ShouldBeNull();
    }

    [Fact]
    public void Statements_are_prepared_unless_the_connection_string_decides_otherwise()
    {
        Settings("Host=x").MaxAutoPrepare.ShouldBe(100);
        Settings("Host=x").AutoPrepareMinUsages.ShouldBe(2);
        Settings("Host=x;Max Auto Prepare=0").MaxAutoPrepare.ShouldBe(0);

        static NpgsqlConnectionStringBuilder Settings(string connectionString)
        {
            using var source = DatabaseStartup.CreateDataSource(connectionString);
            return new(source.ConnectionString);
        }
    }

    private static Task<DatabaseStartup> StartAsync(params (string Key, string Value)[] settings) => DatabaseStartup.StartAsync(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build(),
        NullLogger.Instance,
        CancellationToken.None);
}
