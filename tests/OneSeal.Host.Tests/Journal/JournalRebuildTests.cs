using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Seals;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Journal;

[Collection(PostgresFixture.Collection)]
public class JournalRebuildTests(PostgresFixture postgres)
{
    private static readonly string[] Tables = ["snapshots", "stamp_books", "stamps", "items", "memoranda", "transfer_lists", "published_transfers", "seals"];

    private static readonly IStreamKind[] Kinds = [StampBook.Kind, Item.Kind, Memorandum.Kind, TransferList.Kind, Seal.Kind];

    [Fact]
    public async Task Snapshots_and_read_models_are_made_anew_byte_for_byte()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        var elsewhere = bureau.In(Bureau.Dalate);
        foreach (var place in new[] { bureau, elsewhere })
        {
            await place.StampAsync("2025", "公文一", "公文二");
            await place.StampAsync("2025", "公文三");
            await place.StampAsync("2026");
            await LiveAsync(place, Item.Kind, "000125009000");
            await LiveAsync(place, Memorandum.Kind, "lin-shen-bei-7");
            await LiveAsync(place, TransferList.Kind, "batch-3");
            await LiveAsync(place, Seal.Kind, "approval-1");
        }

        var before = await bureau.DumpAsync(Tables);
        await bureau.ExecuteAsync(
            """
            update oneseal.snapshots set state = '{}', version = 77 where stream like 'item:%';
            delete from oneseal.snapshots where stream like 'seal:%';
            insert into oneseal.stamp_books values ('370305', 'ghost', 'nobody', 1);
            delete from oneseal.items;
            """);

        (await JournalRebuild.RunAsync(bureau.Database, Kinds, CancellationToken.None)).ShouldBe(12);

        (await bureau.DumpAsync(Tables)).ShouldBe(before);
        (await JournalVerification.RunAsync(bureau.Database, Kinds, CancellationToken.None)).Broken.ShouldBeNull();
        (await bureau.StampAsync("2025", "公文四")).Stamps.ShouldBe(8);
    }

    [Fact]
    public async Task An_event_that_nobody_knows_stops_the_rebuild_and_nothing_has_changed()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("1", "公文一");
        await bureau.ExecuteAsync("update oneseal.events set type = 'document-burnt' where version = 2");
        var before = await bureau.DumpAsync(Tables);

        var unknown = await Should.ThrowAsync<UnknownEventException>(() => JournalRebuild.RunAsync(bureau.Database, Kinds, CancellationToken.None));

        unknown.Message.ShouldContain("document-burnt");
        (await bureau.DumpAsync(Tables)).ShouldBe(before);
    }

    [Fact]
    public async Task An_event_newer_than_the_program_stops_the_rebuild()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("1", "公文一");

        await Should.ThrowAsync<UnknownEventException>(() => JournalRebuild.RunAsync(bureau.Database, [OldStampBook.Kind], CancellationToken.None));
    }

    [Fact]
    public async Task A_stream_that_nobody_knows_stops_the_rebuild()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("1", "公文一");

        await Should.ThrowAsync<UnknownEventException>(() => JournalRebuild.RunAsync(bureau.Database, [Seal.Kind], CancellationToken.None));
        (await bureau.BookAsync("1")).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Events_of_an_old_version_are_brought_up_when_they_are_read()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.Journal.ExecuteAsync(
            bureau.Context(),
            async work =>
            {
                var book = await work.LoadAsync(OldStampBook.Kind, "2019", CancellationToken.None);
                work.Append(book, new OldStampBookEvent.Opened("李某"), new OldStampBookEvent.Stamped("公文一"));
                return "";
            },
            CancellationToken.None);

        await JournalRebuild.RunAsync(bureau.Database, [StampBook.Kind], CancellationToken.None);

        (await bureau.BookAsync("2019")).State.Entries.ShouldHaveSingleItem().ShouldBe(new StampEntry("公文一", 1, Bureau.Morning));
        // What was written stays as it was written; only its reading has changed.
        await bureau.ShouldBeWholeAsync();
        (await bureau.StampAsync("2019", "公文二")).Stamps.ShouldBe(3);
        await bureau.ShouldBeWholeAsync();
    }

    [Fact]
    public void An_upgrade_that_is_missing_or_leads_nowhere_shows_at_the_start()
    {
        Should.Throw<InvalidOperationException>(() => new EventTypes<StampBookEvent>()).Message.ShouldContain("document-stamped");
        Should.Throw<InvalidOperationException>(() => new EventTypes<OldStampBookEvent>(new EventUpgrade("document-stamped", 1, _ => { })));
    }

    /// <summary>Everything that can happen to such a stream, in the order in which it is written down, a command each.</summary>
    private static async Task LiveAsync<TState, TEvent>(Bureau bureau, StreamKind<TState, TEvent> kind, string id)
        where TState : class where TEvent : class
    {
        var types = kind.Events.All.OrderBy(t => t.MetadataToken).ToArray();
        foreach (var (hour, type) in types.Index())
        {
            await bureau.Journal.ExecuteAsync(
                bureau.Context(minutes: 60 * hour),
                async work =>
                {
                    var stream = await work.LoadAsync(kind, id, CancellationToken.None);
                    work.Append(stream, (TEvent)Sample.Of(type));
                    return "";
                },
                CancellationToken.None);
        }
    }
}
