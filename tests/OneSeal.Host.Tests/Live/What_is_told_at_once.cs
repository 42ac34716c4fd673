using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR.Client;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Hall;
using TheHall = OneSeal.Host.Tests.Hall.Hall;

namespace OneSeal.Host.Tests.Live;

[Collection(PostgresFixture.Collection)]
public sealed class What_is_told_at_once(PostgresFixture postgres)
{
    [Fact]
    public async Task The_second_person_on_a_case_sees_who_is_there_and_hears_what_he_does()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await OpenAsync(database);
        var (window, window2) = (await hall.SignInAsync("window"), await hall.SignInAsync("window2"));
        var id = (await window.PostAsync("/api/cases", Hygiene.Draft())).Succeeded()["id"];
        await using var first = await Listener.ConnectAsync(window);
        await using var second = await Listener.ConnectAsync(window2);

        (await first.WatchAsync("case", id)).ShouldBe("");
        await Eventually.Async(() => Heard(() => first.Present.ShouldBe(["window某"])));
        (await second.WatchAsync("case", id)).ShouldBe("");
        await Eventually.Async(() => Heard(() => second.Present.ShouldBe(["window某", "window2某"])));
        await Eventually.Async(() => Heard(() => first.Present.ShouldBe(["window某", "window2某"])));

        var filed = VersionOf((await window.PostAsync($"/api/cases/{id}/file")).Succeeded());
        await Eventually.Async(() => Heard(() => second.Versions("case", id).ShouldContain(v => v >= filed)));

        // Who leaves is seen to leave, whether he says so or just goes; and hears no more.
        await second.UnwatchAsync("case", id);
        await Eventually.Async(() => Heard(() => first.Present.ShouldBe(["window某"])));
        (await second.WatchAsync("case", id)).ShouldBe("");
        await first.DisposeAsync();
        await Eventually.Async(() => Heard(() => second.Present.ShouldBe(["window2某"])));
        await second.UnwatchAsync("case", id);
        second.Forget();
        await using var third = await Listener.ConnectAsync(window);
        await third.WatchAsync("case", id);
        var accepted = VersionOf((await window.PostAsync($"/api/cases/{id}/accept")).Succeeded());
        await Eventually.Async(() => Heard(() => third.Versions("case", id).ShouldContain(v => v >= accepted)));
        second.Versions("case", id).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_can_watch_only_what_he_may_read()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await OpenAsync(database);
        var licence = (await hall.IssueALicenceAsync()).Licence;
        var window = await hall.SignInAsync("window");
        var atTheWindow = await ReformStory.FileAsync(window);
        await using var applicant = await Listener.ConnectAsync(await hall.SignInAsync("applicant"));
        await using var stranger = await Listener.ConnectAsync(await hall.SignInAsync("transport-officer"));
        await using var clerk = await Listener.ConnectAsync(window);
        var own = (await (await hall.SignInAsync("applicant")).PostAsync("/api/cases", Online())).Succeeded()["id"];
        await using var other = await Listener.ConnectAsync(await hall.SignInAsync("applicant2"));

        (await applicant.WatchAsync("case", own)).ShouldBe("");
        (await other.WatchAsync("case", own)).ShouldBe("case-unknown");
        (await applicant.WatchAsync("case", atTheWindow)).ShouldBe("case-unknown");
        (await applicant.WatchAsync("licence", licence)).ShouldBe("licence-unknown");
        (await applicant.WatchAsync("memorandum", "health-1")).ShouldBe("not-allowed");
        (await stranger.WatchAsync("case", atTheWindow)).ShouldBe("case-unknown");
        (await clerk.WatchAsync("case", own)).ShouldBe("case-unknown", "still being written at home");
        (await clerk.WatchAsync("push", "x")).ShouldBe("not-allowed");
        (await clerk.WatchAsync("licence", licence)).ShouldBe("");
        (await clerk.WatchAsync("memorandum", "health-1")).ShouldBe("");
        (await clerk.WatchAsync("connection", "x")).ShouldBe("watch-kind-unknown");
        (await clerk.WatchAsync("case", "\0")).ShouldBe("watch-unknown");

        // An applicant hears of his case, and never who works on it.
        (await (await hall.SignInAsync("applicant")).PostAsync($"/api/cases/{own}/file")).Succeeded();
        (await clerk.WatchAsync("case", own)).ShouldBe("");
        var accepted = VersionOf((await window.PostAsync($"/api/cases/{own}/accept")).Succeeded());
        await Eventually.Async(() => Heard(() => applicant.Versions("case", own).ShouldContain(v => v >= accepted)));
        applicant.Of("present").ShouldBeEmpty();
        other.Of("changed").ShouldBeEmpty();
        stranger.Of("changed").ShouldAllBe(c => c.GetProperty("kind").GetString() != "case" || c.GetProperty("id").ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_work_list_is_told_to_its_organisation_alone()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await OpenAsync(database);
        var window = await hall.SignInAsync("window");
        await using var bureau = await Listener.ConnectAsync(await hall.SignInAsync("decider"));
        await using var health = await Listener.ConnectAsync(await hall.SignInAsync("health-officer"));
        await using var transport = await Listener.ConnectAsync(await hall.SignInAsync("transport-officer"));
        await using var applicant = await Listener.ConnectAsync(await hall.SignInAsync("applicant"));

        var id = await ReformStory.FileAsync(window);
        await Eventually.Async(() => Heard(() => bureau.Of("tasks").ShouldNotBeEmpty()));
        await Eventually.Async(() => Heard(() => bureau.HeardOfList("case").ShouldBeTrue()));
        health.Of("tasks").ShouldBeEmpty();
        // The department surveys the site: its list moves with the acceptance.
        (await window.PostAsync($"/api/cases/{id}/accept")).Succeeded();
        await Eventually.Async(() => Heard(() => health.Of("tasks").ShouldNotBeEmpty()));
        health.Of("tasks")[0].GetProperty("organisation").GetString().ShouldBe(TheHall.Health.Code);
        transport.Of("tasks").ShouldBeEmpty();
        applicant.Of("tasks").ShouldBeEmpty();
        applicant.Of("changed").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_lists_of_all_staff_show_is_told_to_them()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await OpenAsync(database);
        await using var officer = await Listener.ConnectAsync(await hall.SignInAsync("transport-officer"));
        var admin = await hall.SignInAsync("admin");

        (await admin.PostAsync("/api/modules/Health/disable", new { reason = "例行维护" })).Succeeded();
        await Eventually.Async(() => Heard(() => officer.Of("changed").ShouldContain(c =>
            c.GetProperty("kind").GetString() == "module" && c.GetProperty("id").GetString() == "Health")));
        (await admin.PutAsync("/api/seals/second", new { name = "行政审批专用章（2）", organisation = TheHall.Bureau })).Succeeded();
        await Eventually.Async(() => Heard(() => officer.Versions("seal", "second").ShouldBe([1])));
    }

    [Fact]
    public async Task What_happens_at_one_host_is_heard_at_another()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var here = await OpenAsync(database);
        await using var there = await TheHall.OpenAsync(database);
        var window = await here.SignInAsync("window");
        var id = (await window.PostAsync("/api/cases", Hygiene.Draft())).Succeeded()["id"];
        await using var first = await Listener.ConnectAsync(window);
        (await first.WatchAsync("case", id)).ShouldBe("");
        await using var second = await Listener.ConnectAsync(await there.SignInAsync("window2"));

        (await second.WatchAsync("case", id)).ShouldBe("");
        await Eventually.Async(() => Heard(() => second.Present.ShouldBe(["window某", "window2某"])));
        await Eventually.Async(() => Heard(() => first.Present.ShouldBe(["window某", "window2某"])));
        var filed = VersionOf((await window.PostAsync($"/api/cases/{id}/file")).Succeeded());
        await Eventually.Async(() => Heard(() => second.Versions("case", id).ShouldContain(v => v >= filed)));
        await Eventually.Async(() => Heard(() => second.Of("tasks").ShouldNotBeEmpty()));
        await first.DisposeAsync();
        await Eventually.Async(() => Heard(() => second.Present.ShouldBe(["window2某"])));

        // A host that comes later asks who is there.
        await using var late = await TheHall.OpenAsync(database);
        await using var third = await Listener.ConnectAsync(await late.SignInAsync("reviewer"));
        (await third.WatchAsync("case", id)).ShouldBe("");
        await Eventually.Async(() => Heard(() => third.Present.ShouldBe(["window2某", "reviewer某"])));
    }

    [Fact]
    public async Task When_the_line_has_gone_no_command_is_lost()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await OpenAsync(database);
        var window = await hall.SignInAsync("window");
        await using (var gone = await Listener.ConnectAsync(window)) await gone.WatchAsync("memorandum", "health-1");
        await using (var ends = database.CreateCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen oneseal_live'"))
            (await ends.ExecuteScalarAsync()).ShouldBe(true);

        var id = await ReformStory.FileAsync(window);

        (await window.GetAsync($"/api/cases/{id}")).Succeeded();
        await using var back = await Listener.ConnectAsync(window);
        (await back.WatchAsync("case", id)).ShouldBe("");
        var accepted = VersionOf((await window.PostAsync($"/api/cases/{id}/accept")).Succeeded());
        await Eventually.Async(() => Heard(() => back.Versions("case", id).ShouldContain(v => v >= accepted)));
        // Between hosts it comes back by itself.
        await Eventually.Async(async () =>
        {
            await using var listening = database.CreateCommand(
                "select count(*) from pg_stat_activity where datname = current_database() and query = 'listen oneseal_live'");
            (await listening.ExecuteScalarAsync()).ShouldBe(1L);
        });
    }

    [Fact]
    public async Task A_strangers_page_and_whoever_is_not_signed_in_hear_nothing()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await TheHall.OpenAsync(database, "--PublicAddress", "https://spj.example.cn/");
        var caller = await hall.SignInAsync("window");
        var address = caller.Http.BaseAddress!;

        (await hall.Anybody().PostAsync("/api/live/negotiate?negotiateVersion=1")).WasRefused(401, "not-signed-in");
        (await ConnectAsync($"http://{address.Authority}")).ShouldBe(HttpStatusCode.SwitchingProtocols);
        (await ConnectAsync("https://spj.example.cn")).ShouldBe(HttpStatusCode.SwitchingProtocols);
        (await ConnectAsync(null)).ShouldBe(HttpStatusCode.SwitchingProtocols);
        foreach (var foreign in new[] { "https://example.com", $"http://{address.Host}:1", "null", "https://spj.example.cn.example.com" })
            (await ConnectAsync(foreign)).ShouldBe(HttpStatusCode.Forbidden, foreign);

        async Task<HttpStatusCode> ConnectAsync(string? origin)
        {
            using var socket = new ClientWebSocket();
            socket.Options.CollectHttpResponseDetails = true;
            socket.Options.SetRequestHeader("Authorization", caller.Http.DefaultRequestHeaders.Authorization!.ToString());
            if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
            try
            {
                await socket.ConnectAsync(new Uri($"ws://{address.Authority}/api/live"), CancellationToken.None);
            }
            catch (WebSocketException)
            {
                // The status says why.
            }

            return socket.HttpStatusCode;
        }
    }

    [Fact]
    public async Task A_browser_needs_its_cookie_and_our_header()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await TheHall.OpenAsync(database);
        var address = hall.Anybody().Http.BaseAddress!;
        using var cookies = new HttpClientHandler();
        using var browser = new HttpClient(cookies) { BaseAddress = address };
        (await browser.PostAsJsonAsync("/api/sign-in", new { userName = "window", password = TheHall.Password, kind = "cookie" }))
            .StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await new Caller(browser).PostAsync("/api/live/negotiate?negotiateVersion=1")).WasRefused(403, "request-unproven");
        await using var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(address, "/api/live"), options =>
            {
                options.Cookies = cookies.CookieContainer;
                options.Headers["X-Requested-With"] = "oneseal";
            })
            .Build();
        await connection.StartAsync();
        var answer = await connection.InvokeAsync<System.Text.Json.JsonElement>("watch", "item", Hygiene.Item);
        answer.GetProperty("version").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_open_line_does_not_keep_the_host_from_ending()
    {
        using var folder = new TemporaryDataFolder();
        using var host = await RunningHost.StartAsync(folder.Path);
        using var http = await host.SignInAsync();
        await using var listener = await Listener.ConnectAsync(new Caller(http));
        (await listener.WatchAsync("memorandum", "x")).ShouldBe("memorandum-unknown");
        var since = Stopwatch.GetTimestamp();

        (await host.StopAsync()).ShouldBe(0);

        Stopwatch.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        await Eventually.Async(() => Heard(() => listener.State.ShouldBe(HubConnectionState.Disconnected)));
    }

    private static async Task<TheHall> OpenAsync(Npgsql.NpgsqlDataSource database)
    {
        var hall = await TheHall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        return hall;
    }

    private static object Online() => new
    {
        item = Hygiene.Item,
        channel = "online",
        applicant = Hygiene.Applicant,
        form = Hygiene.Form(),
        materials = Hygiene.Materials.Select(key => new { key, form = "paper" }).ToArray(),
    };

    private static int VersionOf(Answer answer) => answer.Json.GetProperty("version").GetInt32();

    private static Task Heard(Action expectation)
    {
        expectation();
        return Task.CompletedTask;
    }
}
