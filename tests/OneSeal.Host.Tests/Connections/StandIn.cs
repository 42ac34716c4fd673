using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OneSeal.Host.Tests.Connections;

/// <summary>How a department's system takes what it is sent.</summary>
internal enum Manner
{
    Well,

    /// <summary>500, and nothing is done.</summary>
    Fails,

    /// <summary>It holds the request until <see cref="StandIn.Release"/>.</summary>
    Slow,

    /// <summary>The connection is cut in the middle.</summary>
    Cut,

    /// <summary>It does it, but answers 500, so that it is sent again.</summary>
    DoesItAndFails,

    /// <summary>410: it wants to be told no more.</summary>
    Gone,

    /// <summary>503, to be asked again in an hour.</summary>
    Busy,

    /// <summary>200, and a body that is nothing of what it says.</summary>
    Garbage,
}

/// <summary>What came in: a CloudEvent whose signature was good.</summary>
internal sealed record Arrival(string Id, string Type, string Subject, JsonElement Data);

/// <summary>
/// A department's own system: a real server on a port of its own that checks signatures by itself, does what it is told once for each
/// event, and can be as bad as such systems are. It signs what it sends to the host, well or badly.
/// </summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<WebApplication> _furtherRoutes;
    private readonly TimeProvider _time;
    private WebApplication? _app;
    private Uri _address = new("http://127.0.0.1:0");

    private StandIn(TimeProvider time, Action<WebApplication> furtherRoutes) => (_time, _furtherRoutes) = (time, furtherRoutes);

    /// <summary>Where it is sent events; the same after it was down.</summary>
    public string Url => new Uri(_address, "/events").AbsoluteUri;

    public Uri Address => _address;

    /// <summary>As the host's administrator was shown it: <c>whsec_…</c>.</summary>
    public string Secret { get; set; } = "";

    public Func<Arrival, Manner> Takes { get; set; } = _ => Manner.Well;

    /// <summary>Everything that came and was signed, as often as it came.</summary>
    public ConcurrentQueue<Arrival> Arrivals { get; } = new();

    /// <summary>What was done, in order; the same event does nothing the second time.</summary>
    public ConcurrentQueue<Arrival> Effects { get; } = new();

    /// <summary>How many requests came that were not signed as agreed.</summary>
    public int Unsigned { get; private set; }

    public IEnumerable<string> EffectsOn(string subject) => Effects.Where(e => e.Subject == subject).Select(e => e.Id);

    public static async Task<StandIn> StartAsync(TimeProvider? time = null, Action<WebApplication>? furtherRoutes = null)
    {
        var system = new StandIn(time ?? TimeProvider.System, furtherRoutes ?? (_ => { }));
        await system.ComeUpAsync();
        return system;
    }

    public async Task ComeUpAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(_address.AbsoluteUri);
        _app = builder.Build();
        _app.MapPost("/events", TakeAsync);
        _furtherRoutes(_app);
        await _app.StartAsync();
        _address = new Uri(_app.Urls.Single());
    }

    public async Task GoDownAsync()
    {
        if (_app is null) return;
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>What was held goes on.</summary>
    public void Release() => _released.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        await GoDownAsync();
    }

    /// <summary>An event as this system sends it to the host, signed now if nothing else is said.</summary>
    public HttpRequestMessage Event(
        string address, string type, string id, object? data = null, string subject = "对接", DateTimeOffset? at = null, string? secret = null) =>
        Signed(address, id, JsonSerializer.Serialize(new { specversion = "1.0", id, source = "urn:stand-in", type, subject, data = data ?? new { } }), at, secret);

    public HttpRequestMessage Signed(string address, string id, string body, DateTimeOffset? at = null, string? secret = null)
    {
        var timestamp = (at ?? _time.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/cloudevents+json") };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", "v1," + Sign(secret ?? Secret, $"{id}.{timestamp}.{body}"));
        return request;
    }

    /// <summary>Written anew from the specification, not taken from the host.</summary>
    private static string Sign(string secret, string content) =>
        Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret.Replace("whsec_", "", StringComparison.Ordinal)), Encoding.UTF8.GetBytes(content)));

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        if (!IsSigned(http.Request, body) || MediaTypeHeaderValue.Parse(http.Request.ContentType!).MediaType != "application/cloudevents+json")
        {
            Unsigned++;
            http.Response.StatusCode = 401;
            return;
        }

        var json = JsonSerializer.Deserialize<JsonElement>(body);
        var arrival = new Arrival(Text("id"), Text("type"), Text("subject"), json.GetProperty("data").Clone());
        Arrivals.Enqueue(arrival);
        var manner = Takes(arrival);
        if (manner == Manner.Slow) await _released.Task.WaitAsync(http.RequestAborted);
        if (manner is Manner.Well or Manner.Slow or Manner.DoesItAndFails or Manner.Garbage) Do(arrival);
        switch (manner)
        {
            case Manner.Cut:
                http.Abort();
                break;
            case Manner.Garbage:
                http.Response.ContentType = "application/json";
                await http.Response.Body.WriteAsync(RandomNumberGenerator.GetBytes(4000));
                break;
            default:
                if (manner == Manner.Busy) http.Response.Headers.RetryAfter = "3600";
                http.Response.StatusCode = manner switch { Manner.Fails or Manner.DoesItAndFails => 500, Manner.Gone => 410, Manner.Busy => 503, _ => 204 };
                break;
        }

        string Text(string name) => json.GetProperty(name).GetString()!;
    }

    private void Do(Arrival arrival)
    {
        lock (Effects)
        {
            if (Effects.All(e => e.Id != arrival.Id)) Effects.Enqueue(arrival);
        }
    }

    private bool IsSigned(HttpRequest request, string body)
    {
        var (id, timestamp) = (request.Headers["webhook-id"].ToString(), request.Headers["webhook-timestamp"].ToString());
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture));
        var good = "v1," + Sign(Secret, $"{id}.{timestamp}.{body}");
        return request.Headers["webhook-signature"].ToString().Split(' ').Contains(good) && (_time.GetUtcNow() - at).Duration() < TimeSpan.FromMinutes(5);
    }
}
