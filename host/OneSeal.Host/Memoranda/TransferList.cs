using System.Collections.Immutable;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Memoranda;

/// <summary>划转清单 / 调整清单: a batch of items that a government decides to move, drafted, published and kept.</summary>
internal sealed record TransferList
{
    public static StreamKind<TransferList, TransferListEvent> Kind { get; } = new()
    {
        Name = "transfer-list",
        Events = new EventTypes<TransferListEvent>(),
        Initial = new TransferList(),
        Evolve = (list, recorded) => list.Evolve(recorded.Event),
        Project = Rows,
        ReadModels = ["transfer_lists", "published_transfers"],
    };

    public string Title { get; init; } = "";

    /// <summary>第几批.</summary>
    public int Batch { get; init; }

    public ImmutableList<TransferEntry> Entries { get; init; } = [];

    public string? Document { get; init; }

    public DateOnly? PublishedOn { get; init; }

    private TransferList Evolve(TransferListEvent happened) => happened switch
    {
        TransferListEvent.Drafted e => this with { Title = e.Title, Batch = e.Batch, Entries = [.. e.Entries] },
        TransferListEvent.Published e => this with { Document = e.Document, PublishedOn = e.On },
        _ => throw new InvalidOperationException($"A transfer list does not know {happened.GetType().Name}."),
    };

    private static IEnumerable<NpgsqlBatchCommand> Rows(StreamName stream, TransferList? before, TransferList list)
    {
        yield return JournalSql.Statement(
            """
            insert into oneseal.transfer_lists (region, id, title, batch, status, published_on, document)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (region, id) do update set title = excluded.title, batch = excluded.batch, status = excluded.status,
              published_on = excluded.published_on, document = excluded.document
            """,
            stream.Region, stream.Id, list.Title, list.Batch, list.PublishedOn is null ? "draft" : "published",
            list.PublishedOn.OrNull(), list.Document.OrNull());
        if (list.PublishedOn is null || before?.PublishedOn is not null) yield break;
        foreach (var entry in list.Entries.Where(e => e.To is not null))
        {
            yield return JournalSql.Statement(
                "insert into oneseal.published_transfers (region, item, to_code, list) values ($1, $2, $3, $4)",
                stream.Region, entry.Item, entry.To!.Code, stream.Id);
        }
    }
}

/// <summary>What a list does with an item.</summary>
internal enum TransferAction
{
    /// <summary>划转: from a department to the bureau.</summary>
    Transfer,

    /// <summary>调回: from the bureau back to the department.</summary>
    MoveBack,

    /// <summary>下放: onward to another organisation, a town for example.</summary>
    HandOn,

    /// <summary>取消: the item is no more.</summary>
    Cancel,
}

/// <param name="Item">实施编码.</param>
/// <param name="To">承接单位; null for a cancellation.</param>
internal sealed record TransferEntry(string Item, TransferAction Action, Organisation? To);

internal abstract record TransferListEvent
{
    [JournalEvent("transfer-list-drafted")]
    public sealed record Drafted(string Title, int Batch, IReadOnlyList<TransferEntry> Entries) : TransferListEvent;

    [JournalEvent("transfer-list-published")]
    public sealed record Published(string Document, DateOnly On) : TransferListEvent;
}
