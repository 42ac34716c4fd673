using Npgsql;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Licences;

/// <summary>Finds a licence by its identifier alone.</summary>
/// <remarks>
/// The identifier does not name its region: this query crosses regions, and finds by a key that is unique in all.
/// </remarks>
internal sealed class LicenceFinder(NpgsqlDataSource database, EventJournal journal)
{
    public async Task<Licence?> FindAsync(string identifier, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select region from oneseal.licences where identifier = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = identifier });
        return await command.ExecuteScalarAsync(cancellationToken) is string region
            ? (await journal.LoadAsync(Licence.Kind, Licence.Kind.Stream(region, identifier), cancellationToken)).State
            : null;
    }
}
