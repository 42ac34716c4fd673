using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Live;
using OneSeal.Host.Texts;

namespace OneSeal.Host.LongWork;

/// <summary>Starts long works on this host and sees them through, one at a time among all hosts.</summary>
internal sealed class LongWorkRunner(
    NpgsqlDataSource database, LongWorkLedger ledger, EventJournal journal, ChangeSignal changes, TimeProvider time,
    ILogger<LongWorkRunner> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _underWay = [];

    public Task StartAsync(CancellationToken cancellationToken) => InterruptGoneAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        Task[] underWay;
        lock (_underWay) underWay = [.. _underWay];
        await Task.WhenAll(underWay).WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>Says of what a host left behind that it was interrupted, there and in the journal.</summary>
    public Task InterruptGoneAsync(CancellationToken cancellationToken) => InterruptGoneAsync(isMine: false, cancellationToken);

    private async Task InterruptGoneAsync(bool isMine, CancellationToken cancellationToken)
    {
        foreach (var (id, region) in await ledger.InterruptGoneAsync(isMine, cancellationToken))
        {
            await RecordEndAsync(region, id, LongWorkState.Interrupted, Text.Of("long-work.result.interrupted"));
            Tell(id);
        }
    }

    /// <summary>Starts a work; it goes on after this answers.</summary>
    /// <exception cref="Refusal">One is under way, on this host or another.</exception>
    public async Task<Guid> StartAsync(LongWorkKind kind, Actor by, CancellationToken cancellationToken)
    {
        var turn = await ledger.TakeTurnAsync(cancellationToken) ?? throw Refusal.Conflict("long-work-running");
        try
        {
            await InterruptGoneAsync(isMine: true, cancellationToken);
            var id = Guid.CreateVersion7(time.GetUtcNow());
            await journal.ExecuteAsync(
                new CommandContext(by, time.GetUtcNow()),
                work => Task.FromResult(Written(work, work.Begin(LongWorkRecord.Kind, id.ToString()), new LongWorkEvent.Started(kind))),
                cancellationToken);
            await ledger.BeginAsync(id, kind, by, CancellationToken.None);
            Tell(id);
            var task = Task.Run(() => SeeThroughAsync(id, kind, by.Region, turn), CancellationToken.None);
            lock (_underWay)
            {
                _underWay.RemoveAll(t => t.IsCompleted);
                _underWay.Add(task);
            }

            return id;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    private async Task SeeThroughAsync(Guid id, LongWorkKind kind, string region, NpgsqlConnection turn)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        var progress = new JournalProgress();
        var noting = NoteAsync(id, progress, ending);
        var (state, result) = await OutcomeAsync(id, kind, progress, ending.Token);
        await ending.CancelAsync();
        try
        {
            await noting;
            await RecordEndAsync(region, id, state, result);
            await ledger.EndAsync(id, state, result, progress);
        }
        catch (Exception e)
        {
            log.LogError(e, "What came of the long work {Work} could not be written: {Result}", id, result);
        }
        finally
        {
            await turn.DisposeAsync();
            Tell(id);
        }
    }

    private async Task<(LongWorkState State, string Result)> OutcomeAsync(
        Guid id, LongWorkKind kind, JournalProgress progress, CancellationToken ending)
    {
        try
        {
            return (LongWorkState.Done, kind switch
            {
                LongWorkKind.VerifyJournal => InChinese(await JournalVerification.RunAsync(database, StreamKinds.All, ending, progress)),
                _ => Text.Of("long-work.result.rebuilt", ("streams", await JournalRebuild.RunAsync(database, StreamKinds.All, ending, progress))),
            });
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return (LongWorkState.Interrupted, Text.Of("long-work.result.interrupted"));
        }
        catch (OperationCanceledException)
        {
            return (LongWorkState.Cancelled, Text.Of("long-work.result.cancelled"));
        }
        catch (Exception e)
        {
            log.LogError(e, "The long work {Work} failed.", id);
            return (LongWorkState.Failed, Text.Of("long-work.result.failed", ("reason", e.Message)));
        }
    }

    /// <summary>Writes down from time to time how far it is, and looks whether it is to be called off.</summary>
    private async Task NoteAsync(Guid id, JournalProgress progress, CancellationTokenSource ending)
    {
        using var timer = new PeriodicTimer(BetweenNotes, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ending.Token))
            {
                try
                {
                    if (await ledger.ProgressAsync(id, progress)) await ending.CancelAsync();
                    Tell(id);
                }
                catch (NpgsqlException e)
                {
                    log.LogWarning(e, "How far the long work {Work} is could not be written.", id);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It has ended.
        }
    }

    private Task<Recorded> RecordEndAsync(string region, Guid id, LongWorkState state, string result) => journal.ExecuteOnLatestAsync(
        () => new CommandContext(Actor.System(region), time.GetUtcNow()),
        async work => Written(
            work, await work.LoadAsync(LongWorkRecord.Kind, id.ToString(), CancellationToken.None), new LongWorkEvent.Ended(state, result)),
        CancellationToken.None);

    // Whichever region's administrator started it: it is about the whole journal, and concerns those of all.
    private void Tell(Guid id) => changes.Raise(new Change(new StreamName("", $"{LiveTeller.Work}:{id}"), null));

    private static Recorded Written(JournalWork work, LoadedStream<LongWorkRecord, LongWorkEvent> stream, LongWorkEvent happened) =>
        new(work.Append(stream, happened).Version);

    private static string InChinese(JournalVerification found) => found.Broken is { } broken
        ? Text.Of("long-work.result.broken", ("stream", broken.Stream), ("version", broken.Version), ("fault", broken.Fault), ("events", found.Events))
        : Text.Of("long-work.result.whole", ("events", found.Events), ("streams", found.Streams));

    private sealed record Recorded(int Version);
}
