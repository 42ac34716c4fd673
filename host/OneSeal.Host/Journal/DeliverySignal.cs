namespace OneSeal.Host.Journal;

/// <summary>
/// Tells this host's worker that there may be something to deliver: a command has written it, or room has come free. Whatever happens on
/// other hosts it finds when it looks by itself.
/// </summary>
internal sealed class DeliverySignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);
    private int _isRaised;

    public void Raise()
    {
        if (Interlocked.Exchange(ref _isRaised, 1) == 0) _raised.Release();
    }

    /// <summary>Until it is raised, or the time is over.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (await _raised.WaitAsync(atMost, cancellationToken)) Volatile.Write(ref _isRaised, 0);
    }

    public void Dispose() => _raised.Dispose();
}
