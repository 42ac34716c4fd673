using System.Text.Json;
using OneSeal.Host.Access;

namespace OneSeal.Host.Journal;

/// <summary>An event as the record of who did what shows it.</summary>
internal sealed record HistoryLine(int Version, string Event, DateTimeOffset At, Actor By, JsonElement Data, string Hash)
{
    public static HistoryLine Of(StoredEvent stored) => new(
        stored.Version, stored.Type, stored.At, JournalJson.Read<Actor>(stored.Actor), JournalJson.Read<JsonElement>(stored.Data),
        Convert.ToHexStringLower(stored.Hash));
}
