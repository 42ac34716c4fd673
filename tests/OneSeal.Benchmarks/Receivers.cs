using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OneSeal.Host.Access;
using OneSeal.Host.Connections;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Journal;
using OneSeal.Host.Linkage;
using OneSeal.Sdk;

namespace OneSeal.Benchmarks;

/// <summary>Departments' systems: one server that takes everything and answers 204, for each department under an address of its own.</summary>
internal sealed class Receivers : IAsyncDisposable
{
    public const int Count = 20;

    public static readonly TimeSpan Slowness = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;

    private Receivers(WebApplication app) => _app = app;

    /// <summary>Whether the first of them takes <see cref="Slowness"/> for each answer.</summary>
    public bool FirstIsSlow { get; set; }

    public static string Hook { get; } = Recipients.Hook(ReadyCases.Module, "OneSeal.Fixtures.SampleHook");

    public static string[] Systems { get; } = [.. Enumerable.Range(0, Count).Select(n => Recipients.System(Department(n).Code))];

    public static async Task<Receivers> StartAsync(LinkageHost host)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receivers = new Receivers(builder.Build());
        receivers._app.MapPost("/{department:int}", receivers.TakeAsync);
        await receivers._app.StartAsync();
        foreach (var n in Enumerable.Range(0, Count))
        {
            var request = new OpenConnection.Request(
                Department(n), new Uri(new Uri(receivers._app.Urls.Single()), n.ToString(CultureInfo.InvariantCulture)).AbsoluteUri);
            await host.Journal.ExecuteAsync(
                ReadyCases.Context(ReadyCases.Administrator),
                async work =>
                {
                    var stream = await work.LoadAsync(Connection.Kind, request.Organisation.Code, CancellationToken.None);
                    return ConnectionAnswer.Of(work.Append(stream, OpenConnection.Decide(stream.State, request, host.Keys.Issue)));
                },
                CancellationToken.None);
        }

        return receivers;
    }

    /// <summary>So much waits for these in turn; of each case two things are told, one after the other.</summary>
    public static Task WaitAsync(BenchmarkDatabase database, int deliveries, params string[] recipients) => database.ExecuteAsync(
        """
        insert into oneseal.deliveries (region, id, stream, subject, topic, recipient, content, created_at, next_attempt)
        select $1, format('push:%s-%s/1/1', $2, n), format('push:%s-%s', $2, n), format('case:%s', (n / cardinality($3)) / 2), 'decided',
          ($3)[n % cardinality($3) + 1], $4::json, now(), now()
        from generate_series(0, $5 - 1) n
        """,
        Dossier.Region, Guid.NewGuid().ToString("n"), recipients, JournalJson.Write(Content), deliveries);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http, int department)
    {
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        if (department == 0 && FirstIsSlow) await Task.Delay(Slowness, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>An invented department, whose code ends with the digit that proves it.</summary>
    public static Organisation Department(int n) => new(
        $"锦源区第{n}局",
        "0123456789ABCDEFGHJKLMNPQRTUWXY".Select(check => $"11370390FX1{n:D6}{check}").Single(code => SocialCreditCode.TryParse(code, null, out _)));

    private static PushContent Content { get; } = new(
        SupervisionTopic.Decided, ReadyCases.Decided, "2026000123", "370390202600123", ReadyCases.Code, "样例摊位设置许可", ReadyCases.Bureau,
        "锦源区示例餐馆", "91370390MA00000179", true, null, null,
        new Dictionary<string, System.Text.Json.JsonElement>(), [new("审批许字〔2026〕12号", "锦审许字〔2026〕12号", "准予行政许可决定书")]);
}
