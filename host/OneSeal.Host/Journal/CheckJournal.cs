using Npgsql;
using OneSeal.Host.Access;

namespace OneSeal.Host.Journal;

/// <summary>核验日志: walks the whole journal; from the command line also makes all snapshots and read models anew.</summary>
internal static class CheckJournal
{
    public static void MapCheckJournal(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/journal/verify", (NpgsqlDataSource database, CancellationToken cancellationToken) =>
            JournalVerification.RunAsync(database, StreamKinds.All, cancellationToken))
        .RequireRoles(Role.Administrator);
}
