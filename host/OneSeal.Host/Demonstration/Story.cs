namespace OneSeal.Host.Demonstration;

/// <summary>What happens, in the order of its time. One thing after the other, so that the same story gives the same journal.</summary>
internal sealed class Story(SimulatedTime time)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset, int)> _coming = new();
    private int _order;

    public void At(DateTimeOffset instant, Func<Task> happens) => _coming.Enqueue(happens, (instant, _order++));

    /// <summary>Something that goes on by itself: each turn says when the next one is, and the last says null.</summary>
    public void Follow(DateTimeOffset first, Func<Task<DateTimeOffset?>> turn) => At(first, async () =>
    {
        if (await turn() is { } next) Follow(next, turn);
    });

    /// <summary>Tells it up to an instant; what would come later does not happen.</summary>
    public async Task TellAsync(DateTimeOffset until)
    {
        while (_coming.TryDequeue(out var happens, out var when) && when.Item1 <= until)
        {
            time.MoveTo(when.Item1);
            await happens();
        }
    }
}
