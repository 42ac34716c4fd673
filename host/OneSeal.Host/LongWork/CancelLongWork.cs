using OneSeal.Host.Access;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.LongWork;

/// <summary>Calls a long work off, on whichever host it runs. Until its commit nothing has changed; from then on it is done.</summary>
internal static class CancelLongWork
{
    public static void MapCancelLongWork(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/long-work/{id}/cancel", async (
            string id, LongWorkRunner runner, LongWorkLedger ledger, CancellationToken cancellationToken) =>
        {
            await runner.InterruptGoneAsync(cancellationToken);
            var work = await ShowLongWork.OneAsync(ledger, ShowLongWork.IdOf(id), cancellationToken);
            if (!await ledger.AskToCancelAsync(work.Id, cancellationToken)) throw Refusal.Conflict("long-work-over", ("state", work.StateName));
            return work with { CancelAsked = true };
        })
        .RequireRoles(Role.Administrator).OfBureau();
}
