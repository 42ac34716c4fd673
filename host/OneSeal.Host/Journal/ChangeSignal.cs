namespace OneSeal.Host.Journal;

/// <summary>
/// Tells whoever listens in this process what has been committed. It is told after the commit and best effort: a listener takes it and
/// returns at once, and what nobody hears is not lost, for it stands in the database.
/// </summary>
internal sealed class ChangeSignal
{
    public event Action<Change>? Raised;

    public void Raise(Change change) => Raised?.Invoke(change);
}

/// <summary>Something has changed; never what.</summary>
/// <param name="Stream">Of which it can be asked anew; its id is empty where a list as a whole has changed.</param>
/// <param name="Version">Where it stands; null for what has no versions.</param>
internal sealed record Change(StreamName Stream, int? Version)
{
    /// <summary>
    /// The organisations whose work lists it moved, by code. Found out by whoever tells them: the command does not wait for it.
    /// </summary>
    public Func<IEnumerable<string>> TaskOwners { get; init; } = () => [];
}
