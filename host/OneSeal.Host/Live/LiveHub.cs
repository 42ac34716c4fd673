using Microsoft.AspNetCore.SignalR;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Live;

/// <summary>
/// 实时变更: tells who is connected that something has changed, so that he asks anew. Nothing of the content goes this way: what somebody may
/// read, the address decides that he asks.
/// </summary>
internal sealed class LiveHub(Watchable watchable, Presence presence, LiveConnections connections, TimeProvider time) : Hub
{
    public const string Address = "/api/live";

    private const int MostWatched = 100, LongestId = 200;

    private static readonly AllowedRoles OfAccounts = AllowedRoles.Of(Roles.OfAccounts);

    private HashSet<StreamName> Watched => (HashSet<StreamName>)Context.Items[nameof(Watched)]!;

    private bool IsStaff => Roles.Staff.Any(r => Context.User!.IsInRole(r.ToString()));

    private Actor Person => Actor.From(Context.User!, OfAccounts);

    public override async Task OnConnectedAsync()
    {
        Context.Items[nameof(Watched)] = new HashSet<StreamName>();
        connections.Add(Person.Id, Context);
        if (IsStaff)
        {
            var person = Person;
            await JoinAsync(LiveGroups.Staff(""));
            await JoinAsync(LiveGroups.Staff(person.Region));
            await JoinAsync(LiveGroups.Organisation(person.Region, person.Organisation.Code));
            if (Context.User!.IsInRole(nameof(Role.Administrator)))
            {
                await JoinAsync(LiveGroups.Administrators(""));
                await JoinAsync(LiveGroups.Administrators(person.Region));
            }
        }

        await base.OnConnectedAsync();
    }

    /// <summary>From now on the caller hears of every change of this, and staff of each other.</summary>
    [HubMethodName("watch")]
    public async Task<WatchAnswer> WatchAsync(string kind, string id)
    {
        try
        {
            if (Watched.Count >= MostWatched) throw new Refusal("watch-too-many", ("most", MostWatched));
            if (id.Length > LongestId || id.Contains('\0', StringComparison.Ordinal)) throw Refusal.NotFound("watch-unknown");
            var (stream, _) = await watchable.FindAsync(Context.User!, kind, id, Context.ConnectionAborted);
            await JoinAsync(LiveGroups.Watching(stream));
            // Looked at again: what changed before the caller was among those who are told, the version tells him.
            var (_, version) = await watchable.FindAsync(Context.User!, kind, id, Context.ConnectionAborted);
            Watched.Add(stream);
            if (IsStaff)
            {
                await JoinAsync(LiveGroups.StaffOn(stream));
                var person = Person;
                await presence.ComeAsync(
                    stream, Context.ConnectionId, new PersonPresent(person.Id, person.Name, person.Organisation.Name, time.GetUtcNow()));
            }

            return new WatchAnswer(stream.Kind, stream.Id, version, null);
        }
        catch (Refusal refusal)
        {
            return new WatchAnswer(kind, id, null, new WatchRefusal(refusal.Code, refusal.Message));
        }
    }

    [HubMethodName("unwatch")]
    public async Task UnwatchAsync(string kind, string id)
    {
        var stream = Watched.FirstOrDefault(s => s.Kind == kind && s.Id == id);
        if (!Watched.Remove(stream)) return;
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, LiveGroups.Watching(stream));
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, LiveGroups.StaffOn(stream));
        await presence.LeaveAsync(stream, Context.ConnectionId);
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context);
        foreach (var stream in Watched) await presence.LeaveAsync(stream, Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }

    private Task JoinAsync(string group) => Groups.AddToGroupAsync(Context.ConnectionId, group);
}
