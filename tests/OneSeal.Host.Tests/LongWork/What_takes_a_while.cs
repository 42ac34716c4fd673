using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OneSeal.Host.Database;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Hall;
using OneSeal.Host.Tests.Live;
using TheHall = OneSeal.Host.Tests.Hall.Hall;

namespace OneSeal.Host.Tests.LongWork;

[Collection(PostgresFixture.Collection)]
public sealed class What_takes_a_while(PostgresFixture postgres)
{
    [Fact]
    public async Task The_journal_is_verified_and_a_broken_event_found()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await TheHall.OpenAsync(database);
        await hall.HandOverAsync();
        var admin = await hall.SignInAsync("admin");

        var events = await admin.JournalIsWholeAsync();
        events.ShouldBe(await CountAsync(database, "select count(*) from oneseal.events") - 1, "the end of the verification is an event of its own");
        await ExecuteAsync(database, "update oneseal.events set at = at + interval '1 day' where stream = 'memorandum:health-1' and version = 2");
        var broken = await admin.EndedAsync((await admin.PostAsync("/api/long-work/verify-journal")).Succeeded()["id"]);

        broken.GetProperty("state").GetString().ShouldBe("done");
        broken.GetProperty("result").GetString()!.ShouldContain("memorandum:health-1 第2条");
        broken.GetProperty("startedBy").GetString().ShouldBe("admin某");
        // Both are on record, the newest first, and who started them is in the journal.
        var all = (await admin.GetAsync("/api/long-work?limit=1")).Succeeded();
        all.Json.GetProperty("items")[0].GetProperty("id").GetString().ShouldBe(broken.GetProperty("id").GetString());
        (await admin.GetAsync($"/api/long-work?limit=1&after={all["next"]}")).Succeeded().Json.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await CountAsync(database, "select count(*) from oneseal.events where type = 'long-work-started' and actor ->> 'name' = 'admin某'")).ShouldBe(2);
        (await CountAsync(database, "select count(*) from oneseal.events where type = 'long-work-ended' and data ->> 'state' = 'done'")).ShouldBe(2);
    }

    [Fact]
    public async Task Read_models_are_rebuilt_while_commands_wait()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await TheHall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var (admin, window) = (await hall.SignInAsync("admin"), await hall.SignInAsync("window"));
        var id = await ReformStory.FileAsync(window);
        await ExecuteAsync(database, "delete from oneseal.cases");
        await using var listener = await Listener.ConnectAsync(admin);
        await using var clerk = await Listener.ConnectAsync(window);
        await using var holding = await HoldAsync(database);

        var work = (await admin.PostAsync("/api/long-work/rebuild")).Succeeded();
        await Eventually.Async(async () => (await CountAsync(database,
            "select count(*) from pg_locks where not granted and mode = 'ExclusiveLock' and relation = 'oneseal.events'::regclass")).ShouldBe(1));
        (await admin.GetAsync($"/api/long-work/{work["id"]}"))["phase"].ShouldBe("locking");
        work["hint"].ShouldContain("重建期间");
        var accepting = window.PostAsync($"/api/cases/{id}/accept");
        foreach (var second in new[] { "rebuild", "verify-journal" })
            (await admin.PostAsync($"/api/long-work/{second}")).WasRefused(409, "long-work-running");
        await Task.Delay(300);
        accepting.IsCompleted.ShouldBeFalse();
        await holding.DisposeAsync();

        var ended = await admin.EndedAsync(work["id"]);
        (ended.GetProperty("state").GetString(), ended.GetProperty("phase").GetString()).ShouldBe(("done", "committing"));
        ended.GetProperty("events").GetInt64().ShouldBeGreaterThan(10);
        ended.GetProperty("estimatedEvents").GetInt64().ShouldBe(ended.GetProperty("events").GetInt64());
        (await accepting).Succeeded();
        (await CountAsync(database, "select count(*) from oneseal.cases")).ShouldBe(1);
        await Eventually.Async(() =>
        {
            listener.Of("work").ShouldContain(w => w.GetProperty("id").GetString() == work["id"]);
            return Task.CompletedTask;
        });
        clerk.Of("work").ShouldBeEmpty();
        await admin.JournalIsWholeAsync();
    }

    [Fact]
    public async Task It_can_be_called_off_from_any_host_and_nothing_has_changed()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await TheHall.OpenAsync(database);
        await using var other = await TheHall.OpenAsync(database);
        var (admin, there) = (await hall.SignInAsync("admin"), await other.SignInAsync("admin"));
        var snapshots = await CountAsync(database, "select count(*) from oneseal.snapshots");
        await using (await HoldAsync(database))
        {
            var work = (await admin.PostAsync("/api/long-work/rebuild")).Succeeded();
            (await there.PostAsync("/api/long-work/rebuild")).WasRefused(409, "long-work-running");
            (await there.PostAsync($"/api/long-work/{work["id"]}/cancel")).Succeeded()["cancelAsked"].ShouldBe("True");
            (await there.EndedAsync(work["id"])).GetProperty("state").GetString().ShouldBe("cancelled");
            (await there.PostAsync($"/api/long-work/{work["id"]}/cancel")).WasRefused(409, "long-work-over");
        }

        (await CountAsync(database, "select count(*) from oneseal.snapshots where stream not like 'long-work:%'")).ShouldBe(snapshots);
        (await there.PostAsync("/api/long-work/nobody/cancel")).WasRefused(404, "long-work-unknown");
        (await (await hall.SignInAsync("decider")).PostAsync("/api/long-work/rebuild")).WasRefused(403, "not-allowed");
    }

    [Fact]
    public async Task A_host_that_was_killed_meanwhile_says_so_when_it_is_back()
    {
        using var folder = new TemporaryDataFolder();
        await using var cluster = await PrivateCluster.StartAsync(folder.Path, NullLogger.Instance, CancellationToken.None);
        await using var database = DatabaseStartup.CreateDataSource(cluster.ConnectionString);
        string id;
        using (var host = await RunningHost.StartAsync(folder.Path))
        {
            using var admin = await host.SignInAsync();
            await using var holding = await HoldAsync(database);
            id = (await new Caller(admin).PostAsync("/api/long-work/rebuild")).Succeeded()["id"];
            host.Kill();
        }

        using var back = await RunningHost.StartAsync(folder.Path);
        using var http = await back.SignInAsync();
        var caller = new Caller(http);
        var work = await caller.EndedAsync(id);
        work.GetProperty("state").GetString().ShouldBe("interrupted");
        work.GetProperty("result").GetString()!.ShouldContain("数据没有改动");
        await caller.JournalIsWholeAsync();
        (await back.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_host_that_stops_ends_it_first()
    {
        using var folder = new TemporaryDataFolder();
        await using var cluster = await PrivateCluster.StartAsync(folder.Path, NullLogger.Instance, CancellationToken.None);
        await using var database = DatabaseStartup.CreateDataSource(cluster.ConnectionString);
        using var host = await RunningHost.StartAsync(folder.Path);
        using var admin = await host.SignInAsync();
        await using var holding = await HoldAsync(database);
        (await new Caller(admin).PostAsync("/api/long-work/rebuild")).Succeeded();

        (await host.StopAsync()).ShouldBe(0);

        await using var command = database.CreateCommand("select state from oneseal.long_work order by started_at desc limit 1");
        (await command.ExecuteScalarAsync()).ShouldBe("interrupted");
    }

    /// <summary>Somebody's command is under way, as long as this is not disposed: a rebuild waits for it.</summary>
    private static async Task<NpgsqlConnection> HoldAsync(NpgsqlDataSource database)
    {
        var connection = await UnpooledConnection.OpenAsync(database, CancellationToken.None);
        await using (var begin = new NpgsqlCommand("begin", connection)) await begin.ExecuteNonQueryAsync();
        await using (var hold = new NpgsqlCommand("lock table oneseal.events in row exclusive mode", connection)) await hold.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
