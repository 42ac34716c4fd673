using Npgsql;
using OneSeal.Host.Access;

namespace OneSeal.Host.Journal;

/// <summary>核验日志: walks the whole journal and says whether it is as it was written.</summary>
internal static class CheckJournal
{
    public static void MapCheckJournal(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/journal/verify", (NpgsqlDataSource database, CancellationToken cancellationToken) =>
            JournalVerification.RunAsync(database, StreamKinds.All, cancellationToken))
        .RequireRoles(Role.Administrator);
}
