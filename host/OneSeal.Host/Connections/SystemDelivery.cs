using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Journal;
using OneSeal.Host.Linkage;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

/// <summary>
/// Sends an organisation's own system what it is told, as a signed CloudEvent. What is answered is not read, only its status.
/// </summary>
internal sealed class SystemDelivery(EventJournal journal, ConnectionKeys keys, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // The connections to a system are given up now and then, so that a name that has moved is found again.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = Limit,
    })
    {
        Timeout = Limit,
    };

    public async Task<Outcome> DeliverAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        var stream = Connection.Kind.Stream(due.Region, Recipients.OrganisationOf(due.Recipient));
        var connection = (await journal.LoadAsync(Connection.Kind, stream, cancellationToken)).State;
        if (!connection.IsOpen) return new Outcome.Abandoned(Text.Of("connection.closed"));
        try
        {
            using var request = Request(due, connection);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return OutcomeOf(response);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Outcome.Failed(Text.Of("connection.too-slow", ("seconds", Limit.TotalSeconds)));
        }
        catch (HttpRequestException e)
        {
            return new Outcome.Failed(Text.Of("connection.unreachable", ("cause", e.Message)));
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(DueDelivery due, Connection connection)
    {
        var body = CloudEvent(due);
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, connection.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json") { CharSet = "utf-8" };
        request.Headers.Add(WebhookSignature.IdHeader, due.Id);
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(
            WebhookSignature.SignatureHeader,
            WebhookSignature.Header(connection.KeysInUse.Select(k => WebhookSignature.Of(keys.Bytes(k), due.Id, timestamp, body))));
        return request;
    }

    private static byte[] CloudEvent(DueDelivery due)
    {
        var content = due.Content.Deserialize<PushContent>(JournalJson.Options)!;
        return JournalJson.WriteUtf8(new
        {
            specversion = "1.0",
            id = due.Id,
            source = $"urn:oneseal:{due.Region}",
            type = $"cn.oneseal.linkage.{due.Topic}.v1",
            subject = content.CaseNumber,
            time = content.At,
            datacontenttype = "application/json",
            data = due.Content,
        });
    }

    private Outcome OutcomeOf(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode) return Outcome.Done;
        return new Outcome.Failed(Text.Of("connection.answered", ("status", (int)response.StatusCode)))
        {
            // 410 Gone is the agreed word for "tell me no more".
            IsFinal = response.StatusCode == HttpStatusCode.Gone,
            RetryAfter = RetryAfter(response.Headers.RetryAfter),
        };
    }

    private TimeSpan RetryAfter(RetryConditionHeaderValue? asked)
    {
        var wait = asked?.Delta ?? asked?.Date - time.GetUtcNow() ?? TimeSpan.Zero;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Patience.LongestRetryAfter ? Patience.LongestRetryAfter : wait;
    }
}
