using Microsoft.AspNetCore.SignalR;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Connections;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Modules;
using OneSeal.Host.People;
using OneSeal.Host.Seals;

namespace OneSeal.Host.Live;

/// <summary>Says to those connected to this host what concerns them.</summary>
internal sealed class LiveTeller(IHubContext<LiveHub> hub, LiveConnections connections)
{
    /// <summary>Not a stream of the journal: a row of the delivery ledger.</summary>
    public const string Delivery = "delivery";

    public const string Work = "long-work";

    /// <summary>More than these of one kind in a moment are told as the kind.</summary>
    private const int MostNamed = 20;

    /// <summary>What every one of the staff may read, and so may know which of it has changed.</summary>
    private static readonly HashSet<string> OpenToStaff =
        [Item.Kind.Name, Memorandum.Kind.Name, TransferList.Kind.Name, Locality.Kind.Name, Seal.Kind.Name, ModuleStanding.Kind.Name];

    private static readonly HashSet<string> OfAdministrators = [Connection.Kind.Name, Receiver.Kind.Name, Person.Kind.Name, Delivery];

    public async Task TellAsync(Bulletin bulletin)
    {
        foreach (var changed in bulletin.Streams)
        {
            var stream = changed.Stream;
            if (stream.Kind == Person.Kind.Name && Guid.TryParse(stream.Id, out var person)) connections.CutOf(person);
            await SayAsync(LiveGroups.Watching(stream), LiveMessages.Changed, new ChangedMessage(stream.Kind, stream.Id, changed.Version));
        }

        foreach (var kind in bulletin.Streams.GroupBy(c => (c.Region, c.Stream.Kind))) await TellListsAsync(kind.Key.Region, kind.Key.Kind, [.. kind]);
        foreach (var list in bulletin.Tasks)
            await SayAsync(LiveGroups.Organisation(list.Region, list.Organisation), LiveMessages.Tasks, new TasksMessage(list.Organisation));
    }

    public Task SayMissedAsync() => hub.Clients.All.SendAsync(LiveMessages.Missed);

    public Task SayPresentAsync(StreamName stream, IReadOnlyList<PersonPresent> people) =>
        SayAsync(LiveGroups.StaffOn(stream), LiveMessages.Present, new PresentMessage(stream.Kind, stream.Id, people));

    private async Task TellListsAsync(string region, string kind, ChangedStream[] changed)
    {
        // How far it is changes beside the journal, and is told to the administrators of all regions alike.
        if (kind == Work)
        {
            foreach (var work in changed) await SayAsync(LiveGroups.Administrators(region), LiveMessages.Work, new WorkMessage(work.Stream.Id));
            return;
        }

        var group = OfAdministrators.Contains(kind) ? LiveGroups.Administrators(region) : LiveGroups.Staff(region);
        // Which case it was is not for everybody: that something of the kind has changed is enough to ask for one's own list again.
        if (!OpenToStaff.Contains(kind) || changed.Length > MostNamed)
        {
            await SayAsync(group, LiveMessages.Changed, new ChangedMessage(kind, null, null));
            return;
        }

        foreach (var one in changed) await SayAsync(group, LiveMessages.Changed, new ChangedMessage(kind, one.Stream.Id, one.Version));
    }

    private Task SayAsync(string group, string message, object content) => hub.Clients.Group(group).SendAsync(message, content);
}
