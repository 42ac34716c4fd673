using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OneSeal.Host.Database;
using OneSeal.Host.Tests.Connections;
using OneSeal.Host.Tests.Database;
using Xunit.Abstractions;

namespace OneSeal.Host.Tests.Hall;

/// <summary>The real program in a process of its own, with its private cluster, killed in the middle of its work.</summary>
public sealed class A_killed_host(ITestOutputHelper output) : IDisposable
{
    private const int Clerks = 6;

    /// <summary>A hundred if the environment says <c>ONESEAL_LONG=1</c>.</summary>
    private static readonly int Kills = Environment.GetEnvironmentVariable("ONESEAL_LONG") == "1" ? 100 : 6;

    private static readonly string[] Settings = ["--Modules:Settings:Health:HygieneOffice", "公共卫生监督科"];

    private readonly TemporaryDataFolder _folder = new();

    [Fact]
    public async Task Comes_back_by_itself_with_everything_it_had_answered_for()
    {
        var answered = new List<string>();
        for (var life = 1; life <= 3; life++)
        {
            using var host = await RunningHost.StartAsync(_folder.Path);
            using var admin = await host.SignInAsync();
            var work = Task.Run(async () =>
            {
                for (var i = 0; ; i++)
                {
                    var id = $"seal-{life}-{i}";
                    try
                    {
                        var answer = await admin.PutAsJsonAsync($"/api/seals/{id}", new { name = "测试印章", organisation = Hall.Bureau });
                        if (answer.IsSuccessStatusCode) answered.Add(id);
                    }
                    catch (HttpRequestException)
                    {
                        return;
                    }
                }
            });
            await Task.Delay(TimeSpan.FromMilliseconds(700));
            host.Kill();
            await work;
        }

        answered.Count.ShouldBeGreaterThan(10);
        using var last = await RunningHost.StartAsync(_folder.Path);
        using var caller = await last.SignInAsync();
        foreach (var id in answered.Where((_, i) => i % 10 == 0 || i > answered.Count - 10))
        {
            // It is there, so it cannot be registered again.
            (await caller.PutAsJsonAsync($"/api/seals/{id}", new { name = "测试印章", organisation = Hall.Bureau }))
                .StatusCode.ShouldBe(System.Net.HttpStatusCode.Conflict);
        }

        (await new Caller(caller).JournalIsWholeAsync()).ShouldBeGreaterThanOrEqualTo(answered.Count);
        (await last.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Has_lost_nothing_done_nothing_twice_and_left_no_licence_half_issued()
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var cluster = await PrivateCluster.StartAsync(_folder.Path, NullLogger.Instance, CancellationToken.None);
        await using var database = DatabaseStartup.CreateDataSource(cluster.ConnectionString);
        await using var system = await StandIn.StartAsync();
        using var office = await OpenOfficeAsync(database, system);
        var work = Enumerable.Range(1, Clerks).Select(office.HandleCasesAsync).Append(office.ClaimAsync()).ToArray();
        var chance = new Random(20261122);
        // One life more than kills: the last but one ends by being asked to.
        for (var life = 1; life <= Kills + 1; life++)
        {
            using var host = await RunningHost.StartAsync(_folder.Path, Settings);
            office.TurnTo(host);
            if (life == Kills) await StopsInTimeAsync(host);
            else if (life % 2 == 0) await DiesWhileItTellsAsync(host, system, chance.Next(1, 12));
            else await DiesAfterAsync(host, TimeSpan.FromMilliseconds(chance.Next(300, 1500)));
            // Who ends before the office closes has failed.
            foreach (var ended in work.Where(w => w.IsCompleted)) await ended;
            await WhatMustAgree.CheckAsync(database, office.Promises);
            await WhatMustAgree.LetLeasesRunOutAsync(database);
        }

        using var last = await RunningHost.StartAsync(_folder.Path, Settings);
        office.TurnTo(last);
        office.Close();
        await Task.WhenAll(work);
        await Eventually.Async(async () => (await WhatMustAgree.UndeliveredAsync(database)).ShouldBeEmpty());
        await WhatMustAgree.CheckAsync(database, office.Promises);
        await EveryCaseIsThereAsync(database, office);
        await WasToldOnceAsync(database, system);
        using var admin = await last.SignInAsync();
        var events = await new Caller(admin).JournalIsWholeAsync();
        (await last.StopAsync()).ShouldBe(0);
        output.WriteLine(
            $"{Kills} kills and a stop, {office.Promises.Count} commands answered, {office.Unanswered} under way at an end, " +
            $"{office.Finished} licences, {system.Arrivals.Count} arrivals, {system.Effects.Count} effects, {events} events, " +
            $"{TimeProvider.System.GetElapsedTime(started).TotalSeconds:F0} s");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The district is told within this process; the people keep their sessions for all lives of the host.</summary>
    private static async Task<RestlessOffice> OpenOfficeAsync(NpgsqlDataSource database, StandIn system)
    {
        await Migrations.MigrateAsync(database, NullLogger.Instance, CancellationToken.None);
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var admin = await hall.SignInAsync("admin");
        (await admin.PutAsync("/api/seals/approval", new { name = "行政审批专用章", organisation = Hall.Bureau })).Succeeded();
        (await admin.PostAsync("/api/seals/approval/put-in-force", new { basis = "锦审备〔2026〕1号" })).Succeeded();
        (await admin.PostAsync("/api/connections", new { organisation = Hall.Health, url = system.Url })).Succeeded();
        system.Secret = (await admin.PostAsync($"/api/connections/{Hall.Health.Code}/keys/k1/reveal")).Succeeded()["secret"];
        return new RestlessOffice(
            await hall.SignInAsync("window"), await hall.SignInAsync("health-officer"), await hall.SignInAsync("reviewer"),
            await hall.SignInAsync("decider"), await hall.SignInAsync("sealkeeper"));
    }

    private static async Task DiesAfterAsync(RunningHost host, TimeSpan work)
    {
        await Task.Delay(work);
        host.Kill();
    }

    /// <summary>The department has done what it was told, and the host does not know it yet.</summary>
    private static async Task DiesWhileItTellsAsync(RunningHost host, StandIn system, int arrivals)
    {
        var died = new TaskCompletionSource();
        system.Takes = _ =>
        {
            if (Interlocked.Decrement(ref arrivals) == 0)
            {
                host.Kill();
                died.SetResult();
            }

            return Manner.Well;
        };
        await died.Task.WaitAsync(TimeSpan.FromSeconds(60));
        system.Takes = _ => Manner.Well;
    }

    /// <summary>Asked to stop in the middle of its work.</summary>
    private static async Task StopsInTimeAsync(RunningHost host)
    {
        await Task.Delay(TimeSpan.FromSeconds(1));
        var asked = TimeProvider.System.GetTimestamp();
        (await host.StopAsync()).ShouldBe(0);
        TimeProvider.System.GetElapsedTime(asked).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static async Task EveryCaseIsThereAsync(NpgsqlDataSource database, RestlessOffice office)
    {
        (await AskAsync("select id from oneseal.cases where stage = 'Issued'")).Count.ShouldBe(office.Finished);
        (await AskAsync("select id || ' ' || stage from oneseal.cases where stage <> 'Issued'")).ShouldBeEmpty();
        (await AskAsync("select id from oneseal.pushes where topic = 'Issued' and state <> 'Claimed'")).ShouldBeEmpty();
        (await AskAsync("select stream from oneseal.events where type = 'push-claimed'")).Count.ShouldBe(office.Finished);

        Task<IReadOnlyList<string>> AskAsync(string sql) => WhatMustAgree.ColumnAsync(database, sql);
    }

    /// <summary>The department's system did each thing once, of each case in the order in which it happened, and nothing else.</summary>
    private static async Task WasToldOnceAsync(NpgsqlDataSource database, StandIn system)
    {
        var told = await WhatMustAgree.ColumnAsync(database, "select id from oneseal.deliveries where starts_with(recipient, 'system:')");
        system.Effects.Select(e => e.Id).ShouldBe(told, ignoreOrder: true);
        foreach (var @case in system.Effects.GroupBy(e => e.Subject))
            @case.Select(e => e.Type.Split('.')[^2]).ShouldBe(["accepted", "decided", "issued"]);
        system.Unsigned.ShouldBe(0);
        system.Arrivals.Count.ShouldBeGreaterThan(system.Effects.Count, "it was killed between telling and knowing it");
    }
}
