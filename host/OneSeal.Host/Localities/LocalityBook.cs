using System.Collections.Concurrent;
using Npgsql;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Localities;

/// <summary>The localities as every command needs them: looked up again after a moment, since another host may have changed them.</summary>
internal sealed class LocalityBook(EventJournal journal, TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public async Task<(Locality Locality, WorkCalendar Calendar)> OfAsync(string region, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        if (_entries.TryGetValue(region, out var known) && time.GetElapsedTime(known.LoadedAt, now) < GoodFor)
            return (known.Locality, known.Calendar);
        var loaded = await journal.LoadAsync(Locality.Kind, Locality.Kind.Stream(region, region), cancellationToken);
        if (!loaded.Exists) throw Refusal.NotFound("locality-unknown", ("region", region));
        // The calendar is built anew only when the locality has changed.
        var calendar = known is not null && known.Version == loaded.Version ? known.Calendar : loaded.State.Calendar;
        _entries[region] = new Entry(loaded.State, calendar, loaded.Version, now);
        return (loaded.State, calendar);
    }

    /// <summary>The regions with a locality. This query crosses regions: it is what finds them.</summary>
    public static async Task<IReadOnlyList<string>> RegionsAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select region from oneseal.snapshots where stream = 'locality:' || region order by region");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var regions = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) regions.Add(reader.GetString(0));
        return regions;
    }

    /// <summary>What this host has just changed it must see at once.</summary>
    public void Forget(string region) => _entries.TryRemove(region, out _);

    private sealed record Entry(Locality Locality, WorkCalendar Calendar, int Version, long LoadedAt);
}
