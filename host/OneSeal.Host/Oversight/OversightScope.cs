using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Oversight;

/// <summary>What of the region's tasks and delays somebody oversees: the bureau all of them, any other organisation its own.</summary>
internal static class OversightScope
{
    public static readonly Role[] Overseers = [Role.Administrator, Role.Decider, Role.DepartmentOfficer];

    /// <returns>The one organisation that is asked for or allowed; null for all.</returns>
    public static string? Of(Actor actor, Locality locality, string? asked) =>
        CaseAccess.IsOfBureau(actor, locality) ? asked : actor.Organisation.Code;

    /// <returns>The beginning of the names of a kind's streams.</returns>
    public static string? StreamsOf(string? kind) => kind is null || DelayedStreams.All.ContainsKey(kind)
        ? kind
        : throw new Refusal("task-kind-unknown", ("kind", kind), ("known", DelayedStreams.All.Keys))
        {
            Status = StatusCodes.Status400BadRequest,
            Field = "kind",
        };
}
