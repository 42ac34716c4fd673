using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Catalogue;

/// <summary>办事指南的数据: an item as it is in force, with its owner and its versions.</summary>
internal static class ShowItem
{
    public sealed record Answer(
        string Region, string Code, string Module, ItemVersion InForce, Ownership Ownership, IReadOnlyList<VersionLine> Versions,
        int Version) : IVersioned;

    public sealed record VersionLine(string Number, DateTimeOffset From, string Source);

    public sealed record OwnershipAnswer(
        string Code, string Name, DateTimeOffset At, Organisation? Owner, Organisation Supervisor, Organisation? Assisting, string? Regime,
        MemorandumCitation? Memorandum, IReadOnlyList<string> Explanation);

    public sealed record MemorandumCitation(string Id, string Citation);

    public static void MapShowItem(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/items/{code}", async (
            string code, string? region, HttpResponse response, RequestRegion regions, EventJournal journal, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            var (item, itemRegion) = await LoadAsync(journal, regions, region, code, cancellationToken);
            var now = time.GetUtcNow();
            response.Headers.ETag = Versions.ETag(item.Version);
            return new Answer(
                itemRegion, code, item.State.Module, item.State.VersionAt(now)!, item.State.OwnerAt(now),
                [.. item.State.Versions.Select(v => new VersionLine(v.Number, v.From, v.Source))], item.Version);
        }).Anyone();

        routes.MapGet("/api/items/{code}/ownership", async (
            string code, string? at, string? region, RequestRegion regions, EventJournal journal, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            var (item, _) = await LoadAsync(journal, regions, region, code, cancellationToken);
            var instant = at is null ? time.GetUtcNow() : Instants.Parse(at, "at");
            var owned = item.State.OwnerAt(instant);
            return new OwnershipAnswer(
                code, item.State.Name, instant, owned.Owner, owned.Supervisor, owned.Assisting, owned.Regime,
                owned.Memorandum is null ? null : new MemorandumCitation(owned.Memorandum, owned.Citation!), owned.Explanation);
        }).Anyone();
    }

    public static async Task<(LoadedStream<Item, ItemEvent> Item, string Region)> LoadAsync(
        EventJournal journal, RequestRegion regions, string? asked, string code, CancellationToken cancellationToken)
    {
        var region = await regions.OfAsync(asked, cancellationToken);
        var item = await journal.LoadAsync(Item.Kind, Item.Kind.Stream(region, code), cancellationToken);
        return item.Exists ? (item, region) : throw Refusal.NotFound("item-unknown", ("id", code));
    }
}
