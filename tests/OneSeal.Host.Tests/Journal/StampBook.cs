using System.Collections.Immutable;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Tests.Journal;

/// <summary>用印登记簿: the smallest thing that has all a stream can have: a state, rows, and an event that once looked different.</summary>
internal sealed record StampBook
{
    public const string Table =
        """
        create table oneseal.stamp_books (region text, id text, keeper text not null, stamps int not null, primary key (region, id));
        create table oneseal.stamps (region text, book text, document text, count int not null, primary key (region, book, document));
        """;

    public static StreamKind<StampBook, StampBookEvent> Kind { get; } = new()
    {
        Name = "stamp-book",
        Events = new EventTypes<StampBookEvent>(
            // In its first version it knew one stamp for each entry.
            new EventUpgrade("document-stamped", 1, content => content["count"] = 1)),
        Initial = new StampBook(),
        Evolve = (book, recorded) => recorded.Event switch
        {
            StampBookEvent.Opened e => book with { Keeper = e.Keeper, OpenedAt = recorded.At, OpenedBy = recorded.By.Name },
            StampBookEvent.Stamped e => book with { Entries = book.Entries.Add(new StampEntry(e.Document, e.Count, recorded.At)) },
            var unknown => throw new InvalidOperationException($"A stamp book does not know {unknown.GetType().Name}."),
        },
        Project = (stream, before, book) =>
        [
            JournalSql.Statement(
                """
                insert into oneseal.stamp_books (region, id, keeper, stamps) values ($1, $2, $3, $4)
                on conflict (region, id) do update set stamps = excluded.stamps
                """,
                stream.Region, stream.Id, book.Keeper, book.Entries.Sum(e => e.Count)),
            .. book.Entries.Skip(before?.Entries.Count ?? 0).Select(e => JournalSql.Statement(
                "insert into oneseal.stamps (region, book, document, count) values ($1, $2, $3, $4)",
                stream.Region, stream.Id, e.Document, e.Count)),
        ],
        ReadModels = ["stamp_books", "stamps"],
    };

    public string Keeper { get; init; } = "";

    public DateTimeOffset? OpenedAt { get; init; }

    public string OpenedBy { get; init; } = "";

    public ImmutableList<StampEntry> Entries { get; init; } = [];
}

internal sealed record StampEntry(string Document, int Count, DateTimeOffset At);

internal abstract record StampBookEvent
{
    [JournalEvent("stamp-book-opened")]
    public sealed record Opened(string Keeper) : StampBookEvent;

    [JournalEvent("document-stamped", version: 2)]
    public sealed record Stamped(string Document, int Count) : StampBookEvent;
}

/// <summary>The same book in the program of last year.</summary>
internal sealed record OldStampBook(string Keeper)
{
    public static StreamKind<OldStampBook, OldStampBookEvent> Kind { get; } = new()
    {
        Name = StampBook.Kind.Name,
        Events = new EventTypes<OldStampBookEvent>(),
        Initial = new OldStampBook(""),
        Evolve = (book, recorded) => recorded.Event is OldStampBookEvent.Opened e ? new(e.Keeper) : book,
    };
}

internal abstract record OldStampBookEvent
{
    [JournalEvent("stamp-book-opened")]
    public sealed record Opened(string Keeper) : OldStampBookEvent;

    [JournalEvent("document-stamped")]
    public sealed record Stamped(string Document) : OldStampBookEvent;
}

internal sealed record BookAnswer(string Id, int Version, int Stamps);
