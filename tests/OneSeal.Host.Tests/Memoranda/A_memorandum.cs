using OneSeal.Host.Access;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Tests.Cases;

namespace OneSeal.Host.Tests.Memoranda;

public class A_memorandum
{
    private static readonly Actor OfTheBureau = By.Administrator();

    private static readonly Actor OfTheDepartment = By.Officer();

    [Fact]
    public void Takes_effect_with_the_second_signature()
    {
        var one = Drafted().Signed(Side.From, OfTheDepartment);
        one.Status.ShouldBe(MemorandumStatus.SignedByOne);
        one.EffectiveFrom.ShouldBeNull();
        var both = one.Signed(Side.To, OfTheBureau, "2026-03-04");
        both.Status.ShouldBe(MemorandumStatus.Signed);
        both.EffectiveFrom.ShouldBe(District.At("2026-03-04"));
    }

    [Fact]
    public void Takes_effect_with_the_handover_date_where_that_is_later() =>
        Drafted(Content() with { HandoverOn = District.Day("2026-04-01") }).Signed(Side.From, OfTheDepartment).Signed(Side.To, OfTheBureau)
            .EffectiveFrom.ShouldBe(LocalTime.StartOf(District.Day("2026-04-01")));

    [Fact]
    public void Is_signed_by_each_side_for_itself_and_once()
    {
        District.Refused("signs-for-another", () => Sign(Drafted(), Side.From, OfTheBureau), "side").Status.ShouldBe(403);
        var one = Drafted().Signed(Side.From, OfTheDepartment);
        District.Refused("side-signed-before", () => Sign(one, Side.From, OfTheDepartment), "side");
        District.Refused("memorandum-in-force", () => Sign(InForce(), Side.To, OfTheBureau));
        District.Refused("signature-without-name", () => Sign(Drafted(), Side.From, OfTheDepartment, name: " "), "name");
        District.Refused("date-in-the-future", () => Sign(Drafted(), Side.From, OfTheDepartment, paper: "2026-03-03"), "on");
    }

    [Fact]
    public void Drafted_anew_must_be_signed_anew_and_signed_by_both_is_not_drafted_any_more()
    {
        var one = Drafted().Signed(Side.From, OfTheDepartment);
        one.And(DraftMemorandum.Decide(one, Content() with { Title = "改" })).Signatures.ShouldBeEmpty();
        District.Refused("memorandum-in-force", () => DraftMemorandum.Decide(InForce(), Content()));
    }

    [Fact]
    public void In_force_is_amended_by_a_further_agreement_in_what_it_says_and_not_in_what_it_moved()
    {
        var (inForce, covered) = (InForce(), Content().Items[0]);
        var amended = inForce.And(Amend(inForce, items: [new(covered.Item, "受理、审查、决定、送达", "全程监管", [])], rules: []));
        amended.Content!.Items[0].ShouldBe(covered with { Approves = "受理、审查、决定、送达", Supervises = "全程监管", Support = amended.Content.Items[0].Support });
        amended.Content.PushRules.ShouldBeEmpty();
        amended.Content.Checklist.ShouldBe(inForce.Content!.Checklist);
        amended.Amendments.ShouldBe([new Amendment("锦审函〔2026〕3号", District.Day("2026-03-20"))]);
        amended.EffectiveFrom.ShouldBe(inForce.EffectiveFrom);

        District.Refused("memorandum-not-in-force", () => Amend(Drafted(), rules: []));
        District.Refused("amendment-empty", () => Amend(inForce));
        District.Refused("document-number-missing", () => Amend(inForce, "", rules: []), "document");
        District.Refused("memorandum-does-not-cover", () => Amend(inForce, items: [new("x", "", "", [])]), "items[0].item");
        var handedOver = inForce.And(new MemorandumEvent.HandedOver(new(inForce.Content.Checklist[0].Key, "赵某", District.Day("2026-03-05"), "")));
        District.Refused("checklist-entry-needed", () => Amend(handedOver, checklist: []), "checklist");
    }

    private static MemorandumEvent Amend(
        Memorandum memorandum, string document = "锦审函〔2026〕3号", IReadOnlyList<AmendMemorandum.AmendedItem>? items = null,
        IReadOnlyList<PushRule>? rules = null, IReadOnlyList<HandoverEntry>? checklist = null) =>
        AmendMemorandum.Decide(
            memorandum, new AmendMemorandum.Request(document, District.Day("2026-03-20"), items, rules, checklist), District.Day("2026-03-20"));

    [Fact]
    public void Is_refused_where_it_is_incomplete()
    {
        Draft("document-number-missing", "number", c => c with { Number = "" });
        Draft("title-missing", "title", c => c with { Title = "" });
        Draft("memorandum-with-oneself", "to", c => c with { To = c.From });
        Draft("memorandum-without-items", "items", c => c with { Items = [] });
        Draft("transfer-entry-twice", "items", c => c with { Items = [.. c.Items, .. c.Items] });
        Draft("checklist-key-twice", "checklist", c => c with { Checklist = [.. c.Checklist, .. c.Checklist] });
        Draft("organisation-code-invalid", "to.code", c => c with { To = new("某局", "11370390MB00000000") });
        Draft("organisation-unnamed", "items[0].supervisor.name", c => c with { Items = [c.Items[0] with { Supervisor = Organisation.None }] });

        static void Draft(string code, string field, Func<MemorandumContent, MemorandumContent> wrong) =>
            District.Refused(code, () => DraftMemorandum.Decide(new Memorandum(), wrong(Content())), field);
    }

    [Fact]
    public void Moves_an_item_from_who_holds_it_and_is_on_a_published_list()
    {
        var item = AnItem.Registered();
        item.And(Assign(item), "2026-03-02").OwnerAt(District.At("2026-03-02")).Owner.ShouldBe(District.Bureau);
        District.Refused("item-not-on-a-published-list", () => Assign(item, published: []));
        District.Refused("item-not-held", () => Assign(item, Content() with { From = District.Town }));
        District.Refused("item-not-held", () => Assign(AnItem.Registered().HandedOver()));
        District.Refused("item-unknown", () => Assign(new Item()));
        District.Refused("item-is-cancelled", () => Assign(item.And(new ItemEvent.Cancelled(District.Day("2026-06-01"), "l-1"), "2026-02-02")));
    }

    [Fact]
    public void Takes_over_the_regime_of_the_day_on_which_it_takes_effect()
    {
        var leads = new Regime.DepartmentLeads(District.Day("2026-12-31"));
        var locality = District.Locality with { Regimes = [new(District.Day("2026-04-01"), leads)] };
        Regime Of(string effective) => ((ItemEvent.Assigned)Assign(AnItem.Registered(), at: effective, locality: locality)).Assignment.Regime;
        Of("2026-03-31").ShouldBeOfType<Regime.BySignature>();
        Of("2026-04-01").ShouldBe(leads);
    }

    [Fact]
    public void Back_or_onward_nobody_leads_but_who_takes_it_over()
    {
        var locality = District.Locality with { Regimes = [new(District.Day("2026-01-01"), new Regime.DepartmentLeads(District.Day("2026-12-31")))] };
        var item = AnItem.Registered().HandedOver();
        var back = item.And(Assign(item, Content() with { From = District.Bureau, To = District.Health }, locality: locality), "2026-03-02");
        back.OwnerAt(District.At("2026-03-03")).Owner.ShouldBe(District.Health);
    }

    [Fact]
    public void Does_not_pass_by_one_that_is_open_or_takes_effect_later()
    {
        var content = Content() with { To = District.Town };
        District.Refused("item-boundary-open", () => Assign(AnItem.Registered().HandedOver(settled: false), content));
        var onward = content with { From = District.Bureau };
        District.Refused("item-handed-on", () => Assign(AnItem.Registered().HandedOver(from: "2026-04-01"), onward));
        var item = AnItem.Registered().HandedOver(from: "2026-04-01");
        item.And(Assign(item, onward, at: "2026-04-02"), "2026-03-02").OwnerAt(District.At("2026-04-03")).Owner.ShouldBe(District.Town);
    }

    [Fact]
    public void Holds_until_its_announced_end()
    {
        var item = AnItem.Registered().HandedOver().And(new ItemEvent.AssignmentEnded("m-1", District.At("2026-09-01"), "调整"), "2026-03-02");
        item.HolderAt(District.At("2026-08-31")).ShouldBe(District.Bureau);
        item.HolderAt(District.At("2026-09-01")).ShouldBe(District.Health);
        District.Refused("item-not-held", () => Assign(item, at: "2026-08-31"));
        Assign(item, at: "2026-09-02").ShouldBeOfType<ItemEvent.Assigned>();
    }

    [Fact]
    public void Settles_an_open_boundary_once_and_in_writing()
    {
        var open = AnItem.Registered().HandedOver(settled: false);
        SettleBoundary.Request request = new(AnItem.Code, "受理、审查、决定", "事中事后监管", "锦审函〔2026〕9号");
        SettleBoundary.Decide(InForce(), open, "m-1", request).ShouldBeOfType<MemorandumEvent.BoundarySettled>();
        District.Refused("memorandum-does-not-cover", () => SettleBoundary.Decide(InForce(), open, "m-9", request), "item");
        District.Refused("memorandum-does-not-cover", () => SettleBoundary.Decide(InForce(), new Item(), "m-1", request), "item");
        District.Refused("boundary-settled-before", () => SettleBoundary.Decide(InForce(), AnItem.Registered().HandedOver(), "m-1", request), "item");
        District.Refused("document-number-missing", () => SettleBoundary.Decide(InForce(), open, "m-1", request with { Document = "" }), "document");
        District.Refused("boundary-unwritten", () => SettleBoundary.Decide(InForce(), open, "m-1", request with { Supervises = "" }), "supervises");
    }

    [Fact]
    public void Is_handed_over_entry_by_entry_once_it_is_signed()
    {
        HandOver.Request request = new("archives", "钱某", District.Day("2026-03-02"), null);
        var done = InForce().And(HandOver.Decide(InForce(), request, District.Day("2026-03-02")));
        done.Handovers.ShouldHaveSingleItem().ReceivedBy.ShouldBe("钱某");
        District.Refused("checklist-entry-done", () => HandOver.Decide(done, request, District.Day("2026-03-02")), "key");
        District.Refused("checklist-entry-unknown", () => HandOver.Decide(InForce(), request with { Key = "seals" }, District.Day("2026-03-02")), "key");
        District.Refused("date-in-the-future", () => HandOver.Decide(InForce(), request, District.Day("2026-03-01")), "on");
        District.Refused("handover-before-signing", () => HandOver.Decide(Drafted(), request, District.Day("2026-03-02")));
    }

    [Fact]
    public void Is_filed_with_three_bodies_each_once()
    {
        var today = District.Day("2026-03-05");
        var filed = Enum.GetValues<FilingBody>().Aggregate(InForce(), (m, body) => m.And(FileMemorandum.Decide(m, new(body, "收〔2026〕1号", today), today)));
        filed.Status.ShouldBe(MemorandumStatus.Filed);
        District.Refused("filed-before", () => FileMemorandum.Decide(filed, new(FilingBody.JusticeBureau, "收〔2026〕2号", today), today), "body");
        District.Refused("memorandum-not-signed", () => FileMemorandum.Decide(Drafted(), new(FilingBody.JusticeBureau, "收〔2026〕2号", today), today), "body");
        District.Refused("document-number-missing", () => FileMemorandum.Decide(InForce(), new(FilingBody.JusticeBureau, "", today), today), "receipt");
    }

    [Fact]
    public void Ends_from_now_or_a_later_day_with_a_reason_unless_the_item_was_handed_on()
    {
        EndMemorandum.Decide(InForce(), new(District.Day("2026-03-02"), "调整"), District.Context("2026-03-02", OfTheBureau)).At.ShouldBe(District.At("2026-03-02"));
        EndMemorandum.Decide(InForce(), new(District.Day("2026-03-09"), "调整"), District.Context("2026-03-02", OfTheBureau)).At
            .ShouldBe(LocalTime.StartOf(District.Day("2026-03-09")));
        End("end-in-the-past", "2026-03-01");
        End("reason-missing", "2026-03-09", reason: "");
        End("memorandum-not-in-force", "2026-03-09", of: Drafted());
        End("memorandum-not-in-force", "2026-03-09", of: InForce().And(new MemorandumEvent.Ended(District.At("2026-03-02"), "调整")));
        var item = AnItem.Registered().HandedOver();
        var onward = item.And(Assign(item, Content() with { From = District.Bureau, To = District.Town }), "2026-03-02");
        EndMemorandum.CheckNotHandedOn(item, "m-1");
        District.Refused("item-handed-on", () =>
        {
            EndMemorandum.CheckNotHandedOn(onward, "m-1");
            return null;
        });

        static void End(string code, string on, string reason = "调整", Memorandum? of = null) => District.Refused(
            code, () => EndMemorandum.Decide(of ?? InForce(), new(District.Day(on), reason), District.Context("2026-03-02", OfTheBureau)));
    }

    private static ItemEvent Assign(
        Item item, MemorandumContent? content = null, string at = "2026-03-02", Locality? locality = null, string[]? published = null)
    {
        var memorandum = Drafted(content);
        return SignMemorandum.Assign(
            item, memorandum, "m-2", memorandum.Content!.Items[0], District.At(at), locality ?? District.Locality,
            (published ?? [AnItem.Code]).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<MemorandumEvent> Sign(Memorandum memorandum, Side side, Actor by, string name = "赵某", string paper = "2026-03-02") =>
        SignMemorandum.Decide(memorandum, new(side, name, "局长", District.Day(paper)), District.Context("2026-03-02", by));

    private static Memorandum InForce() => Drafted().Signed(Side.From, OfTheDepartment).Signed(Side.To, OfTheBureau);

    private static Memorandum Drafted(MemorandumContent? content = null) => new Memorandum().And(DraftMemorandum.Decide(new Memorandum(), content ?? Content()));

    private static MemorandumContent Content() => new(
        "锦审备〔2026〕1号", "审管衔接备忘录", District.Health, District.Bureau, District.Day("2026-03-02"),
        [new(AnItem.Code, "受理、审查、决定", "事中事后监管", District.Health, true, [])], [], [new("archives", HandoverKind.Archives, "历年许可档案", 120)]);
}

internal static class MemorandumSteps
{
    public static Memorandum Signed(this Memorandum memorandum, Side side, Actor by, string on = "2026-03-02") =>
        SignMemorandum.Decide(memorandum, new(side, "赵某", "局长", District.Day(on)), District.Context(on, by)).Aggregate(memorandum, And);

    public static Memorandum And(this Memorandum memorandum, MemorandumEvent happened) =>
        Memorandum.Kind.Evolve(memorandum, new Recorded<MemorandumEvent>(happened, 0, District.At("2026-03-02"), By.System));
}
