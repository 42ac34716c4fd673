using OneSeal.Host.Access;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Licences;

/// <summary>免于提交: which of an item's materials the bureau has already of whoever applies, asked before anything is written down.</summary>
internal static class ShowHeld
{
    public sealed record HeldForItem(string Item, string Holder, IReadOnlyList<HeldMaterialLine> Materials);

    /// <param name="Licences">What stands in for the material, in force today.</param>
    public sealed record HeldMaterialLine(string Key, string Name, IReadOnlyList<HeldLicence> Licences);

    public static void MapShowHeld(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/items/{code}/held", async (
            string code, string holder, Actor actor, RequestRegion regions, EventJournal journal, HeldLicences licences, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            var (item, region) = await ShowItem.LoadAsync(journal, regions, actor.Region, code, cancellationToken);
            var now = time.GetUtcNow();
            var held = await OfAsync(licences, actor, region, holder.Trim(), LocalTime.DayOf(now), cancellationToken);
            return new HeldForItem(
                code, holder.Trim(),
                [
                    .. item.State.VersionAt(now)!.Elements.Materials
                        .Select(m => new HeldMaterialLine(m.Key, m.Name, [.. held.Where(l => l.Name == m.HeldAs)]))
                        .Where(m => m.Licences.Count > 0),
                ]);
        })
        .RequireRoles(Role.Window, Role.Public);

    /// <summary>What somebody may know of a holder's licences before he applies: a window all, an applicant those he applied for.</summary>
    public static Task<IReadOnlyList<HeldLicence>> OfAsync(
        HeldLicences licences, Actor actor, string region, string holder, DateOnly day, CancellationToken cancellationToken) =>
        licences.OfAsync(region, holder, day, cancellationToken, actor.Role == Role.Public ? actor.Id : null);
}
