using OneSeal.Host.Deadlines;
using OneSeal.Host.Licences;
using OneSeal.Host.Tests.Cases;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Licences;

public class A_licence_and_the_days
{
    [Fact]
    public void Is_valid_on_its_last_day_and_expired_on_the_next()
    {
        var licence = ALicence.Issued();
        licence.On("2026-12-31").ShouldBe(LicenceState.Valid);
        licence.On("2027-01-01").ShouldBe(LicenceState.Expired);
        licence.Swept("2026-12-31").Happened.ShouldBeEmpty();
        var (after, happened) = licence.Swept("2027-01-01");
        happened.ShouldBe(["Expired"]);
        (after.State, after.StandsUntil).ShouldBe((LicenceState.Expired, null));
        after.Swept("2030-01-01").Happened.ShouldBeEmpty();
    }

    [Fact]
    public void Without_an_end_stands_for_ever() => ALicence.Issued(until: null).On("2199-12-31").ShouldBe(LicenceState.Valid);

    [Fact]
    public void A_suspension_runs_out_by_itself()
    {
        var licence = ALicence.Issued().Suspended("2026-05-31");
        licence.On("2026-05-31").ShouldBe(LicenceState.Suspended);
        licence.On("2026-06-01").ShouldBe(LicenceState.Valid);
        var (after, happened) = licence.Swept("2026-06-01");
        (after.State, after.SuspendedUntil).ShouldBe((LicenceState.Valid, null));
        happened.ShouldBe(["Reinstated"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2027-06-30")]
    [InlineData("2026-12-31")]
    public void Suspended_past_its_end_it_is_expired(string? until)
    {
        var licence = ALicence.Issued().Suspended(until);
        licence.On("2026-12-31").ShouldBe(LicenceState.Suspended);
        licence.On("2027-01-01").ShouldBe(LicenceState.Expired);
        var (after, _) = licence.Swept("2027-01-01");
        (after.State, after.Before, after.StandsUntil).ShouldBe((LicenceState.Expired, null, null));
    }

    [Fact]
    public void What_was_taken_away_stays_so_whatever_the_day()
    {
        foreach (var taken in new LicenceEvent[] { new LicenceEvent.Withdrawn(ALicence.Act, "已评估"), new LicenceEvent.Revoked(ALicence.Act, true), new LicenceEvent.Cancelled(ALicence.Act) })
        {
            var licence = ALicence.Issued().AskedFor("2026-11-01", inTime: true).Suspended("2026-11-30").And(taken);
            licence.On("2030-01-01").ToString().ShouldBe(taken.GetType().Name);
            licence.Swept("2030-01-01").Happened.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Asked_for_in_time_and_not_decided_it_is_renewed_by_law_for_as_long_again()
    {
        var licence = ALicence.Issued().AskedFor("2026-12-01", inTime: true);
        licence.On("2027-01-01").ShouldBe(LicenceState.Renewed);
        licence.LastDayOn(District.Day("2027-01-01")).ShouldBe(District.Day("2027-12-31"));
        licence.On("2028-01-01").ShouldBe(LicenceState.Expired);

        var (after, happened) = licence.Swept("2027-01-01");
        happened.ShouldBe(["Renewed"]);
        (after.State, after.ValidUntil, after.IsDeemedRenewedOn(District.Day("2027-01-01"))).ShouldBe((LicenceState.Renewed, District.Day("2027-12-31"), true));
        // Only once: a further term is not given for the same application.
        after.Swept("2028-01-01").Happened.ShouldBe(["Expired"]);
        licence.Swept("2028-01-01").Happened.ShouldBe(["Renewed", "Expired"]);
    }

    [Fact]
    public void Asked_for_too_late_and_not_decided_it_expires() =>
        ALicence.Issued().AskedFor("2026-12-02", inTime: false).Swept("2027-01-01").Happened.ShouldBe(["Expired"]);

    [Fact]
    public void More_time_does_not_lift_a_suspension()
    {
        var licence = ALicence.Issued().AskedFor("2026-11-01", inTime: true).Suspended("2027-02-28");
        licence.On("2027-01-15").ShouldBe(LicenceState.Suspended);
        licence.On("2027-03-01").ShouldBe(LicenceState.Renewed);
        var (after, _) = licence.Swept("2027-01-15");
        (after.State, after.ValidUntil).ShouldBe((LicenceState.Suspended, District.Day("2027-12-31")));
        after.Swept("2027-03-01").After.State.ShouldBe(LicenceState.Renewed);
    }

    /// <summary>Whatever has happened, what is told before the sweep has come is what stands after it.</summary>
    [Fact]
    public void The_sweep_changes_nothing_of_what_was_true_before_it()
    {
        Licence[] licences =
        [
            ALicence.Issued(), ALicence.Issued().Suspended(), ALicence.Issued().Suspended("2026-05-31"), ALicence.Issued().Suspended("2027-06-30"),
            ALicence.Issued().AskedFor("2026-11-01", true), ALicence.Issued().AskedFor("2026-11-01", true).Suspended("2027-02-28"),
            ALicence.Issued().AskedFor("2026-12-24", false), ALicence.Issued().And(new LicenceEvent.Changed(ALicence.Act, "名称", "某", null)).AskedFor("2026-11-01", true),
        ];
        foreach (var licence in licences)
        {
            for (var day = District.Day("2026-04-01"); day < District.Day("2028-03-01"); day = day.AddDays(1))
            {
                var after = licence.Swept(day.ToString("yyyy-MM-dd")).After;
                (after.State, after.ValidUntil).ShouldBe((licence.StateOn(day), licence.LastDayOn(day)), $"{licence} on {day}");
                (after.StandsUntil < day).ShouldBeFalse();
            }
        }
    }

    [Theory]
    [InlineData("2024-02-29", 48, "2028-02-28", "2032-02-28")]
    [InlineData("2024-02-29", 12, "2025-02-27", "2026-02-27")]
    [InlineData("2026-03-01", 48, "2030-02-28", "2034-02-28")]
    [InlineData("2023-03-01", 12, "2024-02-29", "2025-02-28")]
    [InlineData("2026-01-31", 1, "2026-02-27", "2026-03-27")]
    public void A_term_in_months_is_given_in_months_again(string from, int months, string until, string again)
    {
        LicenceTerm.EndOf(District.Day(from), Limit.Months(months), WorkCalendar.National).ShouldBe(District.Day(until));
        LicenceTerm.Again(District.Day(from), District.Day(until), District.Day(until)).ShouldBe(District.Day(again));
    }

    [Fact]
    public void A_term_in_days_is_given_in_days_again() =>
        LicenceTerm.Again(District.Day("2026-03-10"), District.Day("2026-03-29"), District.Day("2026-03-29")).ShouldBe(District.Day("2026-04-18"));

    [Fact]
    public void More_time_is_asked_for_in_time_on_the_thirtieth_day_before_the_last()
    {
        LicenceTerm.LastDayToAsk(District.Day("2026-12-31"), Limit.CalendarDays(30), WorkCalendar.National).ShouldBe(District.Day("2026-12-01"));
        LicenceTerm.LastDayToAsk(District.Day("2024-03-30"), Limit.CalendarDays(30), WorkCalendar.National).ShouldBe(District.Day("2024-02-29"));
        LicenceTerm.LastDayToAsk(District.Day("2026-05-31"), Limit.Months(3), WorkCalendar.National).ShouldBe(District.Day("2026-02-28"));
        // 2026-10-08 is the first working day after the holiday that begins on the 1st.
        LicenceTerm.LastDayToAsk(District.Day("2026-10-09"), Limit.WorkingDays(2), WorkCalendar.National).ShouldBe(District.Day("2026-09-30"));
    }
}
