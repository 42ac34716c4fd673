using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OneSeal.Host.Journal;

/// <summary>Brings the content of an old version of an event to the next version.</summary>
/// <param name="Event">The event's name.</param>
/// <param name="From">The version it takes.</param>
/// <param name="Upgrade">Changes the content in place to version <paramref name="From"/> + 1.</param>
internal sealed record EventUpgrade(string Event, int From, Action<JsonObject> Upgrade);

/// <summary>The events of one closed hierarchy, by the names they are journalled under.</summary>
/// <remarks>A name that is not known stops the reading loudly: to go on would be to forget something that was done.</remarks>
internal sealed class EventTypes<TEvent> where TEvent : class
{
    private readonly FrozenDictionary<string, (Type Type, int Version)> _byName;
    private readonly FrozenDictionary<Type, (string Name, int Version)> _byType;
    private readonly FrozenDictionary<(string, int), Action<JsonObject>> _upgrades;

    public EventTypes(params IReadOnlyList<EventUpgrade> upgrades)
    {
        var types = typeof(TEvent).GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
            .Where(t => t.IsSubclassOf(typeof(TEvent)) && !t.IsAbstract)
            .Select(t => (Type: t, Name: t.GetCustomAttribute<JournalEventAttribute>()
                ?? throw new InvalidOperationException($"The event {t.FullName} has no journal name.")))
            .ToArray();
        _byName = types.ToFrozenDictionary(t => t.Name.Name, t => (t.Type, t.Name.Version), StringComparer.Ordinal);
        _byType = types.ToFrozenDictionary(t => t.Type, t => (t.Name.Name, t.Name.Version));
        _upgrades = upgrades.ToFrozenDictionary(u => (u.Event, u.From), u => u.Upgrade);

        // Better at the start than years later, when the first old event is read.
        var needed = types.SelectMany(t => Enumerable.Range(1, t.Name.Version - 1).Select(from => (t.Name.Name, from))).ToHashSet();
        if (!needed.SetEquals(_upgrades.Keys))
        {
            needed.SymmetricExceptWith(_upgrades.Keys);
            throw new InvalidOperationException(
                $"Upgrades of {typeof(TEvent).Name} that are missing or lead nowhere: {string.Join(", ", needed)}.");
        }
    }

    public IEnumerable<Type> All => _byType.Keys;

    public (string Name, int Version) NameOf(TEvent journalled) => _byType[journalled.GetType()];

    public TEvent Read(string name, int version, ReadOnlySpan<byte> data)
    {
        if (!_byName.TryGetValue(name, out var known)) throw new UnknownEventException(name, version);
        if (version > known.Version) throw new UnknownEventException(name, version);
        if (version < known.Version) data = Upgraded(name, version, known.Version, data);
        return (TEvent?)JsonSerializer.Deserialize(data, known.Type, JournalJson.Options)
            ?? throw new JsonException($"An event '{name}' is null.");
    }

    private byte[] Upgraded(string name, int from, int to, ReadOnlySpan<byte> data)
    {
        var content = JsonNode.Parse(data)!.AsObject();
        for (var version = from; version < to; version++)
        {
            if (!_upgrades.TryGetValue((name, version), out var upgrade)) throw new UnknownEventException(name, version);
            upgrade(content);
        }

        return JsonSerializer.SerializeToUtf8Bytes(content, JournalJson.Options);
    }
}

/// <summary>The journal holds an event that this program does not know. Nothing is derived from such a stream.</summary>
internal sealed class UnknownEventException(string name, int version)
    : Exception($"The journal holds the event '{name}' of version {version}, which this program does not know.");
