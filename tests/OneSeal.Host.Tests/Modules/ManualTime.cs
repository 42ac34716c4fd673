namespace OneSeal.Host.Tests.Modules;

/// <summary>A clock that stands until it is moved. Timers are the system's: what is tested with them has limits of milliseconds.</summary>
internal sealed class ManualTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
