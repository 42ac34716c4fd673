using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Modules;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Health;

/// <summary>Whether the process lives, and whether it can do its work now.</summary>
internal static class ShowHealth
{
    public sealed record Live(string Status);

    public sealed record Ready(string Status, int Modules);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => new Live("live")).Anyone();

        routes.MapGet("/health/ready", async (NpgsqlDataSource database, ModuleRegistry modules, CancellationToken cancellationToken) =>
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            try
            {
                await using var command = database.CreateCommand("select 1");
                await command.ExecuteScalarAsync(patience.Token);
            }
            catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
            {
                throw new Refusal("database-unreachable") { Status = StatusCodes.Status503ServiceUnavailable };
            }

            return new Ready("ready", modules.States.Count(s => s.Status == ModuleStatus.Enabled));
        }).Anyone();
    }
}
