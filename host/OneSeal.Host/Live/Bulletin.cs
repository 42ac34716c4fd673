using OneSeal.Host.Journal;

namespace OneSeal.Host.Live;

/// <summary>What has changed within a moment, each thing once.</summary>
internal sealed class Bulletin
{
    private readonly Dictionary<StreamName, int?> _streams = [];
    private readonly HashSet<TaskList> _tasks = [];

    public IReadOnlyCollection<ChangedStream> Streams => [.. _streams.Select(s => new ChangedStream(s.Key.Region, s.Key.Name, s.Value))];

    public IReadOnlyCollection<TaskList> Tasks => _tasks;

    public bool IsEmpty => _streams.Count == 0 && _tasks.Count == 0;

    public void Add(ChangedStream changed)
    {
        var known = _streams.GetValueOrDefault(changed.Stream);
        _streams[changed.Stream] = changed.Version is { } version ? Math.Max(version, known ?? 0) : known;
    }

    public void Add(TaskList tasks) => _tasks.Add(tasks);

    public void Add(Bulletin other)
    {
        foreach (var changed in other.Streams) Add(changed);
        foreach (var tasks in other.Tasks) Add(tasks);
    }
}

internal sealed record ChangedStream(string Region, string Name, int? Version)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public StreamName Stream => new(Region, Name);
}

/// <summary>The work list of an organisation.</summary>
internal sealed record TaskList(string Region, string Organisation);
