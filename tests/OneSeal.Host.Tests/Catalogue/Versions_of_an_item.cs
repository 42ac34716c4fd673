using OneSeal.Host.Catalogue;
using OneSeal.Host.Tests.Cases;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Catalogue;

public class Versions_of_an_item
{
    private static readonly AdjustItem.Request Quicker = Adjusting() with { PromisedLimit = Limit.WorkingDays(5) };

    [Fact]
    public void Before_it_was_registered_there_is_no_version() => AnItem.Registered().VersionAt(District.At("2026-01-04")).ShouldBeNull();

    [Fact]
    public void An_adjustment_holds_from_the_first_moment_of_its_day()
    {
        var item = Adjusted(AnItem.Registered(), Quicker);
        item.VersionAt(District.At("2026-03-31", hour: 23))!.Elements.PromisedLimit.ShouldBe(Limit.WorkingDays(10));
        var version = item.VersionAt(District.At("2026-04-01", hour: 0))!;
        version.Number.ShouldBe("1.1");
        version.Elements.PromisedLimit.ShouldBe(Limit.WorkingDays(5));
        version.Elements.StatutoryLimit.ShouldBe(Limit.WorkingDays(20));
        version.Source.ShouldBe("压缩时限");
    }

    [Fact]
    public void A_number_keeps_its_meaning_when_the_module_comes_anew()
    {
        var item = Adjusted(AnItem.Registered(), Quicker);
        var renamed = AnItem.Elements with { Name = "公共场所卫生许可（新）" };
        var later = item.And(new ItemEvent.Registered("Health", "1.1.0", District.Health, renamed), "2026-05-06");
        later.Version("1.0").Elements.Name.ShouldBe("公共场所卫生许可");
        later.Version("1.1").Elements.PromisedLimit.ShouldBe(Limit.WorkingDays(5));
        var now = later.VersionAt(District.At("2026-05-07"))!;
        (now.Number, now.Elements.Name, now.Elements.PromisedLimit, now.Source).ShouldBe(("2.1", "公共场所卫生许可（新）", Limit.WorkingDays(5), "Health 1.1.0"));
        later.Versions.Select(v => v.Number).ShouldBe(["1.0", "1.1", "2.1"]);
    }

    [Fact]
    public void An_adjustment_changes_what_it_names_and_nothing_else()
    {
        var fee = new Fee(100, "鲁价费〔2026〕1号");
        var with = AnItem.Elements with { Fee = fee };
        with.With(new ItemAdjustment(NoFee: true)).Fee.ShouldBeNull();
        with.With(new ItemAdjustment(StatutoryLimit: Limit.WorkingDays(15))).ShouldBe(with with { StatutoryLimit = Limit.WorkingDays(15), Tiers = with.Tiers });
        with.With(new ItemAdjustment(Materials: [])).Materials.ShouldBeEmpty();
    }

    [Fact]
    public void A_new_promise_holds_for_every_tier_that_had_no_promise_of_its_own_and_whose_statute_allows_it()
    {
        TierText[] tiers =
        [
            new("own", "自有承诺", Limit.WorkingDays(5), Limit.WorkingDays(1)), new("follows", "随事项承诺", Limit.WorkingDays(15), Limit.WorkingDays(10)),
            new("short", "法定更短", Limit.WorkingDays(2), Limit.WorkingDays(2)),
        ];
        var adjusted = (AnItem.Elements with { Tiers = tiers }).With(new ItemAdjustment(PromisedLimit: Limit.WorkingDays(6)));
        adjusted.Tiers.Select(t => t.Promised.Count).ShouldBe([1, 6, 2]);
    }

    [Fact]
    public void A_promise_longer_than_the_statute_is_refused() =>
        District.Refused("promise-longer-than-statute", () => Adjust(Quicker with { PromisedLimit = Limit.WorkingDays(21) }), "promisedLimit");

    [Fact]
    public void The_promise_is_held_against_the_statute_as_it_is_on_that_day()
    {
        var item = Adjusted(AnItem.Registered(on: "2026-03-02"), Adjusting("2026-03-02") with { StatutoryLimit = Limit.WorkingDays(5), PromisedLimit = Limit.WorkingDays(3) });
        District.Refused("promise-longer-than-statute", () => AdjustItem.Decide(item, Adjusting("2026-03-02") with { PromisedLimit = Limit.WorkingDays(8) }, District.Day("2026-03-02")));
    }

    [Theory]
    [InlineData("其他材料")]
    [InlineData("法律法规规定的其他有关材料")]
    [InlineData("身份证等材料")]
    public void A_catch_all_material_is_refused(string name) =>
        District.Refused("material-catch-all", () => Adjust(Adjusting() with { Materials = [new("application", "申请表"), new("more", name)] }), "materials[1].name");

    [Fact]
    public void What_is_empty_without_a_reason_in_the_past_or_doubled_is_refused_by_name()
    {
        District.Refused("adjustment-empty", () => Adjust(Adjusting()));
        District.Refused("reason-missing", () => Adjust(Quicker with { Reason = " " }), "reason");
        District.Refused("adjustment-in-the-past", () => Adjust(Quicker with { From = District.Day("2026-03-01") }), "from");
        District.Refused("adjustment-before-another", () => AdjustItem.Decide(Adjusted(AnItem.Registered(), Quicker), Quicker with { From = District.Day("2026-03-31") }, District.Day("2026-03-02")), "from");
        District.Refused("material-unnamed", () => Adjust(Adjusting() with { Materials = [new("application", "")] }), "materials[0].name");
        District.Refused("material-twice", () => Adjust(Adjusting() with { Materials = [new("a", "申请表"), new("a", "平面图")] }), "materials");
        District.Refused("fee-without-basis", () => Adjust(Adjusting() with { Fee = new Fee(10, "") }), "fee");
        District.Refused("fee-without-basis", () => Adjust(Adjusting() with { Fee = new Fee(-1, "鲁价费〔2026〕1号") }), "fee");
        District.Refused("fee-and-no-fee", () => Adjust(Adjusting() with { NoFee = true, Fee = new Fee(1, "鲁价费〔2026〕1号") }), "noFee");
    }

    [Fact]
    public void A_module_that_brings_the_same_elements_again_changes_nothing()
    {
        var item = AnItem.Registered();
        item.RegisteredAt(District.At("2026-03-02")).ShouldBe(AnItem.Elements);
        item.RegisteredAt(District.At("2026-01-04")).ShouldBeNull();
    }

    private static AdjustItem.Request Adjusting(string from = "2026-04-01") => new(District.Day(from), null, null, null, null, false, "压缩时限");

    private static ItemEvent Adjust(AdjustItem.Request request) => AdjustItem.Decide(AnItem.Registered(), request, District.Day("2026-03-02"));

    private static Item Adjusted(Item item, AdjustItem.Request request) => item.And(AdjustItem.Decide(item, request, District.Day("2026-03-02")), "2026-03-02");
}
