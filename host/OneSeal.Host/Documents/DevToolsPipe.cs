using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneSeal.Host.Documents;

/// <summary>The DevTools protocol over Chromium's pipe: one JSON message after the other, each ended by a zero byte.</summary>
internal sealed class DevToolsPipe : IAsyncDisposable
{
    private readonly Stream commands;
    private readonly PipeReader answers;
    private readonly Task reading;
    private readonly SemaphoreSlim writing = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> pending = new();
    private int lastId;
    private volatile bool closed;

    public DevToolsPipe(Stream commands, Stream answers)
    {
        this.commands = commands;
        this.answers = PipeReader.Create(answers);
        reading = ReadAsync();
    }

    public bool IsOpen => !closed;

    /// <param name="session">The page meant; null for the browser itself.</param>
    /// <exception cref="IOException">The browser ended.</exception>
    /// <exception cref="DevToolsException">The browser answered with an error.</exception>
    public async Task<JsonNode> CallAsync(string method, JsonObject parameters, string? session, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref lastId);
        var answer = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        pending[id] = answer;
        try
        {
            if (closed) throw Ended();
            var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
            if (session is not null) message["sessionId"] = session;
            // Only the wait can be cancelled: half a message would spoil all that follow.
            await WriteAsync([.. JsonSerializer.SerializeToUtf8Bytes(message), 0]).WaitAsync(cancellationToken);
            return await answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            pending.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        closed = true;
        try
        {
            await commands.DisposeAsync();
        }
        catch (IOException)
        {
            // The other end is gone already.
        }

        answers.CancelPendingRead();
        await reading;
        await answers.CompleteAsync();
    }

    private async Task WriteAsync(byte[] message)
    {
        await writing.WaitAsync();
        try
        {
            await commands.WriteAsync(message);
            await commands.FlushAsync();
        }
        catch (ObjectDisposedException)
        {
            throw Ended();
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                var result = await answers.ReadAsync();
                var buffer = result.Buffer;
                while (buffer.PositionOf((byte)0) is { } end)
                {
                    Receive(buffer.Slice(0, end));
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                }

                answers.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted || result.IsCanceled) break;
            }
        }
        catch (Exception fault) when (fault is IOException or JsonException)
        {
            // Either way nothing more will be understood; whoever waits is told below.
        }

        closed = true;
        foreach (var waiting in pending.Values) waiting.TrySetException(Ended());
    }

    private void Receive(ReadOnlySequence<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        var json = JsonNode.Parse(ref reader)!;
        // A message without an id is an event; printing waits for none.
        if (json["id"] is not { } id || !pending.TryGetValue((int)id, out var waiting)) return;
        if (json["error"] is { } error) waiting.TrySetException(new DevToolsException(error.ToJsonString()));
        else waiting.TrySetResult(json["result"]!);
    }

    private static IOException Ended() => new("The browser has ended.");
}

/// <summary>Chromium refused a command, or the page it was for has crashed.</summary>
internal sealed class DevToolsException(string message) : Exception(message);
