using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Access;

[Collection(PostgresFixture.Collection)]
public sealed class SignInTests(PostgresFixture postgres) : IAsyncLifetime
{
    private NpgsqlDataSource _database = null!;
    private AccessApp _app = null!;

    public async Task InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _app = await (await AccessApp.StartAsync(_database)).WithAccountAsync("wang", Role.Window, Role.Reviewer);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_browser_signs_in_and_is_known_by_its_cookie()
    {
        using var browser = await _app.BrowserAsync("wang");

        var me = await (await browser.GetAsync("/api/me")).ShouldBeOkAsync();

        me.GetProperty("name").GetString().ShouldBe("王wang");
        me.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).ShouldBe(["window", "reviewer"]);
        me.GetProperty("organisation").GetProperty("name").GetString().ShouldBe("锦源区行政审批服务局");
        me.GetProperty("region").GetString().ShouldBe("370305");
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        using var caller = _app.Caller();

        var answer = await SignInAsync(caller, "wang", AccessApp.Password, "cookie");

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldNotContain("expires=");
    }

    [Fact]
    public async Task A_program_signs_in_and_is_known_by_its_token()
    {
        using var program = await _app.ProgramAsync("wang");

        var me = await (await program.GetAsync("/api/me")).ShouldBeOkAsync();

        me.GetProperty("name").GetString().ShouldBe("王wang");
    }

    [Fact]
    public async Task The_authorization_header_goes_before_the_cookie()
    {
        using var browser = await _app.BrowserAsync("wang");
        browser.DefaultRequestHeaders.Authorization = new("Bearer", "nonsense");

        await (await browser.GetAsync("/api/me")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Theory]
    [InlineData("wang", "wrong-password")]
    [InlineData("nobody", AccessApp.Password)]
    public async Task A_wrong_name_and_a_wrong_password_are_the_same_answer(string userName, string password)
    {
        using var caller = _app.Caller();

        var answer = await SignInAsync(caller, userName, password, "token");

        var problem = await answer.ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "sign-in-failed");
        problem.GetProperty("detail").GetString().ShouldBe("用户名或密码不正确。");
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        using var caller = _app.Caller();
        for (var i = 0; i < 4; i++)
            await (await SignInAsync(caller, "wang", "wrong", "cookie"))
                .ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "sign-in-failed");

        await (await SignInAsync(caller, "wang", "wrong", "cookie")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "account-locked");

        var problem = await (await SignInAsync(caller, "wang", AccessApp.Password, "token"))
            .ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "account-locked");
        problem.GetProperty("detail").GetString()!.ShouldContain("连续 5 次");
        problem.GetProperty("lockedUntil").GetDateTimeOffset().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_get_no_more_than_five_tries()
    {
        using var caller = _app.Caller();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SignInAsync(caller, "wang", "wrong", "token")));

        answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized).ShouldBeLessThan(5);
        answers.ShouldContain(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        await (await SignInAsync(caller, "wang", AccessApp.Password, "token"))
            .ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "account-locked");
    }

    [Fact]
    public async Task Signing_in_after_some_failures_counts_them_anew()
    {
        using var caller = _app.Caller();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++) await SignInAsync(caller, "wang", "wrong", "token");
            (await SignInAsync(caller, "wang", AccessApp.Password, "token")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Signing_out_ends_the_cookie()
    {
        using var browser = await _app.BrowserAsync("wang");

        (await browser.PostAsync("/api/sign-out", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await (await browser.GetAsync("/api/me")).ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_refresh_token_gives_a_new_token_that_works()
    {
        var refreshToken = (await _app.TokenAsync("wang")).GetProperty("refreshToken").GetString();
        using var caller = _app.Caller();

        var renewed = await (await caller.PostAsJsonAsync("/api/sign-in/refresh", new { refreshToken })).ShouldBeOkAsync();

        using var program = _app.CallerWith(renewed.GetProperty("accessToken").GetString()!);
        await (await program.GetAsync("/api/me")).ShouldBeOkAsync();
    }

    [Fact]
    public async Task A_refresh_token_ends_with_the_password_it_was_given_for()
    {
        var refreshToken = (await _app.TokenAsync("wang")).GetProperty("refreshToken").GetString();
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
            var account = (await users.FindByNameAsync("wang"))!;
            (await users.ChangePasswordAsync(account, AccessApp.Password, "another2026")).Succeeded.ShouldBeTrue();
        }

        using var caller = _app.Caller();
        await (await caller.PostAsJsonAsync("/api/sign-in/refresh", new { refreshToken }))
            .ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "not-signed-in");
        await (await caller.PostAsJsonAsync("/api/sign-in/refresh", new { refreshToken = "nonsense" }))
            .ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task An_access_token_is_no_refresh_token()
    {
        var accessToken = (await _app.TokenAsync("wang")).GetProperty("accessToken").GetString();
        using var caller = _app.Caller();

        await (await caller.PostAsJsonAsync("/api/sign-in/refresh", new { refreshToken = accessToken }))
            .ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task Cookies_and_tokens_outlast_a_restart_and_hold_at_every_host()
    {
        var tokens = await _app.TokenAsync("wang");
        using var first = _app.Caller();
        var signedIn = await SignInAsync(first, "wang", AccessApp.Password, "cookie");
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        await using var other = await AccessApp.StartAsync(_database);

        using var program = other.CallerWith(tokens.GetProperty("accessToken").GetString()!);
        await (await program.GetAsync("/api/me")).ShouldBeOkAsync();
        using var withCookie = other.Caller();
        withCookie.DefaultRequestHeaders.Add("Cookie", cookie);
        await (await withCookie.GetAsync("/api/me")).ShouldBeOkAsync();
        using var caller = other.Caller();
        await (await caller.PostAsJsonAsync("/api/sign-in/refresh", new { refreshToken = tokens.GetProperty("refreshToken").GetString() }))
            .ShouldBeOkAsync();
    }

    [Fact]
    public async Task An_unsafe_request_by_cookie_must_come_from_our_own_page()
    {
        using var browser = await _app.BrowserAsync("wang");
        (await browser.PostAsync("/api/act", null)).StatusCode.ShouldBe(HttpStatusCode.OK);

        browser.DefaultRequestHeaders.Remove(UnprovenRequest.Header);

        var problem = await (await browser.PostAsync("/api/act", null)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "request-unproven");
        problem.GetProperty("detail").GetString()!.ShouldContain("X-Requested-With");
        await (await browser.PostAsync("/api/sign-out", null)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "request-unproven");
        await (await browser.GetAsync("/api/act")).ShouldBeOkAsync();
    }

    [Fact]
    public async Task A_token_needs_no_such_proof()
    {
        using var program = await _app.ProgramAsync("wang");

        await (await program.PostAsync("/api/act", null)).ShouldBeOkAsync();
    }

    [Fact]
    public async Task A_foreign_page_cannot_sign_somebody_in_by_a_form()
    {
        using var caller = _app.Caller();
        using var form = new FormUrlEncodedContent([new("userName", "wang"), new("password", AccessApp.Password), new("kind", "cookie")]);

        var answer = await caller.PostAsync("/api/sign-in", form);

        await answer.ShouldBeRefusedAsync(HttpStatusCode.UnsupportedMediaType, "request-not-json");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient caller, string userName, string password, string kind) =>
        caller.PostAsJsonAsync("/api/sign-in", new { userName, password, kind });
}
