using System.Net;

namespace OneSeal.Modules.Tests;

/// <summary>A department's own system: gives one answer to everything, and keeps what it was asked.</summary>
internal sealed class StandIn : HttpMessageHandler
{
    public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    public string Answer { get; init; } = "{}";

    /// <summary>Method, address and idempotency key of each request.</summary>
    public List<string> Asked { get; } = [];

    public List<string> Sent { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var key = request.Headers.TryGetValues("Idempotency-Key", out var keys) ? " " + keys.Single() : "";
        Asked.Add($"{request.Method} {request.RequestUri!.PathAndQuery}{key}");
        if (request.Content is { } content) Sent.Add(await content.ReadAsStringAsync(cancellationToken));
        return new HttpResponseMessage(Status) { Content = new StringContent(Answer) };
    }
}
