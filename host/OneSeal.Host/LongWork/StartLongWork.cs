using OneSeal.Host.Access;
using OneSeal.Host.Localities;

namespace OneSeal.Host.LongWork;

/// <summary>核验日志、重建查询数据: starts what takes a while, and answers at once.</summary>
internal static class StartLongWork
{
    public static void MapStartLongWork(this IEndpointRouteBuilder routes)
    {
        Map(routes, "verify-journal", LongWorkKind.VerifyJournal);
        Map(routes, "rebuild", LongWorkKind.Rebuild);
    }

    private static void Map(IEndpointRouteBuilder routes, string name, LongWorkKind kind) => routes
        .MapPost("/api/long-work/" + name, async (
            Actor actor, LongWorkRunner runner, LongWorkLedger ledger, CancellationToken cancellationToken) =>
            await ShowLongWork.OneAsync(ledger, await runner.StartAsync(kind, actor, cancellationToken), cancellationToken))
        .RequireRoles(Role.Administrator).OfBureau();
}
