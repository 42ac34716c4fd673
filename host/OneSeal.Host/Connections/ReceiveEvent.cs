using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

/// <summary>
/// 回传: takes what a department's own system says. It is known by its signature alone; what it says is a command like any other, and the
/// same event sent again, freshly signed, gives the first answer.
/// </summary>
internal sealed class ReceiveEvent(
    EventJournal journal, CallbackGate gate, CallbackHandlers handlers, RefusedCallbacks refused, TimeProvider time)
{
    /// <summary>Room for a scanned page or a photograph in base64.</summary>
    private const int LargestBody = 8 * 1024 * 1024;

    /// <summary>Organisations that are not connected are counted as one: whoever invents names must not fill a table with them.</summary>
    private const string NotConnected = "";

    public sealed record Answer(int Version, JsonElement Result) : IVersioned;

    public static void MapReceiveEvent(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/connections/{organisation}/events", async (
            string organisation, string? region, HttpRequest request, RequestRegion regions, ReceiveEvent receive,
            CancellationToken cancellationToken) =>
            await receive.RunAsync(await regions.OfAsync(region, cancellationToken), organisation, request, cancellationToken))
        .Anyone();

    private async Task<Answer> RunAsync(string region, string organisation, HttpRequest request, CancellationToken cancellationToken)
    {
        var connection = (await journal.LoadAsync(Connection.Kind, Connection.Kind.Stream(region, organisation), cancellationToken)).State;
        try
        {
            // Who is not connected, or has not even signed, is not read at all.
            if (!connection.IsOpen) throw Refusal.NotFound("connection-unknown", ("id", organisation));
            CallbackGate.RequireSigned(request.Headers);
            var body = await ReadAsync(request, cancellationToken);
            var actor = await gate.LetInAsync(region, connection, request.Headers, body, cancellationToken);
            var callback = Callback.Read(body, request.Headers[WebhookSignature.IdHeader].ToString());
            return await CarryOutAsync(actor, callback, body, cancellationToken);
        }
        catch (Refusal e)
        {
            var from = request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
            await refused.CountAsync(region, connection.IsOpen ? organisation : NotConnected, e, from);
            throw;
        }
    }

    private Task<Answer> CarryOutAsync(Actor actor, Callback callback, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (!handlers.TryGetValue(callback.Type, out var handler))
            throw new Refusal("callback-type-unknown", ("type", callback.Type)) { Field = "type" };
        var fingerprint = SHA256.HashData(body.Span);
        return journal.ExecuteOnLatestAsync(
            () => new CommandContext(actor, time.GetUtcNow())
            {
                IdempotencyKey = $"{actor.Id:N}:{callback.Id}", Fingerprint = fingerprint,
            },
            async work =>
            {
                var answer = await handler(work, callback.Subject, callback.Data, cancellationToken);
                return new Answer(answer.Version, JsonSerializer.SerializeToElement(answer, answer.GetType(), JournalJson.Options));
            },
            cancellationToken);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = LargestBody;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }
}
