using Npgsql;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Requests;

namespace OneSeal.Host.Documents;

/// <summary>
/// Finds a document by its number: the number names the region, the region's table the stream, and the stream holds the document.
/// </summary>
internal sealed class DocumentFinder(NpgsqlDataSource database, EventJournal journal, LocalityBook localities)
{
    public async Task<(INoticeHolder Holder, NoticeContent Content)?> FindAsync(DocumentNumber number, CancellationToken cancellationToken)
    {
        if (number.Kind == NoticeKind.Receipt) return await ReceiptAsync(number, cancellationToken);
        await using var command = database.CreateCommand("select stream from oneseal.documents where region = $1 and number = $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number.Region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number.ToString() });
        if (await command.ExecuteScalarAsync(cancellationToken) is not string name) return null;
        var holder = await HolderAsync(new StreamName(number.Region, name), cancellationToken);
        return holder.Notices.Find(n => n.Number == number) is { } content ? (holder, content) : null;
    }

    /// <summary>A receipt is in no list: its number names the case, and the case says what was received.</summary>
    private async Task<(INoticeHolder Holder, NoticeContent Content)?> ReceiptAsync(DocumentNumber number, CancellationToken cancellationToken)
    {
        var id = CaseId.Make(number.Year, number.Serial);
        var found = await journal.LoadAsync(Case.Kind, Case.Kind.Stream(number.Region, id), cancellationToken);
        if (!found.Exists) return null;
        var (locality, _) = await localities.OfAsync(number.Region, cancellationToken);
        return Receipt.Of(id, found.State, locality) is { } receipt && receipt.Number == number ? (found.State, receipt) : null;
    }

    private async Task<INoticeHolder> HolderAsync(StreamName stream, CancellationToken cancellationToken)
    {
        if (stream.Kind == Case.Kind.Name) return (await journal.LoadAsync(Case.Kind, stream, cancellationToken)).State;
        if (stream.Kind == FormalRequest.Kind.Name) return (await journal.LoadAsync(FormalRequest.Kind, stream, cancellationToken)).State;
        throw new InvalidOperationException($"{stream} holds no documents.");
    }
}
