using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Tests.Cases;

namespace OneSeal.Host.Tests.Memoranda;

public class A_transfer_list
{
    private static readonly DateOnly Today = District.Day("2026-03-02");

    private static readonly TransferEntry Moved = new(AnItem.Code, TransferAction.Transfer, District.Bureau);

    private static readonly TransferEntry Cancelled = new(AnItem.Code, TransferAction.Cancel, null);

    [Fact]
    public void Is_drawn_up_anew_until_it_is_published()
    {
        var again = Drafted(Moved).And(DraftTransferList.Decide(Drafted(Moved), new("改", 2, [Moved])));
        (again.Title, again.Batch).ShouldBe(("改", 2));
        District.Refused("transfer-list-published", () => DraftTransferList.Decide(Published(), new("改", 2, [Moved])));
        District.Refused("transfer-list-published", () => PublishTransferList.Decide(Published(), new("锦政办字〔2026〕2号", Today), Today));
    }

    [Fact]
    public void Is_refused_where_it_is_incomplete()
    {
        Draft("title-missing", "title", new("", 1, [Moved]));
        Draft("batch-invalid", "batch", new("第一批", 0, [Moved]));
        Draft("transfer-list-empty", "entries", new("第一批", 1, []));
        Draft("transfer-entry-without-recipient", "entries[0].to", new("第一批", 1, [Moved with { To = null }]));
        Draft("transfer-entry-cancelled-to", "entries[0].to", new("第一批", 1, [Cancelled with { To = District.Bureau }]));
        Draft("transfer-entry-twice", "entries[1].item", new("第一批", 1, [Moved, Cancelled]));
        Draft("organisation-code-invalid", "entries[0].to.code", new("第一批", 1, [Moved with { To = new("某局", "1") }]));

        static void Draft(string code, string field, DraftTransferList.Request request) =>
            District.Refused(code, () => DraftTransferList.Decide(new TransferList(), request), field);
    }

    [Fact]
    public void Is_published_by_its_document_not_ahead_of_time()
    {
        Published().PublishedOn.ShouldBe(Today);
        District.Refused("document-number-missing", () => PublishTransferList.Decide(Drafted(Moved), new(" ", Today), Today), "document");
        District.Refused("date-in-the-future", () => PublishTransferList.Decide(Drafted(Moved), new("锦政办字〔2026〕1号", Today.AddDays(1)), Today), "on");
    }

    [Fact]
    public void Cancels_from_today_or_a_later_day_and_an_item_only_once()
    {
        PublishTransferList.Decide(Drafted(Cancelled), new("锦政办字〔2026〕1号", Today.AddDays(30)), Today).ShouldNotBeNull();
        District.Refused("cancellation-in-the-past", () => PublishTransferList.Decide(Drafted(Cancelled), new("锦政办字〔2026〕1号", Today.AddDays(-1)), Today), "on");
        var item = AnItem.Registered().HandedOver();
        var gone = item.And(PublishTransferList.Cancel(item, Today, "batch-2"), "2026-03-02");
        gone.OwnerAt(District.At("2026-03-02")).Owner.ShouldBeNull();
        District.Refused("item-is-cancelled", () => PublishTransferList.Cancel(gone, Today.AddDays(60), "batch-3"));
    }

    private static TransferList Published() =>
        Drafted(Moved).And(PublishTransferList.Decide(Drafted(Moved), new("锦政办字〔2026〕1号", Today), Today));

    private static TransferList Drafted(params TransferEntry[] entries) =>
        new TransferList().And(DraftTransferList.Decide(new TransferList(), new("第一批划转清单", 1, entries)));
}

internal static class TransferListSteps
{
    public static TransferList And(this TransferList list, TransferListEvent happened) =>
        TransferList.Kind.Evolve(list, new Recorded<TransferListEvent>(happened, 0, District.At("2026-03-02"), By.System));
}
