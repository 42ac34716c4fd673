using OneSeal.Host.Access;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Localities;
using OneSeal.Host.Tests.Cases;

namespace OneSeal.Host.Tests.Jurisdiction;

public class Who_decides_an_item
{
    private static readonly DateTimeOffset Signed = District.At("2026-03-02", hour: 15);

    private static readonly Regime LeadsUntilJune = new Regime.DepartmentLeads(District.Day("2026-06-30"));

    private static readonly Regime JointForSixMonths = new Regime.JointResponsibility(District.Day("2026-01-19"), 6);

    [Fact]
    public void Before_any_memorandum_the_department_decides_by_law()
    {
        var owned = Owner([], Signed);
        owned.Owner.ShouldBe(District.Health);
        owned.Memorandum.ShouldBeNull();
        owned.Explanation.ShouldHaveSingleItem().ShouldContain("区卫生健康局");
    }

    [Fact]
    public void From_the_very_instant_of_the_second_signature_the_bureau_decides()
    {
        Assignment[] moved = [ToTheBureau(Signed)];
        Owner(moved, Signed.AddTicks(-1)).Owner.ShouldBe(District.Health);
        Owner(moved, Signed).Owner.ShouldBe(District.Bureau);
    }

    [Fact]
    public void A_handover_date_after_the_signature_is_waited_for()
    {
        Assignment[] moved = [ToTheBureau(LocalTime.StartOf(District.Day("2026-04-01")))];
        var before = Owner(moved, District.At("2026-03-31", hour: 23));
        before.Owner.ShouldBe(District.Health);
        before.Explanation[^1].ShouldContain("2026年4月1日");
        Owner(moved, District.At("2026-04-01", hour: 0)).Owner.ShouldBe(District.Bureau);
    }

    [Fact]
    public void The_explanation_cites_the_memorandum()
    {
        var owned = Owner([ToTheBureau(Signed)], Signed);
        owned.Citation.ShouldBe("《备忘录》（m-1）");
        owned.Explanation[^1].ShouldContain("《备忘录》（m-1）");
        owned.Regime.ShouldBe("bySignature");
    }

    [Theory]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    public void Where_the_department_leads_it_decides_up_to_and_with_the_last_day(string day, bool leads)
    {
        var owned = Owner([ToTheBureau(Signed, LeadsUntilJune)], District.At(day, hour: 23));
        owned.Owner.ShouldBe(leads ? District.Health : District.Bureau);
        owned.Assisting.ShouldBe(leads ? District.Bureau : null);
        owned.Supervisor.ShouldBe(District.Health);
    }

    [Theory]
    [InlineData("2026-07-19", true)]
    [InlineData("2026-07-20", false)]
    public void Where_both_are_responsible_the_bureau_decides_and_the_department_helps_up_to_and_with_the_last_day(string day, bool helps)
    {
        var owned = Owner([ToTheBureau(Signed, JointForSixMonths)], District.At(day, hour: 0));
        owned.Owner.ShouldBe(District.Bureau);
        owned.Assisting.ShouldBe(helps ? District.Health : null);
    }

    [Fact]
    public void An_item_whose_boundary_is_open_stays_until_both_agree()
    {
        var open = AnItem.Assignment("m-1", District.Health, District.Bureau, Signed, settled: false);
        var stays = Owner([open], Signed.AddDays(30));
        stays.Owner.ShouldBe(District.Health);
        stays.Explanation[^1].ShouldContain("尚未明确");

        var settled = Signed.AddDays(10);
        Owner([open with { BoundarySettledAt = settled }], settled.AddTicks(-1)).Owner.ShouldBe(District.Health);
        Owner([open with { BoundarySettledAt = settled }], settled).Owner.ShouldBe(District.Bureau);
    }

    [Fact]
    public void When_the_memorandum_has_ended_the_item_is_again_with_whom_it_was()
    {
        var end = District.At("2026-09-01");
        Assignment[] moved = [ToTheBureau(Signed) with { EndedAt = end }];
        Owner(moved, end.AddTicks(-1)).Owner.ShouldBe(District.Bureau);
        var after = Owner(moved, end);
        after.Owner.ShouldBe(District.Health);
        after.Memorandum.ShouldBeNull();
        after.Explanation[^1].ShouldContain("不再适用");
    }

    [Fact]
    public void A_memorandum_that_ended_before_it_took_effect_is_not_announced_any_more()
    {
        Assignment[] moved = [ToTheBureau(District.At("2026-12-01")) with { EndedAt = Signed }];
        Owner(moved, Signed.AddDays(1)).Explanation[^1].ShouldContain("不再适用");
        Owner(moved, District.At("2026-12-02")).Owner.ShouldBe(District.Health);
    }

    [Fact]
    public void An_item_moves_back_and_onward_by_the_same_rule()
    {
        Assignment[] there = [ToTheBureau(Signed)];
        Assignment[] back = [.. there, AnItem.Assignment("m-2", District.Bureau, District.Health, Signed.AddDays(20))];
        Owner(back, Signed.AddDays(19)).Owner.ShouldBe(District.Bureau);
        Owner(back, Signed.AddDays(20)).Owner.ShouldBe(District.Health);

        Assignment[] onward = [.. there, AnItem.Assignment("m-3", District.Bureau, District.Town, Signed.AddDays(20))];
        var owned = Owner(onward, Signed.AddDays(20));
        owned.Owner.ShouldBe(District.Town);
        owned.Citation.ShouldBe("《备忘录》（m-3）");
        owned.Explanation.Count.ShouldBe(3);
    }

    [Fact]
    public void A_cancelled_item_belongs_to_nobody_from_that_day_on_whatever_memoranda_say()
    {
        var cancelled = LocalTime.StartOf(District.Day("2026-05-01"));
        Owner([ToTheBureau(Signed)], cancelled.AddTicks(-1), cancelled).Owner.ShouldBe(District.Bureau);
        var gone = Owner([ToTheBureau(Signed, JointForSixMonths)], cancelled, cancelled);
        gone.Owner.ShouldBeNull();
        gone.Assisting.ShouldBeNull();
        gone.Explanation[^1].ShouldContain("取消");
    }

    private static Assignment ToTheBureau(DateTimeOffset effective, Regime? regime = null) =>
        AnItem.Assignment("m-1", District.Health, District.Bureau, effective, regime);

    [Fact]
    public void The_history_is_without_gaps_and_turns_when_the_transition_ends()
    {
        var tenures = OwnershipHistory.Of(District.Health, [ToTheBureau(Signed, LeadsUntilJune)], null);
        tenures.Select(t => (t.From, t.Until)).ShouldBe(
        [
            (null, Signed), (Signed, LocalTime.StartOf(District.Day("2026-07-01"))), (LocalTime.StartOf(District.Day("2026-07-01")), null),
        ]);
        tenures.Select(t => t.Owner).ShouldBe([District.Health, District.Health, District.Bureau]);
        tenures[1].Assisting.ShouldBe(District.Bureau);
        tenures[2].Citation.ShouldBe("《备忘录》（m-1）");
    }

    [Fact]
    public void The_history_says_since_when_a_boundary_was_open_and_that_the_item_ended()
    {
        var (settled, cancelled) = (Signed.AddDays(10), Signed.AddDays(100));
        var open = AnItem.Assignment("m-1", District.Health, District.Bureau, Signed, settled: false) with { BoundarySettledAt = settled };
        var tenures = OwnershipHistory.Of(District.Health, [open], cancelled);
        tenures.Select(t => t.From).ShouldBe([null, Signed, settled, cancelled]);
        tenures.Select(t => t.Owner).ShouldBe([District.Health, District.Health, District.Bureau, null]);
        tenures.Select(t => t.Memorandum).ShouldBe([null, "m-1", "m-1", "m-1"]);
        OwnershipHistory.Of(District.Health, [], null).ShouldHaveSingleItem().Until.ShouldBeNull();
    }

    private static Ownership Owner(Assignment[] assignments, DateTimeOffset instant, DateTimeOffset? cancelled = null) =>
        JurisdictionRule.OwnerAt(District.Health, assignments, cancelled, instant);
}
