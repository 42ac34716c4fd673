namespace OneSeal.Host.Demonstration;

/// <summary>The clock of the story. What it says is the story's hour; timers and time limits run in real time all the same.</summary>
internal sealed class SimulatedTime : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <exception cref="InvalidOperationException">A story is told forwards.</exception>
    public void MoveTo(DateTimeOffset instant)
    {
        if (instant < _now) throw new InvalidOperationException($"The story cannot go back from {_now:u} to {instant:u}.");
        _now = instant.ToUniversalTime();
    }
}
