using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Modules;

/// <summary>更换模块: loads the module from its folder as it is now, while the host runs; what is under way ends on the old one.</summary>
internal static class ReplaceModule
{
    public sealed record Request;

    public static void MapReplaceModule(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/modules/{id}/replace", (
            string id, Actor actor, CommandEdge edge, ModuleRegistry registry, ModuleKeeper keeper, CancellationToken cancellationToken) =>
            edge.RunAsync(
                actor, new Request(),
                async work =>
                {
                    // One that never came up has no department yet: it is tried here before anything is decided of it.
                    var state = registry.StateOf(id);
                    if (state.Department is null) state = await registry.ReplaceAsync(id);
                    if (state.Department is null) throw Refusal.Conflict("module-does-not-load", ("module", id), ("reason", state.Reason));
                    ModuleAnswer.RequireOwn(state, actor);
                    var stream = await work.LoadAsync(ModuleStanding.Kind, id, cancellationToken);
                    var replaced = new ModuleStandingEvent.Replaced(state.Version?.ToString(3) ?? "");
                    return ModuleAnswer.Of(state, work.Append(stream, replaced).Version);
                },
                cancellationToken,
                answer => ModuleAnswer.FollowedAsync(answer, registry, keeper, cancellationToken)))
        .RequireRoles(Role.Administrator);
}
