using System.Collections.Concurrent;

namespace OneSeal.Host.Journal;

/// <summary>后台任务: when each of this host's workers last looked, and what came of it; for whoever watches the host.</summary>
internal sealed class Workers(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Worker> _workers = new(StringComparer.Ordinal);

    public IReadOnlyList<WorkerStanding> Standings => [.. _workers.Values.Select(w => w.Standing).OrderBy(s => s.Name, StringComparer.Ordinal)];

    /// <param name="name">Kebab case; its Chinese name stands in the texts under <c>worker.NAME</c>.</param>
    public Worker Of(string name) => _workers.GetOrAdd(name, n => new Worker(n, time));
}

/// <summary>One of them; it says itself when it looks.</summary>
internal sealed class Worker(string name, TimeProvider time)
{
    private volatile WorkerStanding _standing = new(name, null, null, null, null, false);

    public WorkerStanding Standing => _standing;

    /// <summary>Makes a look, and notes when it was and whether it failed.</summary>
    public async Task LookAsync(Func<CancellationToken, Task> look, CancellationToken stopping)
    {
        var began = time.GetUtcNow();
        try
        {
            await look(stopping);
            _standing = _standing with { LastLookAt = began, Took = time.GetUtcNow() - began, IsFailing = false };
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            var ended = time.GetUtcNow();
            _standing = new WorkerStanding(name, began, ended - began, ended, e.Message, true);
            throw;
        }
    }
}

/// <param name="LastLookAt">When the last look began; null before the first.</param>
/// <param name="Took">How long it took.</param>
/// <param name="LastFailedAt">When a look last failed; null if none has since the start.</param>
/// <param name="LastError">Why.</param>
/// <param name="IsFailing">That was the last look.</param>
internal sealed record WorkerStanding(
    string Name, DateTimeOffset? LastLookAt, TimeSpan? Took, DateTimeOffset? LastFailedAt, string? LastError, bool IsFailing);
