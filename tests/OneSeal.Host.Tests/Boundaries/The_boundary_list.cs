using System.Text;
using OneSeal.Host.Access;
using OneSeal.Host.Boundaries;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Sheets;
using OneSeal.Host.Tests.Cases;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Boundaries;

/// <summary>职责边界清单: registered on 2026-01-05, handed over on 2026-02-02 unless it is said otherwise.</summary>
public class The_boundary_list
{
    private static readonly ReviewStep Survey = ReviewStep.ByDepartment("survey", "现场勘验") with { Limit = Limit.WorkingDays(5) };

    private static readonly ReviewStep Check = ReviewStep.BySystem<NoCheck>("check", "自动核验");

    private static readonly MemorandumContent Content = new(
        "锦审备〔2026〕1号", "审管衔接备忘录", District.Health, District.Bureau, District.Day("2026-02-02"),
        [
            new(
                AnItem.Code, "受理、审查、决定", "事中事后监管", District.Health, true,
                [new TechnicalSupport("survey", District.Health, District.Town, Limit.WorkingDays(2), IfSilent.ProceedWithout)]),
        ],
        [new PushRule([SupervisionTopic.Issued], District.Health, Limit.WorkingDays(1), "许可结果") { ClaimWithin = Limit.WorkingDays(3) }], []);

    [Fact]
    public void Is_empty_before_the_first_item_was_registered_and_without_items_that_are_no_more()
    {
        List(Item().HandedOver(), "2026-01-04").ShouldBeEmpty();
        List(Item().And(new ItemEvent.Cancelled(District.Day("2026-06-01"), "l-1"), "2026-05-01"), "2026-06-01").ShouldBeEmpty();
        List(Item(), "2026-01-05").ShouldHaveSingleItem();
    }

    [Fact]
    public void Says_by_law_that_the_department_does_it_all()
    {
        var boundary = List(Item().HandedOver(), "2026-02-01").ShouldHaveSingleItem();
        (boundary.Owner, boundary.Supervisor, boundary.Status, boundary.Linkage).ShouldBe((District.Health, District.Health, BoundaryStatus.ByLaw, null));
        boundary.Documents.ShouldBeEmpty();
        boundary.Steps.ShouldContain(new BoundaryStep("survey", "现场勘验", District.Health, null, Limit.WorkingDays(5), null));
        boundary.Steps.ShouldContain(new BoundaryStep("check", "自动核验", null, null, null, null));
    }

    [Fact]
    public void Says_from_the_memorandum_on_what_both_sides_agreed()
    {
        var boundary = List(Item().HandedOver(), "2026-02-02").ShouldHaveSingleItem();
        (boundary.Owner, boundary.Supervisor, boundary.Status).ShouldBe((District.Bureau, District.Health, BoundaryStatus.Settled));
        (boundary.Approves, boundary.Supervises).ShouldBe(("受理、审查、决定", "事中事后监管"));
        boundary.Steps.ShouldContain(
            new BoundaryStep("survey", "现场勘验", District.Health, District.Town, Limit.WorkingDays(2), IfSilent.ProceedWithout));
        boundary.Linkage.ShouldBe(new LinkageLimits(Limit.WorkingDays(1), Limit.WorkingDays(3), Limit.WorkingDays(1)));
        boundary.Documents.ShouldBe(["《审管衔接备忘录》（锦审备〔2026〕1号）"]);
    }

    [Fact]
    public void Reads_as_approved() => Encoding.UTF8.GetString(CsvSheet.Write(Sheet.Of("清单", BoundaryColumns.All, List(Item().HandedOver(), "2026-02-02"))))
        .ShouldMatchApproved(c => c.NoDiff().SubFolder("approved"));

    [Fact]
    public void Follows_the_regime_of_the_transition()
    {
        var leads = Item().HandedOver(regime: new Regime.DepartmentLeads(District.Day("2026-06-30")));
        Parts(leads, "2026-06-30").ShouldBe((District.Health, District.Bureau));
        Parts(leads, "2026-07-01").ShouldBe((District.Bureau, null));

        var joint = Item().HandedOver(regime: new Regime.JointResponsibility(District.Day("2026-01-19"), 6));
        Parts(joint, "2026-07-19").ShouldBe((District.Bureau, District.Health));
        Parts(joint, "2026-07-20").ShouldBe((District.Bureau, null));

        Parts(Item().HandedOver(), "2026-02-02").ShouldBe((District.Bureau, null));
    }

    [Fact]
    public void Says_that_a_boundary_is_open_until_both_sides_have_settled_it()
    {
        var item = Item().HandedOver(settled: false).And(new ItemEvent.BoundarySettled("m-1", District.At("2026-03-10")), "2026-03-10");
        var settled = Memorandum().And(new MemorandumEvent.BoundarySettled(new(AnItem.Code, "审批", "监管", "锦审函〔2026〕9号")), "2026-03-10");

        var open = List(item, "2026-03-09").ShouldHaveSingleItem();
        (open.Status, open.Owner, open.Approves).ShouldBe((BoundaryStatus.Open, District.Health, ""));
        open.Documents.ShouldBe(["《备忘录》（m-1）"]);

        var agreed = List(item, "2026-03-10", memorandum: settled).ShouldHaveSingleItem();
        (agreed.Status, agreed.Owner, agreed.Approves, agreed.Supervises).ShouldBe((BoundaryStatus.Settled, District.Bureau, "审批", "监管"));
        agreed.Documents.ShouldBe(["《审管衔接备忘录》（锦审备〔2026〕1号）", "锦审函〔2026〕9号"]);
    }

    [Fact]
    public void Says_by_law_again_when_the_memorandum_has_ended_and_the_next_owner_when_it_was_handed_on()
    {
        var ended = Item().HandedOver().And(new ItemEvent.AssignmentEnded("m-1", LocalTime.StartOf(District.Day("2026-09-01")), "调整"), "2026-08-01");
        List(ended, "2026-08-31").Single().Owner.ShouldBe(District.Bureau);
        (List(ended, "2026-09-01").Single() is { Owner: var owner, Status: var status } ? (owner, status) : default).ShouldBe((District.Health, BoundaryStatus.ByLaw));

        var handedOn = Item().HandedOver().And(
            new ItemEvent.Assigned(AnItem.Assignment("m-2", District.Bureau, District.Town, District.At("2026-05-06"))), "2026-05-06");
        var onward = new Memorandum { Content = Content with { Number = "锦审备〔2026〕7号", Title = "下放备忘录", From = District.Bureau, To = District.Town } };
        var boundary = List(handedOn, "2026-05-06", onward: onward).Single();
        (boundary.Owner, boundary.Documents[0]).ShouldBe((District.Town, "《下放备忘录》（锦审备〔2026〕7号）"));
    }

    [Fact]
    public void Takes_the_localitys_limits_where_the_memorandum_says_none()
    {
        var silent = new Memorandum { Content = Content with { PushRules = [] } };
        List(Item().HandedOver(), "2026-02-02", memorandum: silent).Single().Linkage.ShouldBe(new LinkageLimits(null, Limit.WorkingDays(2), Limit.WorkingDays(1)));
        List(Item().HandedOver(), "2026-02-02", terms: LinkageTerms.Usual with { DeemedClaimed = true }).Single().Linkage!.Claim.ShouldBeNull();
    }

    [Fact]
    public void Is_compared_with_an_earlier_one_item_by_item_and_column_by_column()
    {
        var item = Item().HandedOver();
        var change = BoundaryDifference.Between(List(item, "2026-02-01"), List(item, "2026-02-02")).ShouldHaveSingleItem();
        change.Kind.ShouldBe(BoundaryChangeKind.Changed);
        change.Columns.ShouldContain(new ColumnChange("受理、审查、决定", "区卫生健康局", "锦源区行政审批服务局"));
        change.Columns.ShouldNotContain(c => c.Title == "法定时限");

        BoundaryDifference.Between(List(item, "2026-01-04"), List(item, "2026-02-02")).Single().Kind.ShouldBe(BoundaryChangeKind.Added);
        BoundaryDifference.Between(List(item, "2026-02-02"), []).Single().Kind.ShouldBe(BoundaryChangeKind.Removed);
        BoundaryDifference.Between(List(item, "2026-02-02"), List(item, "2026-02-03")).ShouldBeEmpty();
        var lines = Sheet.Of("变化", BoundaryDifference.Columns, BoundaryDifference.Lines(BoundaryDifference.Between(List(item, "2026-01-04"), List(item, "2026-02-02"))));
        lines.Rows.ShouldHaveSingleItem().ShouldBe([AnItem.Code, "公共场所卫生许可", "增加", "", "", ""]);
    }

    [Fact]
    public void Seen_from_the_organisations_is_the_duty_list()
    {
        var duties = DutyList.Of(List(Item().HandedOver(regime: new Regime.JointResponsibility(District.Day("2026-01-19"), 6)), "2026-02-02"));

        duties.Where(d => d.Organisation == District.Bureau).Select(d => (d.Kind, d.Limit)).ShouldBe([(DutyKind.Decides, "10个工作日")]);
        duties.Where(d => d.Organisation == District.Health).Select(d => (d.Kind, d.Content, d.Limit))
            .ShouldBe([(DutyKind.Supports, "现场勘验", "2个工作日"), (DutyKind.Supervises, "事中事后监管", ""), (DutyKind.Assists, "", "")]);
        duties.Where(d => d.Organisation == District.Town).Select(d => d.Kind).ShouldBe([DutyKind.Helps]);
    }

    private static Item Item() => AnItem.Registered(e => e.Steps(Check, Survey, ReviewStep.ByOwner("review", "审查")));

    private static Memorandum Memorandum() => new() { Content = Content };

    private static IReadOnlyList<Boundary> List(
        Item item, string on, Memorandum? memorandum = null, Memorandum? onward = null, LinkageTerms? terms = null) => BoundaryList.Of(
        [item], new Dictionary<string, Memorandum> { ["m-1"] = memorandum ?? Memorandum(), ["m-2"] = onward ?? Memorandum() },
        terms ?? LinkageTerms.Usual, District.Day(on));

    private static (Organisation, Organisation?) Parts(Item item, string on) => List(item, on).Single() is var b ? (b.Owner, b.Assisting) : default;
}

internal static class OfAMemorandum
{
    public static Memorandum And(this Memorandum memorandum, MemorandumEvent happened, string on) =>
        Memorandum.Kind.Evolve(memorandum, new Recorded<MemorandumEvent>(happened, 0, District.At(on), By.Administrator()));
}
