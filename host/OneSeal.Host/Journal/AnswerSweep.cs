namespace OneSeal.Host.Journal;

/// <summary>
/// Forgets, every hour, the answers kept under idempotency keys that are older than thirty days: whoever has not sent a command again by
/// then has given it up. Several hosts may do so at once.
/// </summary>
internal sealed class AnswerSweep(EventJournal journal, TimeProvider time, ILogger<AnswerSweep> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await journal.ForgetAnswersAsync(time.GetUtcNow() - KeptFor, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "Old answers were not forgotten; it is tried again.");
            }
        }
    }
}
