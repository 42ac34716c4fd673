using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using OneSeal.Host.Tests.Hall;

namespace OneSeal.Host.Tests.Live;

/// <summary>Somebody who keeps the line open, as the interface does.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly HubConnection _connection;
    private readonly ConcurrentQueue<(string Message, JsonElement Content)> _heard = [];

    private Listener(HubConnection connection) => _connection = connection;

    public HubConnectionState State => _connection.State;

    public static async Task<Listener> ConnectAsync(Caller caller)
    {
        var token = caller.Http.DefaultRequestHeaders.Authorization!.Parameter;
        var listener = new Listener(new HubConnectionBuilder()
            .WithUrl(new Uri(caller.Http.BaseAddress!, "/api/live"), options => options.AccessTokenProvider = () => Task.FromResult(token))
            .Build());
        foreach (var message in new[] { "changed", "tasks", "present", "work" })
            listener._connection.On<JsonElement>(message, content => listener._heard.Enqueue((message, content)));
        await listener._connection.StartAsync();
        return listener;
    }

    /// <returns>The code of the refusal; empty if it is watched.</returns>
    public async Task<string> WatchAsync(string kind, string id)
    {
        var answer = await _connection.InvokeAsync<JsonElement>("watch", kind, id);
        if (answer.GetProperty("refusal") is not { ValueKind: JsonValueKind.Object } refusal) return "";
        refusal.GetProperty("detail").GetString()!.ShouldContain('。');
        return refusal.GetProperty("code").GetString()!;
    }

    public Task UnwatchAsync(string kind, string id) => _connection.InvokeAsync("unwatch", kind, id);

    public void Forget() => _heard.Clear();

    public IReadOnlyList<JsonElement> Of(string message) => [.. _heard.Where(h => h.Message == message).Select(h => h.Content)];

    /// <summary>The versions of this that it heard of.</summary>
    public IReadOnlyList<int> Versions(string kind, string id) =>
    [
        .. Of("changed").Where(c => c.GetProperty("kind").GetString() == kind && c.GetProperty("id").GetString() == id)
            .Select(c => c.GetProperty("version").GetInt32()),
    ];

    /// <summary>That a list of this kind is to be asked for anew.</summary>
    public bool HeardOfList(string kind) =>
        Of("changed").Any(c => c.GetProperty("kind").GetString() == kind && c.GetProperty("id").ValueKind == JsonValueKind.Null);

    /// <summary>Whom it was last told to be there.</summary>
    public IReadOnlyList<string?> Present =>
        Of("present") is [.., var last]
            ? [.. last.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("name").GetString())]
            : [];

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
