using Npgsql;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;

namespace OneSeal.Host.Boundaries;

/// <summary>
/// Makes the list of a region for a day out of what the journal holds. An item knows by itself what was when; a memorandum that was amended
/// is read as it stood on that day.
/// </summary>
internal sealed class BoundaryBook(NpgsqlDataSource database, LocalityBook localities)
{
    /// <param name="organisation">Name or code of an organisation that has a part in it; null for all items.</param>
    public async Task<IReadOnlyList<Boundary>> OnAsync(
        string region, DateOnly day, string? organisation, CancellationToken cancellationToken)
    {
        var (locality, _) = await localities.OfAsync(region, cancellationToken);
        var list = BoundaryList.Of(
            await ItemsAsync(region, cancellationToken), await MemorandaAsync(region, day, cancellationToken), locality.TermsOn(day), day);
        return organisation is null ? list : [.. list.Where(b => b.Concerns(organisation))];
    }

    private async Task<IReadOnlyList<Item>> ItemsAsync(string region, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select s.state from oneseal.items i join oneseal.snapshots s on s.region = i.region and s.stream = 'item:' || i.code
            where i.region = $1
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var items = new List<Item>();
        while (await reader.ReadAsync(cancellationToken)) items.Add(JournalJson.Read<Item>(reader.GetFieldValue<byte[]>(0)));
        return items;
    }

    private async Task<IReadOnlyDictionary<string, Memorandum>> MemorandaAsync(
        string region, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select e.stream, e.version, e.type, e.type_version, e.at, e.actor, e.data, e.hash
            from oneseal.memoranda m join oneseal.events e on e.region = m.region and e.stream = 'memorandum:' || m.id
            where m.region = $1 and e.at <= $2 order by e.stream, e.version
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = BoundaryList.EndOf(day).ToUniversalTime() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var replays = new Dictionary<string, StreamReplay<Memorandum, MemorandumEvent>>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            var stored = JournalSql.ReadEvent(reader);
            var stream = new StreamName(region, stored.Stream);
            if (!replays.TryGetValue(stream.Id, out var replay))
                replays.Add(stream.Id, replay = new StreamReplay<Memorandum, MemorandumEvent>(Memorandum.Kind, stream));
            replay.Take(stored);
        }

        return replays.ToDictionary(r => r.Key, r => r.Value.Reached, StringComparer.Ordinal);
    }
}
