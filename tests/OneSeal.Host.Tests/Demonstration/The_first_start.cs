using Npgsql;
using OneSeal.Host.Demonstration;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Demonstration;

[Collection(PostgresFixture.Collection)]
public sealed class The_first_start(PostgresFixture postgres)
{
    private static readonly string[] Locality =
    [
        "--Locality:Region=370305", "--Locality:Name=某区", "--Locality:Bureau:Name=某区行政审批服务局", "--Locality:Bureau:Code=11370800MB28559184",
        "--Locality:Abbreviation=某", "--Locality:Government=某区人民政府", "--Locality:Court=某区人民法院",
        "--Administrator:UserName=chief", "--Administrator:Password=a-long-password-1",
    ];

    [Fact]
    public async Task On_a_configured_database_makes_no_demonstration_unless_asked()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        (await StartAsync(database)).ShouldBeFalse();
        (await StartAsync(database, "--empty", "--Demonstration=true")).ShouldBeFalse();

        (await CountAsync(database, "events")).ShouldBe(0);
    }

    [Fact]
    public async Task Takes_locality_and_administrator_from_the_settings_once()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        (await StartAsync(database, [.. Locality, "--Demonstration=true"])).ShouldBeFalse();
        (await StartAsync(database, Locality)).ShouldBeFalse();

        (await CountAsync(database, "events where stream like 'locality:%'")).ShouldBe(1);
        (await CountAsync(database, "events where type = 'person-opened'")).ShouldBe(1);
        (await CountAsync(database, "accounts where user_name = 'chief'")).ShouldBe(1);
    }

    [Fact]
    public async Task Makes_it_once_and_clears_away_what_a_start_that_was_killed_left_of_it()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await ExecuteAsync(database, "insert into oneseal.numbers (region, series, last) values ('', 'demonstration', 0)");
        await ExecuteAsync(database, "insert into oneseal.seals (region, id, name, organisation, code, status) values ('370390', 'half', '', '', '', '')");

        (await StartAsync(database, "--Demonstration=true", "--Demonstration:Until=2026-06-30")).ShouldBeTrue();
        (await CountAsync(database, "seals where id = 'half'")).ShouldBe(0);
        var events = await CountAsync(database, "events");
        events.ShouldBeGreaterThan(1000);

        (await StartAsync(database, "--Demonstration=true", "--Demonstration:Until=2026-07-31")).ShouldBeTrue();
        (await CountAsync(database, "events")).ShouldBe(events);
        (await CountAsync(database, "accounts")).ShouldBe(await CountAsync(database, "account_roles"));
        (await CountAsync(database, "events where actor->>'role' <> 'system' and not exists (select from oneseal.accounts a where a.id::text = actor->>'id')"))
            .ShouldBe(0, "everybody in the journal has an account");
    }

    private async Task<bool> StartAsync(NpgsqlDataSource database, params string[] arguments)
    {
        var command = Told.CommandOf(postgres, database, arguments);
        await using var app = HostProgram.Build(command, database);
        return await FirstStart.RunAsync(app, command, database, CancellationToken.None);
    }

    private static async Task<long> CountAsync(NpgsqlDataSource database, string from)
    {
        await using var command = database.CreateCommand("select count(*) from oneseal." + from);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
