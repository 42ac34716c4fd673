using OneSeal.Host.Journal;

namespace OneSeal.Host.Live;

/// <summary>同时办理提示: which of the staff has open what, on this host and, as far as they tell, on the others.</summary>
internal sealed class Presence(LiveTeller teller, HostLine line, TimeProvider time)
{
    /// <summary>A host that has not said for so long that somebody is there has gone, and those with it.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(45);

    private readonly Lock _turn = new();
    private readonly Dictionary<StreamName, Dictionary<string, PersonPresent>> _here = [];
    private readonly Dictionary<(string Host, StreamName Stream), (IReadOnlyList<PersonPresent> People, long At)> _elsewhere = [];

    public Task ComeAsync(StreamName stream, string connection, PersonPresent person)
    {
        lock (_turn)
        {
            if (!_here.TryGetValue(stream, out var people)) _here[stream] = people = [];
            people.TryAdd(connection, person);
            line.SayPresent(stream, Distinct(people.Values));
        }

        return TellAsync(stream);
    }

    public Task LeaveAsync(StreamName stream, string connection)
    {
        lock (_turn)
        {
            if (!_here.TryGetValue(stream, out var people) || !people.Remove(connection)) return Task.CompletedTask;
            if (people.Count == 0) _here.Remove(stream);
            line.SayPresent(stream, Distinct(people.Values));
        }

        return TellAsync(stream);
    }

    /// <summary>Another host says who is there on it now.</summary>
    public Task HearAsync(string host, StreamName stream, IReadOnlyList<PersonPresent> people)
    {
        lock (_turn)
        {
            var known = _elsewhere.TryGetValue((host, stream), out var before) ? before.People : [];
            if (people.Count == 0) _elsewhere.Remove((host, stream));
            else _elsewhere[(host, stream)] = (people, time.GetTimestamp());
            if (known.SequenceEqual(people)) return Task.CompletedTask;
        }

        return TellAsync(stream);
    }

    /// <summary>Says again to the other hosts who is here, and forgets those of hosts that no longer do.</summary>
    public async Task BeatAsync()
    {
        StreamName[] gone;
        lock (_turn)
        {
            foreach (var (stream, people) in _here) line.SayPresent(stream, Distinct(people.Values));
            var silent = _elsewhere.Where(e => time.GetElapsedTime(e.Value.At) > Believed).Select(e => e.Key).ToArray();
            foreach (var key in silent) _elsewhere.Remove(key);
            gone = [.. silent.Select(key => key.Stream).Distinct()];
        }

        foreach (var stream in gone) await TellAsync(stream);
    }

    private Task TellAsync(StreamName stream)
    {
        PersonPresent[] people;
        lock (_turn)
        {
            var here = _here.TryGetValue(stream, out var own) ? own.Values : Enumerable.Empty<PersonPresent>();
            people = Distinct(here.Concat(_elsewhere.Where(e => e.Key.Stream == stream).SelectMany(e => e.Value.People)));
        }

        return teller.SayPresentAsync(stream, people);
    }

    private static PersonPresent[] Distinct(IEnumerable<PersonPresent> people) =>
        [.. people.GroupBy(p => p.Id).Select(same => same.MinBy(p => p.Since)!).OrderBy(p => p.Since)];
}
