using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Tests.Hall;

/// <summary>The whole host over HTTP, on a port and a database of its own, with the real departments and an invented district.</summary>
internal sealed class Hall : IAsyncDisposable
{
    public const string Region = "370390";
    public const string Password = "dating-2026-ceshi";

    public static readonly string RealModules = Path.Combine(Repository.HostOutput, "modules");

    public static readonly Organisation Bureau = new("锦源区行政审批服务局", "11370390MB1A00017K");
    public static readonly Organisation Health = new("区卫生健康局", "11370390MB1A23023D");
    public static readonly Organisation Transport = new("区交通运输局", "11370390MB1A180188");

    private readonly WebApplication _app;

    private Hall(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public static async Task<Hall> OpenAsync(NpgsqlDataSource database, params string[] arguments)
    {
        var command = HostCommand.Parse(
        [
            "--urls", "http://127.0.0.1:0", "--empty", "--Serilog:MinimumLevel:Default", "Error",
            "--Modules:Folder", RealModules, .. arguments,
        ]);
        var app = HostProgram.Build(command, database);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Faults.Provider);
        await EstablishLocality.RunAsync(
            app.Services.GetRequiredService<EventJournal>(),
            new LocalityEvent.Established(Region, "锦源区", Bureau, "锦", "锦源区人民政府", "锦源区人民法院"),
            TimeProvider.System.GetUtcNow(),
            CancellationToken.None);
        await AccountSetup.EnsureAsync(
            app.Services,
            TimeProvider.System.GetUtcNow(),
            [
                Account("window", Bureau, Role.Window), Account("window2", Bureau, Role.Window), Account("reviewer", Bureau, Role.Reviewer),
                Account("decider", Bureau, Role.Decider), Account("all-in-one", Bureau, Role.Window, Role.Decider),
                Account("sealkeeper", Bureau, Role.SealKeeper), Account("admin", Bureau, Role.Administrator),
                Account("health-officer", Health, Role.DepartmentOfficer), Account("health-window", Health, Role.Window),
                Account("transport-officer", Transport, Role.DepartmentOfficer), Account("applicant", Organisation.None, Role.Public),
                Account("applicant2", Organisation.None, Role.Public),
            ]);

        await app.StartAsync();
        return new Hall(app);
    }

    public async Task<Caller> SignInAsync(string name)
    {
        var http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        var token = await (await http.PostAsJsonAsync("/api/sign-in", new { userName = name, password = Password, kind = "token" }))
            .Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("accessToken").GetString());
        return new Caller(http);
    }

    public Caller Anybody() => new(new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) });

    public EndpointDataSource Endpoints => _app.Services.GetRequiredService<EndpointDataSource>();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public Task AddAccountAsync(string name, Organisation organisation, params Role[] roles) =>
        AccountSetup.EnsureAsync(Services, TimeProvider.System.GetUtcNow(), [Account(name, organisation, roles)]);

    private static NewAccount Account(string name, Organisation organisation, params Role[] roles) =>
        new(name, Password, name + "某", Region, organisation, roles);
}

/// <summary>Somebody who calls the host.</summary>
internal sealed class Caller(HttpClient http)
{
    /// <summary>For requests that no sensible caller would make.</summary>
    public HttpClient Http => http;

    public Task<Answer> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public Task<Answer> PostAsync(string address, object? body = null, string? key = null, int? seen = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address), body ?? new { }, key, seen);

    public Task<Answer> PutAsync(string address, object body, string? key = null, int? seen = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Put, address), body, key, seen);

    public Task<Answer> PostTextAsync(string address, string text) => SendAsync(new HttpRequestMessage(HttpMethod.Post, address)
    {
        Content = new StringContent(text, Encoding.UTF8, "application/json"),
    });

    public Task<Answer> UploadAsync(string name, byte[] content) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, "/api/attachments?name=" + Uri.EscapeDataString(name)) { Content = new ByteArrayContent(content) });

    private async Task<Answer> SendAsync(HttpRequestMessage request, object? body = null, string? key = null, int? seen = null)
    {
        if (body is not null) request.Content = JsonContent.Create(body);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (seen is { } version) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var response = await http.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.Tag);
    }
}

/// <summary>What the host answered.</summary>
internal sealed record Answer(int Status, string Text, string? ETag)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public string this[string member] => Json.GetProperty(member).ToString();

    public string Code => this["code"];

    public Answer Succeeded()
    {
        Status.ShouldBe(200, Status == 500 ? Faults.Last : Text);
        return this;
    }

    /// <summary>The host said no with this code, in Chinese.</summary>
    public Answer WasRefused(int status, string code, string? field = null)
    {
        (Status, Status < 400 ? Text : Code).ShouldBe((status, code), Status == 500 ? Faults.Last : Text);
        this["detail"].ShouldContain('。');
        if (field is not null) this["field"].ShouldBe(field);
        return this;
    }
}

/// <summary>The last fault that a host logged, so that a test that meets a 500 can show what lay behind it.</summary>
internal static class Faults
{
    public static string Last { get; private set; } = "";

    public static ILoggerProvider Provider { get; } = new Listening();

    private sealed class Listening : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Last = $"{formatter(state, exception)} {exception}";
        }

        public void Dispose()
        {
        }
    }
}
