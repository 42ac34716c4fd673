using System.Text.Json;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Deadlines;

public class DeadlineTests
{
    private static readonly Deadline Started = new(Limit.WorkingDays(20), StartEvent.Accepted, new(2026, 3, 2));

    [Fact]
    public void A_deadline_is_the_same_after_being_stored()
    {
        var deadline = Started.Through("2026-03-04", "2026-03-06")
            .Suspend(new(2026, 3, 10), LegalBasis.SpecialProcedure, "检测")
            .Extend(Extension.ByHeadOfAgency("需进一步核实材料", new(2026, 3, 20)));

        foreach (var options in (JsonSerializerOptions[])[JsonSerializerOptions.Default, JsonSerializerOptions.Web])
        {
            var json = JsonSerializer.Serialize(deadline, options);
            JsonSerializer.Deserialize<Deadline>(json, options).ShouldBe(deadline);
        }
    }

    [Fact]
    public void A_deadline_is_stored_as_facts_without_a_due_date()
    {
        var deadline = Started.Through("2026-03-04", "2026-03-06");

        JsonSerializer.Serialize(deadline, JsonSerializerOptions.Web).ShouldNotContain("due");
        JsonSerializer.Serialize(Started, JsonSerializerOptions.Web).ShouldBe(
            """{"limit":{"count":20,"unit":"workingDay"}""" +
            ""","startEvent":"accepted","startedOn":"2026-03-02","suspensions":[],"extensions":[]}""");
    }

    [Fact]
    public void A_change_makes_a_new_deadline()
    {
        Started.Suspend(new(2026, 3, 4), LegalBasis.SpecialProcedure, "检测").ShouldNotBe(Started);
        Started.Suspensions.ShouldBeEmpty();
    }

    [Fact]
    public void Resuming_ends_the_one_procedure_and_leaves_the_other_open()
    {
        var both = Started
            .Suspend(new(2026, 3, 4), LegalBasis.SpecialProcedure, "检测")
            .Suspend(new(2026, 3, 5), LegalBasis.SpecialProcedure, "听证");
        var resumed = both.Resume(both.Suspensions[0], new(2026, 3, 6));

        resumed.Suspensions[0].Until.ShouldBe(new DateOnly(2026, 3, 6));
        resumed.Suspensions[1].IsOpen.ShouldBeTrue();
        resumed.IsSuspendedOn(new(2026, 3, 9)).ShouldBeTrue();
    }

    [Fact]
    public void A_procedure_cannot_begin_before_the_period() =>
        Should.Throw<Refusal>(() => Started.Suspend(new(2026, 3, 1), LegalBasis.SpecialProcedure, "检测"))
            .Code.ShouldBe("deadline-suspended-before-start");

    [Fact]
    public void A_procedure_cannot_end_before_it_began()
    {
        var suspended = Started.Suspend(new(2026, 3, 4), LegalBasis.SpecialProcedure, "检测");

        Should.Throw<Refusal>(() => suspended.Resume(suspended.Suspensions[0], new(2026, 3, 3)))
            .Code.ShouldBe("deadline-resumed-before-suspended");
    }

    [Fact]
    public void A_procedure_ends_once()
    {
        var resumed = Started.Through("2026-03-04", "2026-03-06");

        Should.Throw<Refusal>(() => resumed.Resume(resumed.Suspensions[0], new(2026, 3, 9))).Code.ShouldBe("deadline-not-suspended");
    }

    [Fact]
    public void An_article_extends_a_period_once()
    {
        var extended = Started.Extend(Extension.ByHeadOfAgency("需进一步核实材料", new(2026, 3, 20)));

        Should.Throw<Refusal>(() => extended.Extend(Extension.ByHeadOfAgency("仍需核实", new(2026, 4, 2))))
            .Code.ShouldBe("deadline-extended-already");
    }
}
