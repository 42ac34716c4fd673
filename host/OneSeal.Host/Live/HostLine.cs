using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using Npgsql;
using OneSeal.Host.Database;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Live;

/// <summary>
/// How the hosts on one database tell each other: by PostgreSQL's NOTIFY, on transactions of its own, so that no command waits for it, and
/// in portions, so that a burst is a few of them. What is lost on the way nobody repeats; a line that was broken says so when it is back.
/// </summary>
internal sealed class HostLine(NpgsqlDataSource database, TimeProvider time, ILogger<HostLine> log) : BackgroundService
{
    private const string Channel = "oneseal_live";

    // PostgreSQL takes less than 8000 bytes: a stream or a work list is at most some 150, a person some 250.
    private const int InAPortion = 25;

    private static readonly TimeSpan BetweenPortions = TimeSpan.FromMilliseconds(50), BeforeRetry = TimeSpan.FromSeconds(1);

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _host = Guid.NewGuid().ToString("N");
    private readonly Channel<object> _toSay = System.Threading.Channels.Channel.CreateUnbounded<object>();

    /// <summary>Something changed on another host.</summary>
    public event Func<Bulletin, Task>? Heard;

    public event Func<string, StreamName, IReadOnlyList<PersonPresent>, Task>? PresentHeard;

    /// <summary>Another host has just come and asks who is here.</summary>
    public event Func<Task>? Asked;

    /// <summary>The line is back after it was broken.</summary>
    public event Func<Task>? Restored;

    public void Say(Bulletin bulletin) => _toSay.Writer.TryWrite(bulletin);

    public void SayPresent(StreamName stream, IReadOnlyList<PersonPresent> people) =>
        _toSay.Writer.TryWrite(new Present(stream.Region, stream.Name, [.. people.Take(InAPortion)]));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(ListenAsync(stoppingToken), SayAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stopping)
    {
        for (var broken = false; !stopping.IsCancellationRequested;)
        {
            try
            {
                await using var connection = await UnpooledConnection.OpenAsync(database, stopping);
                var heard = new Queue<string>();
                connection.Notification += (_, notice) => heard.Enqueue(notice.Payload);
                await using (var listen = new NpgsqlCommand($"listen {Channel}", connection)) await listen.ExecuteNonQueryAsync(stopping);
                _toSay.Writer.TryWrite(new Question());
                if (broken && Restored is { } restored) await restored();
                broken = false;
                while (true)
                {
                    await connection.WaitAsync(stopping);
                    while (heard.TryDequeue(out var payload)) await TakeAsync(JsonSerializer.Deserialize<Notice>(payload, Json)!);
                }
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                if (!broken) log.LogWarning(e, "What other hosts change is not heard at the moment; it is tried again.");
                broken = true;
                await PauseAsync(BeforeRetry, stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task TakeAsync(Notice notice)
    {
        if (notice.Host == _host) return;
        var bulletin = new Bulletin();
        foreach (var changed in notice.Changed ?? []) bulletin.Add(changed);
        foreach (var tasks in notice.Tasks ?? []) bulletin.Add(tasks);
        if (!bulletin.IsEmpty && Heard is { } heard) await heard(bulletin);
        if (notice.Present is { } present && PresentHeard is { } hear)
            await hear(notice.Host, new StreamName(present.Region, present.Stream), present.People);
        if (notice.Asks && Asked is { } asked) await asked();
    }

    private async Task SayAsync(CancellationToken stopping)
    {
        var failing = false;
        try
        {
            while (await _toSay.Reader.WaitToReadAsync(stopping))
            {
                try
                {
                    foreach (var portion in Portions().Chunk(InAPortion)) await SayAsync(portion, stopping);
                    failing = false;
                }
                catch (Exception e) when (!stopping.IsCancellationRequested)
                {
                    if (!failing) log.LogWarning(e, "Other hosts could not be told what changed on this one.");
                    failing = true;
                }

                await PauseAsync(BetweenPortions, stopping);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private IEnumerable<string> Portions()
    {
        var all = new Bulletin();
        var present = new Dictionary<(string, string), Present>();
        var asks = false;
        while (_toSay.Reader.TryRead(out var said))
        {
            if (said is Bulletin bulletin) all.Add(bulletin);
            else if (said is Present people) present[(people.Region, people.Stream)] = people;
            else asks = true;
        }

        foreach (var portion in all.Streams.Chunk(InAPortion)) yield return Write(new Notice(_host) { Changed = portion });
        foreach (var portion in all.Tasks.Chunk(InAPortion)) yield return Write(new Notice(_host) { Tasks = portion });
        foreach (var people in present.Values) yield return Write(new Notice(_host) { Present = people });
        if (asks) yield return Write(new Notice(_host) { Asks = true });
    }

    // A notice is not worth waiting for the disk.
    private async Task SayAsync(string[] notices, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(
            "select set_config('synchronous_commit', 'off', true), pg_notify($1, notice) from unnest($2) notice");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Channel });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = notices });
        await command.ExecuteNonQueryAsync(stopping);
    }

    private static string Write(Notice notice) => JsonSerializer.Serialize(notice, Json);

    private Task PauseAsync(TimeSpan pause, CancellationToken stopping) =>
        Task.Delay(pause, time, stopping).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    private sealed record Notice(string Host)
    {
        public IReadOnlyList<ChangedStream>? Changed { get; init; }

        public IReadOnlyList<TaskList>? Tasks { get; init; }

        public Present? Present { get; init; }

        public bool Asks { get; init; }
    }

    private sealed record Present(string Region, string Stream, IReadOnlyList<PersonPresent> People);

    private sealed record Question;
}
