using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Modules;

/// <summary>模块一览: what is installed, how far each has come and why.</summary>
internal static class ShowModules
{
    public static void MapShowModules(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/modules", (Actor actor, ModuleRegistry registry) =>
            registry.States.Where(s => s.Department is null || s.Department.Region.Value == actor.Region)
                .Select(s => ModuleAnswer.Of(s, 0)))
        .RequireRoles(Roles.Staff);
}

/// <summary>A module as an administrator sees it.</summary>
internal sealed record ModuleAnswer(
    string Id, string? Department, ModuleStatus Status, string StatusName, string Reason, DateTimeOffset Since, ModuleService? Service,
    string? ModuleVersion, string? SdkVersion, int ItemCount, ModuleIncident? LastFault, int Version) : IVersioned
{
    public static ModuleAnswer Of(ModuleState state, int version) => new(
        state.Id, state.Department?.Name, state.Status, Text.Of("module.status." + state.Status), state.Reason, state.Since, state.Service,
        state.Version?.ToString(), state.SdkVersion?.ToString(), state.ItemCount, state.LastFault, version);

    /// <summary>A region's administrator decides of its own departments' modules only.</summary>
    public static ModuleState RequireOwn(ModuleState state, Actor actor) =>
        state.Department is null || state.Department.Region.Value == actor.Region
        ? state
        : throw Refusal.NotFound("module-unknown", ("module", state.Id));

    public static async Task<ModuleAnswer> FollowedAsync(
        ModuleAnswer answer, ModuleRegistry registry, ModuleKeeper keeper, CancellationToken cancellationToken)
    {
        await keeper.FollowAsync(cancellationToken);
        return Of(registry.StateOf(answer.Id), answer.Version);
    }
}
