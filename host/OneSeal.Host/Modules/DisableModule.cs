using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Modules;

/// <summary>停用模块: no new application, no automatic step; its cases stay readable and go on when it is back.</summary>
internal static class DisableModule
{
    public sealed record Request(string Reason);

    public static void MapDisableModule(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/modules/{id}/disable", (
            string id, Request request, Actor actor, CommandEdge edge, ModuleRegistry registry, ModuleKeeper keeper,
            CancellationToken cancellationToken) =>
            edge.RunAsync(
                actor, request,
                async work =>
                {
                    var state = ModuleAnswer.RequireOwn(registry.StateOf(id), actor);
                    var stream = await work.LoadAsync(ModuleStanding.Kind, id, cancellationToken);
                    return ModuleAnswer.Of(state, work.Append(stream, Decide(stream.State, request)).Version);
                },
                cancellationToken,
                answer => ModuleAnswer.FollowedAsync(answer, registry, keeper, cancellationToken)))
        .RequireRoles(Role.Administrator);

    public static IEnumerable<ModuleStandingEvent> Decide(ModuleStanding standing, Request request)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        return standing.Service is null ? [] : [new ModuleStandingEvent.Disabled(request.Reason)];
    }
}
