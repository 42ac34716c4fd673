using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Hall;
using TheHall = OneSeal.Host.Tests.Hall.Hall;

namespace OneSeal.Host.Tests.Health;

[Collection(PostgresFixture.Collection)]
public sealed class What_an_administrator_sees_of_the_system(PostgresFixture postgres)
{
    [Fact]
    public async Task Is_how_it_stands()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await TheHall.OpenAsync(
            database, "--ConnectionStrings:OneSeal", postgres.ConnectionStringOf(database));
        var before = TimeProvider.System.GetUtcNow();
        await hall.HandOverAsync();
        var admin = await hall.SignInAsync("admin");
        await ExecuteAsync(database,
            """
            insert into oneseal.deliveries (region, id, stream, subject, topic, recipient, content, created_at, next_attempt, state)
            select '370390', 'test/' || n, 'case:x', 'case:x' || n, 'issued', 'hooks:nobody', '{}', now() - interval '1 hour',
              now() + interval '1 hour', case when n = 3 then 'failed' else 'waiting' end from generate_series(1, 3) n
            """);

        var system = (await admin.GetAsync("/api/system")).Succeeded().Json;

        system.GetProperty("host").GetProperty("version").GetString().ShouldBe("1.0.0");
        system.GetProperty("host").GetProperty("sdkVersion").GetString().ShouldNotBeNullOrEmpty();
        system.GetProperty("host").GetProperty("today").GetString().ShouldBe(ReformStory.Day(ReformStory.Today));
        system.GetProperty("host").GetProperty("startedAt").GetDateTimeOffset().ShouldBeLessThan(before);
        system.GetProperty("database").GetProperty("version").GetString()!.ShouldStartWith("1");
        system.GetProperty("database").GetProperty("sizeBytes").GetInt64().ShouldBeGreaterThan(1_000_000);
        system.GetProperty("database").GetProperty("isPrivate").GetBoolean().ShouldBeFalse();
        system.GetProperty("disk").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var events = await CountAsync(database, "select count(*) from oneseal.events");
        system.GetProperty("journal").GetProperty("estimatedEvents").GetInt64().ShouldBe(events);
        system.GetProperty("journal").GetProperty("newestEventAt").GetDateTimeOffset().ShouldBeGreaterThan(before);
        system.GetProperty("modules").EnumerateArray().ShouldAllBe(m => m.GetProperty("statusName").GetString() == "已加载");
        var deliveries = system.GetProperty("deliveries");
        deliveries.GetProperty("waiting").GetInt64().ShouldBeGreaterThanOrEqualTo(2);
        deliveries.GetProperty("failed").GetInt64().ShouldBe(1);
        deliveries.GetProperty("oldestWaitingSeconds").GetInt64().ShouldBeInRange(3_590, 3_700);
        system.GetProperty("documents").TryGetProperty("canBePrinted", out _).ShouldBeTrue();
        var workers = system.GetProperty("workers").EnumerateArray().ToDictionary(w => w.GetProperty("name").GetString()!);
        workers.Keys.ShouldBe(["acceptance", "answers", "delays", "deliveries", "feedback", "licences", "modules", "refused", "support"]);
        workers["delays"].GetProperty("title").GetString().ShouldBe("电子监察（超时记录）");
        workers["delays"].GetProperty("lastLookAt").GetDateTimeOffset().ShouldBeGreaterThan(before.AddMinutes(-1));
        workers["delays"].GetProperty("isFailing").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_worker_that_fails_says_why()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await TheHall.OpenAsync(database);
        var admin = await hall.SignInAsync("admin");
        await ExecuteAsync(database, "alter table oneseal.receivers rename to receivers_away");

        await Eventually.Async(async () =>
        {
            var deliveries = (await admin.GetAsync("/api/system")).Succeeded().Json.GetProperty("workers").EnumerateArray()
                .Single(w => w.GetProperty("name").GetString() == "deliveries");
            deliveries.GetProperty("isFailing").GetBoolean().ShouldBeTrue();
            deliveries.GetProperty("lastError").GetString()!.ShouldContain("receivers");
        });
        await ExecuteAsync(database, "alter table oneseal.receivers_away rename to receivers");
        await Eventually.Async(async () =>
        {
            var deliveries = (await admin.GetAsync("/api/system")).Succeeded().Json.GetProperty("workers").EnumerateArray()
                .Single(w => w.GetProperty("name").GetString() == "deliveries");
            deliveries.GetProperty("isFailing").GetBoolean().ShouldBeFalse();
            deliveries.GetProperty("lastError").GetString()!.ShouldContain("receivers");
        });
    }

    [Fact]
    public async Task Is_the_bureaus_administrators_alone()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await TheHall.OpenAsync(database);
        await hall.AddAccountAsync("health-admin", TheHall.Health, OneSeal.Host.Access.Role.Administrator);

        (await (await hall.SignInAsync("window")).GetAsync("/api/system")).WasRefused(403, "not-allowed");
        (await (await hall.SignInAsync("health-admin")).GetAsync("/api/system")).WasRefused(403, "bureau-only");
    }

    private static async Task ExecuteAsync(Npgsql.NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountAsync(Npgsql.NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
