using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Access;

internal sealed record Filing(string Applicant, int Copies, FilingPlace Place, string? Remark, int? Floor);

internal sealed record FilingPlace(string Street, DateOnly Since);

/// <summary>A host with nothing but sign-in, refusals and a few endpoints to call, on a port of its own.</summary>
internal sealed class AccessApp : IAsyncDisposable
{
    public const string Password = "chuangkou2026";

    public static readonly Organisation Bureau = new("锦源区行政审批服务局", "11370800MB28559184");

    private readonly WebApplication _app;

    private AccessApp(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public EndpointDataSource Endpoints => _app.Services.GetRequiredService<EndpointDataSource>();

    public static async Task<AccessApp> StartAsync(NpgsqlDataSource database, string environment = "Production")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 10_000);
        // An instance, so that the app does not dispose what the test still uses.
        builder.Services.AddSingleton(database).AddSingleton<EventJournal>();
        builder.Services.AddRefusals().AddAccess().AddOpenApi();
        var app = builder.Build();
        app.UseRefusals();
        app.UseRouting();
        app.UseAccess();
        app.MapAccess();
        app.MapOpenApi().Anyone();
        app.MapGet("/api/act", (Actor actor) => actor).RequireRoles(Role.Decider, Role.Reviewer).WithName("act").WithDescription("办理。");
        app.MapPost("/api/act", (Actor actor) => actor).RequireRoles(Role.Decider, Role.Reviewer);
        app.MapGet("/api/open", (Actor actor) => actor).Anyone();
        app.MapGet("/api/forgotten", () => "never seen");
        app.MapPost("/api/filings", (Filing filing) => filing).Anyone();
        app.MapGet("/api/pages", (int page) => page).Anyone();
        app.MapGet("/api/refused", string () => throw Refusal.Conflict("not-allowed", ("roles", "某人"))).Anyone();
        app.MapGet("/api/broken", string () => throw new JsonException("secret of ours")).Anyone();
        await app.StartAsync();
        return new AccessApp(app);
    }

    public async Task<AccessApp> WithAccountAsync(string userName, params Role[] roles)
    {
        await EnsureAsync(new NewAccount(userName, Password, "王" + userName, "370305", Bureau, roles));
        return this;
    }

    public async Task EnsureAsync(params NewAccount[] accounts)
    {
        await AccountSetup.EnsureAsync(_app.Services, TimeProvider.System.GetUtcNow(), accounts);
    }

    /// <summary>A caller of its own, with a cookie jar, that follows no redirect.</summary>
    public HttpClient Caller() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.Single()) };

    /// <summary>The interface in a browser, signed in.</summary>
    public async Task<HttpClient> BrowserAsync(string userName)
    {
        var caller = Caller();
        caller.DefaultRequestHeaders.Add(UnprovenRequest.Header, "OneSeal");
        (await caller.PostAsJsonAsync("/api/sign-in", new { userName, password = Password, kind = "cookie" }))
            .StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return caller;
    }

    /// <summary>A program, signed in.</summary>
    public async Task<HttpClient> ProgramAsync(string userName) =>
        CallerWith((await TokenAsync(userName)).GetProperty("accessToken").GetString()!);

    public HttpClient CallerWith(string token)
    {
        var caller = Caller();
        caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return caller;
    }

    public async Task<JsonElement> TokenAsync(string userName)
    {
        using var caller = Caller();
        var answer = await caller.PostAsJsonAsync("/api/sign-in", new { userName, password = Password, kind = "token" });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

internal static class Answers
{
    public static async Task<JsonElement> ShouldBeRefusedAsync(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonElement.Parse(text);
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
        foreach (var words in new[] { "title", "detail" })
            problem.GetProperty(words).GetString()!.ShouldMatch(@"^[^{}]*\p{IsCJKUnifiedIdeographs}[^{}]*$");
        text.ShouldNotContain("\\u");
        return problem;
    }

    public static async Task<JsonElement> ShouldBeOkAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonElement.Parse(text);
    }
}
