using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.LongWork;

/// <summary>What was started, how far it is and what came of it, newest first.</summary>
internal static class ShowLongWork
{
    public static void MapShowLongWork(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/long-work", async (
            int? limit, string? after, LongWorkRunner runner, LongWorkLedger ledger, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(2);
            await runner.InterruptGoneAsync(cancellationToken);
            var rows = await ledger.ReadAsync(
                null, key[0] is { } before ? Instants.Parse(before, "after") : null, PageRequest.Identity(key[1]), page.Take + 1,
                cancellationToken);
            return page.Of([.. rows.Select(LongWorkAnswer.Of)], work => [work.StartedAt.ToString("O"), work.Id.ToString()]);
        }).RequireRoles(Role.Administrator).OfBureau();

        routes.MapGet("/api/long-work/{id}", async (
            string id, LongWorkRunner runner, LongWorkLedger ledger, CancellationToken cancellationToken) =>
        {
            await runner.InterruptGoneAsync(cancellationToken);
            return await OneAsync(ledger, IdOf(id), cancellationToken);
        }).RequireRoles(Role.Administrator).OfBureau();
    }

    public static Guid IdOf(string id) => Guid.TryParse(id, out var known) ? known : throw Unknown(id);

    public static async Task<LongWorkAnswer> OneAsync(LongWorkLedger ledger, Guid id, CancellationToken cancellationToken) =>
        await ledger.ReadAsync(id, null, null, 1, cancellationToken) is [var row] ? LongWorkAnswer.Of(row) : throw Unknown(id.ToString());

    private static Refusal Unknown(string id) => Refusal.NotFound("long-work-unknown", ("id", id));
}
