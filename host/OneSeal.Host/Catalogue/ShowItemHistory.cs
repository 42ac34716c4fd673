using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Catalogue;

/// <summary>事项沿革: what an item's elements were in a version, and whose it was, is and is going to be.</summary>
internal static class ShowItemHistory
{
    public static void MapShowItemHistory(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/items/{code}/versions/{number}", async (
            string code, string number, string? region, RequestRegion regions, EventJournal journal, CancellationToken cancellationToken) =>
        {
            var (item, _) = await ShowItem.LoadAsync(journal, regions, region, code, cancellationToken);
            return item.State.Versions.FirstOrDefault(v => v.Number == number)
                ?? throw Refusal.NotFound("item-version-unknown", ("version", number), ("item", item.State.Name));
        }).Anyone();

        routes.MapGet("/api/items/{code}/ownerships", async (
            string code, string? region, RequestRegion regions, EventJournal journal, CancellationToken cancellationToken) =>
        {
            var (item, _) = await ShowItem.LoadAsync(journal, regions, region, code, cancellationToken);
            return OwnershipHistory.Of(item.State.Department, item.State.Assignments, item.State.CancelledAt);
        }).Anyone();
    }
}
