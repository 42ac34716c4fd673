using System.Threading.RateLimiting;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Access;

/// <summary>
/// One password is tried at a time for each user name. Failures are counted only after a try, so tries let in side by side would all
/// come before the lock that the first five earn. It holds for one host: with several, as many tries as hosts can run side by side.
/// </summary>
internal sealed class SignInQueue : IDisposable
{
    private readonly PartitionedRateLimiter<string> _tries = PartitionedRateLimiter.Create<string, string>(userName =>
        RateLimitPartition.GetConcurrencyLimiter(userName, _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 10 }));

    /// <returns>The turn; disposing it lets the next one in.</returns>
    /// <exception cref="Refusal"><c>too-many-sign-ins</c>: ten are waiting already, and no person types like that.</exception>
    public async Task<IDisposable> WaitAsync(string userName, CancellationToken cancellation)
    {
        var turn = await _tries.AcquireAsync(userName, 1, cancellation);
        if (turn.IsAcquired) return turn;
        turn.Dispose();
        throw new Refusal("too-many-sign-ins") { Status = StatusCodes.Status429TooManyRequests };
    }

    public void Dispose() => _tries.Dispose();
}
