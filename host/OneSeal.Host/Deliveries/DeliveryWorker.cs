using System.Collections.Concurrent;
using OneSeal.Host.Connections;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Deliveries;

/// <summary>
/// Works the delivery ledger off, on any number of hosts at once: rows are taken and leased for a while, so that no transaction stays open
/// while a receiver works and a row whose host has died comes round again. Each recipient has a lane of its own; nobody waits for another.
/// </summary>
internal sealed class DeliveryWorker(
    DeliveryLedger ledger, ModuleDelivery modules, SystemDelivery systems, DeliverySignal signal, TimeProvider time,
    ILogger<DeliveryWorker> log, ChangeSignal? changes = null, Workers? workers = null) : BackgroundService
{
    private const int Lane = 4;

    /// <summary>Under which changes of the ledger are told; no stream, and no row in particular.</summary>
    private const string Changes = "delivery:";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(3);
    private readonly Dictionary<(string Region, string Recipient), int> _busy = [];
    private readonly ConcurrentDictionary<Task, bool> _underWay = [];
    private readonly SemaphoreSlim _taking = new(1);

    /// <summary>Takes what is due and sees it through.</summary>
    /// <returns>How many rows were taken.</returns>
    public async Task<int> WorkAsync(CancellationToken cancellationToken)
    {
        var begun = await BeginAsync(cancellationToken, cancellationToken);
        await Task.WhenAll(begun);
        return begun.Count;
    }

    public override void Dispose()
    {
        _taking.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ending = new CancellationTokenSource();
        var worker = workers?.Of("deliveries");
        try
        {
            while (true)
            {
                await Sweeping.LookAsync(stop => BeginAsync(stop, ending.Token), log, stoppingToken, worker);
                await signal.WaitAsync(BetweenLooks, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            ending.CancelAfter(ToFinish);
            await Task.WhenAll(_underWay.Keys);
        }
    }

    private async Task<IReadOnlyList<Task>> BeginAsync(CancellationToken stopping, CancellationToken ending)
    {
        await _taking.WaitAsync(stopping);
        try
        {
            Dictionary<(string, string), int> busy;
            lock (_busy) busy = new(_busy);
            var due = await ledger.TakeAsync(busy, Lane, time.GetUtcNow(), stopping);
            return [.. due.Select(d => Begin(d, ending))];
        }
        finally
        {
            _taking.Release();
        }
    }

    private Task Begin(DueDelivery due, CancellationToken ending)
    {
        var lane = (due.Region, due.Recipient);
        lock (_busy) _busy[lane] = _busy.GetValueOrDefault(lane) + 1;
        var task = Task.Run(() => SeeThroughAsync(due, lane, ending), CancellationToken.None);
        _underWay.TryAdd(task, true);
        _ = task.ContinueWith(done => _underWay.TryRemove(done, out _), TaskScheduler.Default);
        return task;
    }

    private async Task SeeThroughAsync(DueDelivery due, (string Region, string Recipient) lane, CancellationToken ending)
    {
        try
        {
            var outcome = await AttemptAsync(due, ending);
            await ledger.SettleAsync(due, outcome, time.GetUtcNow());
            changes?.Raise(new Change(new StreamName(due.Region, Changes), null));
        }
        catch (Exception e)
        {
            log.LogError(e, "What came of delivery {Delivery} could not be written; it is taken again when its lease is over.", due.Id);
        }
        finally
        {
            lock (_busy)
            {
                if (--_busy[lane] == 0) _busy.Remove(lane);
            }

            // What waited behind it may go now.
            signal.Raise();
        }
    }

    private async Task<Outcome> AttemptAsync(DueDelivery due, CancellationToken ending)
    {
        try
        {
            return Recipients.IsSystem(due.Recipient)
                ? await systems.DeliverAsync(due, ending)
                : await modules.DeliverAsync(due, ending);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return new Outcome.PutOff(Text.Of("delivery.interrupted"), TimeSpan.Zero);
        }
        catch (Exception e)
        {
            log.LogError(e, "Delivery {Delivery} failed.", due.Id);
            return new Outcome.Failed(e.Message);
        }
    }
}
