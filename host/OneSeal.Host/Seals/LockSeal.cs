using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Seals;

/// <summary>废止封存: a seal is locked away for good (山西 三(三)).</summary>
internal static class LockSeal
{
    public sealed record Request(string Reason);

    public static void MapLockSeal(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/seals/{id}/lock", (string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(
                actor, Seal.Kind, id, request, (seal, _) => [Decide(seal, request)], SealAnswer.Of, "seal-unknown", cancellationToken))
        .RequireRoles(Role.Administrator);

    public static SealEvent Decide(Seal seal, Request request)
    {
        if (seal.LockedAt is { } locked) throw new Refusal("seal-locked", ("seal", seal.Name), ("date", LocalTime.DayOf(locked)));
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        return new SealEvent.Locked(request.Reason);
    }
}
