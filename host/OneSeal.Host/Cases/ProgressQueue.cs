using System.Threading.RateLimiting;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>
/// Whoever tries the ends of identifiers gets nowhere: some tries an hour for each case and for each address, right and wrong alike. It
/// holds for one host, as <see cref="Access.SignInQueue"/> does.
/// </summary>
internal sealed class ProgressQueue : IDisposable
{
    public const int TriesOfACase = 10;
    private const int TriesOfAnAddress = 60;

    private readonly PartitionedRateLimiter<string> _ofACase = PerHour(TriesOfACase);
    private readonly PartitionedRateLimiter<string> _ofAnAddress = PerHour(TriesOfAnAddress);

    /// <exception cref="Refusal"><c>too-many-tries</c>.</exception>
    public void Take(string number, string address)
    {
        using var byAddress = _ofAnAddress.AttemptAcquire(address);
        using var byCase = byAddress.IsAcquired ? _ofACase.AttemptAcquire(number) : null;
        if (byCase is not { IsAcquired: true }) throw new Refusal("too-many-tries") { Status = StatusCodes.Status429TooManyRequests };
    }

    public void Dispose()
    {
        _ofACase.Dispose();
        _ofAnAddress.Dispose();
    }

    private static PartitionedRateLimiter<string> PerHour(int tries) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = tries,
            Window = TimeSpan.FromHours(1),
        }));
}
