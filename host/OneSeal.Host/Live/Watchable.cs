using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Feedback;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Requests;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Live;

/// <summary>What can be watched, by whom: exactly what and whom the address that shows it would answer.</summary>
internal sealed class Watchable
{
    private readonly Dictionary<string, (AllowedRoles Roles, Find Find)> _kinds;

    public Watchable(EventJournal journal, LocalityBook localities, NpgsqlDataSource database)
    {
        var (anybody, staff) = (AllowedRoles.Of(Roles.OfAccounts), AllowedRoles.Of(Roles.Staff));
        _kinds = new(StringComparer.Ordinal)
        {
            [Case.Kind.Name] = (anybody, async (actor, id, stop) =>
                Of(await ShowCase.LoadAsync(journal, localities, actor, id, stop))),
            [Licence.Kind.Name] = (anybody, async (actor, id, stop) =>
                Of(await ShowLicence.LoadAsync(id, actor, journal, localities, database, stop))),
            [Push.Kind.Name] = (AllowedRoles.Of(ShowPush.Readers), async (actor, id, stop) =>
                Of(await PushAccess.LoadAsync(journal, localities, actor, id, stop))),
            [FormalRequest.Kind.Name] = (AllowedRoles.Of(ShowRequest.Readers), async (actor, id, stop) =>
                Of(await ShowRequest.LoadAsync(journal, localities, actor, id, stop))),
            [FeedbackRecord.Kind.Name] = (staff, async (actor, id, stop) =>
                Of(await ShowFeedback.LoadAsync(journal, localities, actor, id, stop))),
            [Item.Kind.Name] = (anybody, async (actor, id, stop) =>
                Of(await journal.LoadAsync(Item.Kind, Item.Kind.Stream(actor.Region, id), stop), "item-unknown")),
            [Memorandum.Kind.Name] = (staff, async (actor, id, stop) =>
                Of(await journal.LoadAsync(Memorandum.Kind, Memorandum.Kind.Stream(actor.Region, id), stop), "memorandum-unknown")),
            [TransferList.Kind.Name] = (staff, async (actor, id, stop) =>
                Of(await journal.LoadAsync(TransferList.Kind, TransferList.Kind.Stream(actor.Region, id), stop), "transfer-list-unknown")),
        };
    }

    private delegate Task<(StreamName Stream, int Version)> Find(Actor actor, string id, CancellationToken cancellationToken);

    /// <exception cref="Refusal">There is no such thing, or not for this person.</exception>
    public async Task<(StreamName Stream, int Version)> FindAsync(
        System.Security.Claims.ClaimsPrincipal person, string kind, string id, CancellationToken cancellationToken)
    {
        if (!_kinds.TryGetValue(kind, out var known)) throw new Refusal("watch-kind-unknown", ("kinds", _kinds.Keys));
        return await known.Find(Actor.From(person, known.Roles), id, cancellationToken);
    }

    private static (StreamName Stream, int Version) Of<TState, TEvent>(LoadedStream<TState, TEvent> stream, string unknown = "")
        where TState : class where TEvent : class =>
        stream.Exists ? (stream.Name, stream.Version) : throw Refusal.NotFound(unknown, ("id", stream.Name.Id));
}
