using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Hall;
using OneSeal.Host.Tests.Live;
using DistrictHall = OneSeal.Host.Tests.Hall.Hall;

namespace OneSeal.Host.Tests.People;

/// <summary>人员管理 over HTTP, with cookies, tokens and a real database.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class People_in_the_hall(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Own = "zhou-2026-chuangkou";

    private NpgsqlDataSource _database = null!;
    private DistrictHall _hall = null!;
    private Caller _admin = null!;

    public async Task InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _hall = await DistrictHall.OpenAsync(_database);
        _admin = await _hall.SignInAsync("admin");
    }

    public async Task DisposeAsync()
    {
        await _hall.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_new_signs_in_with_a_password_good_for_one_thing_only()
    {
        var (id, once) = await OpenAsync("zhou");

        var person = await TokenAsync("zhou", once);
        (await person.GetAsync("/api/me")).Succeeded()["mustChangePassword"].ShouldBe("True");
        (await person.GetAsync("/api/tasks")).WasRefused(403, "password-must-change");
        (await person.PostAsync("/api/cases", new { })).WasRefused(403, "password-must-change");
        // Where anyone may ask he is a stranger.
        (await person.GetAsync("/api/items?region=370390")).Succeeded();

        (await ChangeAsync(person, "wrong-2026-wrong", Own)).WasRefused(422, "old-password-wrong", "oldPassword");
        (await ChangeAsync(person, once, "short1")).WasRefused(422, "password-too-weak", "newPassword");
        (await ChangeAsync(person, once, once)).WasRefused(422, "password-unchanged", "newPassword");
        var renewed = (await ChangeAsync(person, once, Own)).Succeeded();

        var atWork = With(renewed["accessToken"]);
        (await atWork.GetAsync("/api/me")).Succeeded()["mustChangePassword"].ShouldBe("False");
        (await atWork.GetAsync("/api/tasks")).Succeeded();
        (await person.GetAsync("/api/me")).WasRefused(401, "not-signed-in");
        (await SignInAsync("zhou", once)).WasRefused(401, "sign-in-failed");
        var shown = (await _admin.GetAsync($"/api/people/{id}")).Succeeded().Json;
        shown.GetProperty("person").GetProperty("mustChangePassword").GetBoolean().ShouldBeFalse();
        shown.GetProperty("history").EnumerateArray().Select(h => $"{h.GetProperty("event")} {h.GetProperty("by").GetProperty("name")}")
            .ShouldBe(["person-opened admin某", "person-password-changed 周某"]);
    }

    [Fact]
    public async Task A_browser_stays_signed_in_when_its_password_is_changed_and_every_other_does_not()
    {
        var (_, once) = await OpenAsync("zhou");
        using var browser = await BrowserAsync("zhou", once);
        using var other = await BrowserAsync("zhou", once);

        var changed = await browser.PostAsJsonAsync("/api/me/password", new { oldPassword = once, newPassword = Own });

        ((int)changed.StatusCode).ShouldBe(204);
        ((int)(await browser.GetAsync("/api/tasks")).StatusCode).ShouldBe(200);
        ((int)(await other.GetAsync("/api/me")).StatusCode).ShouldBe(401);
    }

    [Fact]
    public async Task The_one_time_password_stands_nowhere_and_is_told_once()
    {
        var request = new { userName = "zhou", name = "周某", post = "综合窗口", organisation = DistrictHall.Bureau.Code, roles = new[] { "window" } };
        var first = (await _admin.PostAsync("/api/people", request, key: "k1")).Succeeded();
        var again = (await _admin.PostAsync("/api/people", request, key: "k1")).Succeeded();

        var password = first["oneTimePassword"];
        again.Json.GetProperty("person").GetProperty("id").GetString().ShouldBe(first.Json.GetProperty("person").GetProperty("id").GetString());
        (again.Json.TryGetProperty("oneTimePassword", out var repeated) ? repeated.GetString() : null).ShouldBeNull();
        foreach (var table in new[] { "events", "snapshots", "commands", "accounts", "deliveries" })
        {
            var holds = await WhatMustAgree.ColumnAsync(_database, $"select 'x' from oneseal.{table} t where t::text like '%' || $1 || '%'", password);
            holds.ShouldBeEmpty(table);
        }

        var hash = (await WhatMustAgree.ColumnAsync(_database, "select password_hash from oneseal.accounts where user_name = 'zhou'")).Single();
        (await WhatMustAgree.ColumnAsync(_database, "select 'x' from oneseal.events e where e::text like '%' || $1 || '%'", hash)).ShouldBeEmpty();
        (await SignInAsync("zhou", password)).Succeeded();
    }

    [Fact]
    public async Task A_locked_person_is_out_at_once_and_back_when_unlocked()
    {
        var (id, program) = await AtWorkAsync("zhou");
        using var browser = await BrowserAsync("zhou", Own);
        var tokens = (await SignInAsync("zhou", Own)).Succeeded();
        ((int)(await browser.GetAsync("/api/tasks")).StatusCode).ShouldBe(200);
        await using var line = await Listener.ConnectAsync(program);

        (await _admin.PostAsync($"/api/people/{id}/lock", new { reason = "离岗" })).Succeeded()["lockedBecause"].ShouldBe("离岗");

        (await program.GetAsync("/api/tasks")).WasRefused(401, "not-signed-in");
        ((int)(await browser.GetAsync("/api/tasks")).StatusCode).ShouldBe(401);
        (await _hall.Anybody().PostAsync("/api/sign-in/refresh", new { refreshToken = tokens["refreshToken"] })).WasRefused(401, "not-signed-in");
        (await SignInAsync("zhou", Own)).WasRefused(403, "person-locked");
        (await SignInAsync("zhou", "wrong-2026-wrong")).WasRefused(401, "sign-in-failed");
        await Eventually.Async(() =>
        {
            line.State.ShouldBe(HubConnectionState.Disconnected);
            return Task.CompletedTask;
        });

        (await _admin.PostAsync($"/api/people/{id}/unlock", new { reason = "返岗" })).Succeeded();

        (await SignInAsync("zhou", Own)).Succeeded();
        // What was given before the lock stays void.
        (await program.GetAsync("/api/tasks")).WasRefused(401, "not-signed-in");
    }

    [Fact]
    public async Task Other_roles_hold_at_once_and_another_title_signs_nobody_out()
    {
        var (id, program) = await AtWorkAsync("zhou");

        var post = new { post = "首席窗口", organisation = DistrictHall.Bureau.Code, roles = new[] { "window" }, reason = "晋升" };
        (await _admin.PutAsync($"/api/people/{id}/post", post)).Succeeded()["post"].ShouldBe("首席窗口");
        (await program.GetAsync("/api/tasks")).Succeeded();

        var moved = new { post = "监管联络员", organisation = DistrictHall.Health.Code, roles = new[] { "departmentOfficer" }, reason = "调动" };
        (await _admin.PutAsync($"/api/people/{id}/post", moved)).Succeeded();
        (await program.GetAsync("/api/tasks")).WasRefused(401, "not-signed-in");
        var me = (await (await TokenAsync("zhou", Own)).GetAsync("/api/me")).Succeeded().Json;
        me.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ShouldBe(["departmentOfficer"]);
        me.GetProperty("organisation").GetProperty("code").GetString().ShouldBe(DistrictHall.Health.Code);
    }

    [Fact]
    public async Task A_forgotten_password_is_reset_and_ends_the_lock_of_wrong_ones()
    {
        var (id, program) = await AtWorkAsync("zhou");
        for (var i = 0; i < 5; i++) await SignInAsync("zhou", "wrong-2026-wrong");
        (await SignInAsync("zhou", Own)).WasRefused(403, "account-locked");

        var reset = (await _admin.PostAsync($"/api/people/{id}/reset-password", new { reason = "忘记密码" })).Succeeded();

        (await program.GetAsync("/api/tasks")).WasRefused(401, "not-signed-in");
        (await SignInAsync("zhou", Own)).WasRefused(401, "sign-in-failed");
        (await (await TokenAsync("zhou", reset["oneTimePassword"])).GetAsync("/api/me")).Succeeded()["mustChangePassword"].ShouldBe("True");
    }

    [Fact]
    public async Task People_are_found_by_name_organisation_role_and_lock_page_by_page()
    {
        var (id, _) = await OpenAsync("zhou");
        (await _admin.PostAsync($"/api/people/{id}/lock", new { reason = "离岗" })).Succeeded();

        (await NamesAsync("")).Count.ShouldBe(13);
        (await NamesAsync("?q=周")).ShouldBe(["zhou"]);
        (await NamesAsync("?q=WINDOW")).ShouldBe(["health-window", "window", "window2"]);
        (await NamesAsync("?locked=true")).ShouldBe(["zhou"]);
        (await NamesAsync("?locked=false&role=window")).ShouldBe(["all-in-one", "health-window", "window", "window2"]);
        (await NamesAsync($"?organisation={DistrictHall.Health.Code}")).ShouldBe(["health-officer", "health-window"]);
        (await _admin.GetAsync("/api/people?role=queen")).WasRefused(400, "role-unknown", "role");
        var first = (await _admin.GetAsync("/api/people?limit=5")).Succeeded();
        var second = (await _admin.GetAsync($"/api/people?limit=5&after={first["next"]}")).Succeeded();
        var names = Names(first).Concat(Names(second)).ToArray();
        names.Length.ShouldBe(10);
        names.ShouldBe((await NamesAsync("")).Take(10));

        var organisations = (await _admin.GetAsync("/api/organisations")).Succeeded().Json.EnumerateArray().ToArray();
        organisations[0].GetProperty("name").GetString().ShouldBe(DistrictHall.Bureau.Name);
        organisations.ShouldContain(o => o.GetProperty("code").GetString() == DistrictHall.Health.Code);
    }

    [Fact]
    public async Task Only_an_administrator_of_the_bureau_looks_after_people_and_only_his_region_s()
    {
        (await (await _hall.SignInAsync("decider")).GetAsync("/api/people")).WasRefused(403, "not-allowed");
        await _hall.AddAccountAsync("health-admin", DistrictHall.Health, Role.Administrator);
        (await (await _hall.SignInAsync("health-admin")).GetAsync("/api/people")).WasRefused(403, "bureau-only");
        (await _admin.GetAsync($"/api/people/{Guid.NewGuid()}")).WasRefused(404, "person-unknown");
        (await _admin.PostAsync($"/api/people/{Guid.NewGuid()}/lock", new { reason = "离岗" })).WasRefused(404, "person-unknown");

        await AccountSetup.EnsureAsync(
            _hall.Services, TimeProvider.System.GetUtcNow(),
            [new NewAccount("far", DistrictHall.Password, "远某", "370305", DistrictHall.Bureau, [Role.Window]) { Id = new("00000000-0000-0000-0000-000000000077") }]);
        (await _admin.GetAsync("/api/people/00000000-0000-0000-0000-000000000077")).WasRefused(404, "person-unknown");
        (await NamesAsync("?q=far")).ShouldBeEmpty();
        // A user name is one person's in the whole installation.
        (await OpenAnswerAsync("far")).WasRefused(409, "user-name-taken", "userName");
    }

    [Fact]
    public async Task Two_administrators_who_lock_each_other_leave_one()
    {
        await _hall.AddAccountAsync("admin2", DistrictHall.Bureau, Role.Administrator);
        var (one, two) = (_admin, await _hall.SignInAsync("admin2"));
        var (idOfOne, idOfTwo) = (await IdAsync("admin"), await IdAsync("admin2"));

        await Task.WhenAll(
            one.PostAsync($"/api/people/{idOfTwo}/lock", new { reason = "离岗" }), two.PostAsync($"/api/people/{idOfOne}/lock", new { reason = "离岗" }));

        (await WhatMustAgree.ColumnAsync(
            _database, "select user_name from oneseal.accounts where user_name in ('admin', 'admin2') and locked_at is null"))
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_who_are_given_one_user_name_at_once_are_told_apart()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAnswerAsync("zhou")));

        answers.Count(a => a.Status == 200).ShouldBe(1);
        foreach (var answer in answers.Where(a => a.Status != 200)) answer.WasRefused(409, "user-name-taken", "userName");
    }

    [Fact]
    public async Task A_rebuild_keeps_everybody_able_to_sign_in()
    {
        var (id, program) = await AtWorkAsync("zhou");
        var (locked, once) = await OpenAsync("wu");
        (await _admin.PostAsync($"/api/people/{locked}/lock", new { reason = "离岗" })).Succeeded();
        const string Dump =
            """
            select row(id, user_name, normalized_user_name, display_name, region, post, organisation, organisation_code, password_hash,
              security_stamp, locked_at, must_change_password,
              array(select role_id from oneseal.account_roles where account_id = a.id order by 1))::text
            from oneseal.accounts a order by id
            """;
        var before = await WhatMustAgree.ColumnAsync(_database, Dump);
        await WhatMustAgree.ColumnAsync(_database, "delete from oneseal.account_roles");

        await JournalRebuild.RunAsync(_database, StreamKinds.All, CancellationToken.None);

        (await WhatMustAgree.ColumnAsync(_database, Dump)).ShouldBe(before);
        (await program.GetAsync("/api/tasks")).Succeeded();
        (await SignInAsync("admin", DistrictHall.Password)).Succeeded();
        (await SignInAsync("wu", once)).WasRefused(403, "person-locked");
        (await _admin.GetAsync($"/api/people/{id}")).Succeeded();
        await _admin.JournalIsWholeAsync();
    }

    private async Task<(string Id, string OneTimePassword)> OpenAsync(string userName)
    {
        var opened = (await OpenAnswerAsync(userName)).Succeeded();
        return (opened.Json.GetProperty("person").GetProperty("id").GetString()!, opened["oneTimePassword"]);
    }

    private Task<Answer> OpenAnswerAsync(string userName) => _admin.PostAsync(
        "/api/people", new { userName, name = "周某", post = "综合窗口", organisation = DistrictHall.Bureau.Code, roles = new[] { "window" } });

    /// <summary>Somebody new who has set his own password.</summary>
    private async Task<(string Id, Caller Person)> AtWorkAsync(string userName)
    {
        var (id, once) = await OpenAsync(userName);
        var changed = (await ChangeAsync(await TokenAsync(userName, once), once, Own)).Succeeded();
        return (id, With(changed["accessToken"]));
    }

    private static Task<Answer> ChangeAsync(Caller person, string oldPassword, string newPassword) =>
        person.PostAsync("/api/me/password", new { oldPassword, newPassword });

    private Task<Answer> SignInAsync(string userName, string password) =>
        _hall.Anybody().PostAsync("/api/sign-in", new { userName, password, kind = "token" });

    private async Task<Caller> TokenAsync(string userName, string password) =>
        With((await SignInAsync(userName, password)).Succeeded()["accessToken"]);

    private Caller With(string token)
    {
        var caller = _hall.Anybody();
        caller.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return caller;
    }

    private async Task<HttpClient> BrowserAsync(string userName, string password)
    {
        var http = new HttpClient { BaseAddress = _hall.Anybody().Http.BaseAddress };
        http.DefaultRequestHeaders.Add(UnprovenRequest.Header, "OneSeal");
        ((int)(await http.PostAsJsonAsync("/api/sign-in", new { userName, password, kind = "cookie" })).StatusCode).ShouldBe(204);
        return http;
    }

    private async Task<string> IdAsync(string userName) =>
        (await WhatMustAgree.ColumnAsync(_database, "select id::text from oneseal.accounts where user_name = $1", userName)).Single();

    private async Task<IReadOnlyList<string>> NamesAsync(string query) => Names((await _admin.GetAsync("/api/people" + query)).Succeeded());

    private static IReadOnlyList<string> Names(Answer answer) =>
        [.. answer.Json.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("userName").GetString()!)];
}
