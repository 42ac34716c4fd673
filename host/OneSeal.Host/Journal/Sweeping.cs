namespace OneSeal.Host.Journal;

/// <summary>Work that is looked for again and again. A look that fails is one line in the log, and the next look is made all the same.</summary>
internal static class Sweeping
{
    /// <summary>Looks now, and then as often as <see cref="EveryAsync"/>.</summary>
    public static async Task NowAndEveryAsync(
        TimeSpan between, Func<CancellationToken, Task> look, TimeProvider time, ILogger log, CancellationToken stopping, Worker? worker = null)
    {
        await LookAsync(look, log, stopping, worker);
        await EveryAsync(between, look, time, log, stopping, worker);
    }

    /// <summary>Looks each time the span is over, until the host stops.</summary>
    public static async Task EveryAsync(
        TimeSpan between, Func<CancellationToken, Task> look, TimeProvider time, ILogger log, CancellationToken stopping, Worker? worker = null)
    {
        using var timer = new PeriodicTimer(between, time);
        while (await timer.WaitForNextTickAsync(stopping)) await LookAsync(look, log, stopping, worker);
    }

    /// <summary>Looks once.</summary>
    public static async Task LookAsync(Func<CancellationToken, Task> look, ILogger log, CancellationToken stopping, Worker? worker = null)
    {
        try
        {
            await (worker is null ? look(stopping) : worker.LookAsync(look, stopping));
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            log.LogError(e, "A look failed; the next one is made in its time.");
        }
    }
}
