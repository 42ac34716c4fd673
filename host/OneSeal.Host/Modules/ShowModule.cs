using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Modules;

/// <summary>A module with its items, the memorandum that carries each to the bureau, and what was decided of it.</summary>
internal static class ShowModule
{
    /// <param name="MayServeBureau">Whether a memorandum in force hands over any of its items: without, it serves the department only.</param>
    public sealed record Answer(ModuleAnswer Module, bool MayServeBureau, IReadOnlyList<ItemLine> Items, IReadOnlyList<HistoryLine> History);

    /// <param name="Owner">Who decides it now; null once it is cancelled.</param>
    /// <param name="Memorandum">On which that rests; null where no memorandum in force names the item.</param>
    /// <param name="IsHandedOver">Whether that memorandum moves it: one whose boundary is open names it and has not moved it yet.</param>
    public sealed record ItemLine(
        string Code, string Name, Organisation? Owner, ShowItem.MemorandumCitation? Memorandum, bool IsHandedOver);

    public static void MapShowModule(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/modules/{id}", async (
            string id, Actor actor, HttpResponse response, ModuleRegistry registry, EventJournal journal, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            var state = ModuleAnswer.RequireOwn(registry.StateOf(id), actor);
            var name = ModuleStanding.Kind.Stream(actor.Region, id);
            var standing = await journal.LoadAsync(ModuleStanding.Kind, name, cancellationToken);
            var items = new List<ItemLine>();
            foreach (var served in registry.Items.Where(i => i.Module == id))
            {
                var code = served.Item.Code.Value;
                var item = await journal.LoadAsync(Item.Kind, Item.Kind.Stream(actor.Region, code), cancellationToken);
                if (item.Exists) items.Add(LineOf(code, item.State, time.GetUtcNow()));
            }

            response.Headers.ETag = Versions.ETag(standing.Version);
            return TypedResults.Ok(new Answer(
                ModuleAnswer.Of(state, standing.Version), items.Exists(i => i.IsHandedOver), [.. items.OrderBy(i => i.Code, StringComparer.Ordinal)],
                [.. (await journal.EventsAsync(name, cancellationToken)).Select(HistoryLine.Of)]));
        })
        .RequireRoles(Role.Administrator);

    private static ItemLine LineOf(string code, Item item, DateTimeOffset now)
    {
        var owned = item.OwnerAt(now);
        return new ItemLine(
            code, item.Name, owned.Owner, owned.Memorandum is null ? null : new(owned.Memorandum, owned.Citation!),
            EnableModule.IsHandedOver(item, now));
    }
}
