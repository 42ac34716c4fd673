namespace OneSeal.Host.Database;

/// <summary>
/// Two kernel locks let hosts share a cluster without asking each other. Who starts or stops it holds <c>changing.lock</c> alone
/// for as long as that takes; who uses it holds <c>using.lock</c> together with the others for as long as it runs. A host that wants
/// to stop the cluster may, if nobody else is using it. The kernel frees a dead host's locks, so nothing is ever stale.
/// </summary>
internal sealed class ClusterLocks(ClusterFolder folder) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    private FileStream? _use;

    /// <summary>Waits until no other host is starting or stopping the cluster; disposing lets the next one.</summary>
    public async Task<IDisposable> ChangeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (TryOpen("changing.lock", FileShare.None) is { } held) return held;
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Registers this host as a user. Only while changing.</summary>
    public void Use() => _use = TryOpen("using.lock", FileShare.Read)
        ?? throw new InvalidOperationException("The use of a cluster is registered by a host that may change it.");

    /// <summary>Whether this host was the last user; it is none any more. Only while changing.</summary>
    public bool LeaveAsLast()
    {
        _use?.Dispose();
        _use = null;
        using var alone = TryOpen("using.lock", FileShare.None);
        return alone is not null;
    }

    public void Dispose() => _use?.Dispose();

    // On Unix .NET turns FileShare.None into flock(LOCK_EX) and FileShare.Read into flock(LOCK_SH), without waiting for them.
    private FileStream? TryOpen(string name, FileShare share)
    {
        var path = Path.Combine(folder.Root, name);
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.Read, share);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
