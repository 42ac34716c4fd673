namespace OneSeal.Host.Journal;

/// <summary>
/// Forgets, every hour, the answers kept under idempotency keys that are older than thirty days: whoever has not sent a command again by
/// then has given it up. Several hosts may do so at once.
/// </summary>
internal sealed class AnswerSweep(EventJournal journal, TimeProvider time, ILogger<AnswerSweep> log, Workers workers) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Sweeping.EveryAsync(
            BetweenLooks, stop => journal.ForgetAnswersAsync(time.GetUtcNow() - KeptFor, stop), time, log, stoppingToken, workers.Of("answers"));
}
