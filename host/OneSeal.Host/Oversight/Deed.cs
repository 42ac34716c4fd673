using OneSeal.Host.Access;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Oversight;

/// <summary>One link of the chain of who did what, in what role and for whom; what it said is not everybody's and left out.</summary>
/// <param name="Title">The event's name in Chinese.</param>
internal sealed record Deed(
    int Version, string Event, string Title, DateTimeOffset At, string By, Role Role, Organisation Organisation, string Authority)
{
    public static async Task<IReadOnlyList<Deed>> OfAsync(EventJournal journal, StreamName stream, CancellationToken cancellationToken) =>
        [.. (await journal.EventsAsync(stream, cancellationToken)).Select(Of)];

    private static Deed Of(StoredEvent stored)
    {
        var by = JournalJson.Read<Actor>(stored.Actor);
        return new Deed(
            stored.Version, stored.Type, HistoryLine.TitleOf(stored.Type), stored.At, by.Name, by.Role, by.Organisation, by.Authority);
    }
}
