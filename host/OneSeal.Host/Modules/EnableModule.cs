using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Modules;

/// <summary>
/// 启用模块: for the department's own window, or also for the bureau — which needs a memorandum in force that covers its items.
/// </summary>
internal static class EnableModule
{
    public sealed record Request(ModuleService For);

    public static void MapEnableModule(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/modules/{id}/enable", (
            string id, Request request, Actor actor, CommandEdge edge, ModuleRegistry registry, ModuleKeeper keeper,
            CancellationToken cancellationToken) =>
            edge.RunAsync(
                actor, request, work => RunAsync(work, registry, id, request, cancellationToken), cancellationToken,
                answer => ModuleAnswer.FollowedAsync(answer, registry, keeper, cancellationToken)))
        .RequireRoles(Role.Administrator);

    public static async Task<ModuleAnswer> RunAsync(
        JournalWork work, ModuleRegistry registry, string id, Request request, CancellationToken cancellationToken)
    {
        var state = ModuleAnswer.RequireOwn(registry.StateOf(id), work.Context.Actor);
        var stream = await work.LoadAsync(ModuleStanding.Kind, id, cancellationToken);
        var items = new List<Item>();
        foreach (var served in registry.Items.Where(i => i.Module == id))
            items.Add((await work.LoadAsync(Item.Kind, served.Item.Code.Value, cancellationToken)).State);
        return ModuleAnswer.Of(state, work.Append(stream, Decide(stream.State, state, items, request, work.Context.At)).Version);
    }

    public static IEnumerable<ModuleStandingEvent> Decide(
        ModuleStanding standing, ModuleState state, IReadOnlyList<Item> items, Request request, DateTimeOffset now)
    {
        if (state.Status is ModuleStatus.Found or ModuleStatus.Unsupported or ModuleStatus.Malfunctioned)
            throw Refusal.Conflict("module-not-loaded", ("module", state.Id));
        if (request.For == ModuleService.Bureau && !items.Any(i => IsHandedOver(i, now)))
            throw Refusal.Conflict("module-without-memorandum", ("department", state.Department!.Name), ("count", items.Count));
        if (standing.Service == request.For) return [];
        return [new ModuleStandingEvent.Enabled(request.For, state.Version?.ToString(3) ?? "")];
    }

    // One whose boundary is open is named in a memorandum and has not moved; one that the department leads for a while has.
    public static bool IsHandedOver(Item item, DateTimeOffset now) =>
        item.OwnerAt(now) is { Memorandum: not null } owned && (owned.Owner?.Code != item.Department.Code || owned.Assisting is not null);
}
