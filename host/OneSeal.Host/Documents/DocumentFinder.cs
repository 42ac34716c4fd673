using Npgsql;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Documents;

/// <summary>
/// Finds a document by its number: the number names the region, the region's table the case, and the case holds the document.
/// </summary>
internal sealed class DocumentFinder(NpgsqlDataSource database, EventJournal journal)
{
    public async Task<(Case Case, NoticeContent Content)?> FindAsync(DocumentNumber number, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select stream from oneseal.documents where region = $1 and number = $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number.Region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number.ToString() });
        if (await command.ExecuteScalarAsync(cancellationToken) is not string name) return null;
        var stream = await journal.LoadAsync(Case.Kind, new StreamName(number.Region, name), cancellationToken);
        return stream.State.Notices.Find(n => n.Number == number) is { } content ? (stream.State, content) : null;
    }
}
