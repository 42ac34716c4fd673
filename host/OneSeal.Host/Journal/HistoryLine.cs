using System.Text.Json;
using OneSeal.Host.Access;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Journal;

/// <summary>An event as the record of who did what shows it.</summary>
/// <param name="Title">The event's name in Chinese.</param>
internal sealed record HistoryLine(int Version, string Event, string Title, DateTimeOffset At, Actor By, JsonElement Data, string Hash)
{
    public static HistoryLine Of(StoredEvent stored) => new(
        stored.Version, stored.Type, TitleOf(stored.Type), stored.At, JournalJson.Read<Actor>(stored.Actor), JournalJson.Read<JsonElement>(stored.Data),
        Convert.ToHexStringLower(stored.Hash));

    public static string TitleOf(string type) => Text.Of("event." + type);
}
