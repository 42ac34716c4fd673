using OneSeal.Host.Deadlines;
using OneSeal.Host.Linkage;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Tests.Linkage;

public class A_claim
{
    [Fact]
    public void Is_due_two_working_days_after_the_push_and_holidays_do_not_count()
    {
        APush.Issued("2026-03-05").ClaimLimit!.Due.ShouldBe(District.Day("2026-03-09"));
        APush.Issued("2026-09-30").ClaimLimit!.Due.ShouldBe(District.Day("2026-10-09"));
    }

    [Fact]
    public void Is_the_task_of_the_department_until_an_office_takes_it_over_and_then_the_inspection_is()
    {
        var pushed = APush.Issued("2026-03-05");
        var task = pushed.Tasks.ShouldHaveSingleItem();
        (task.Key, task.Organisation, task.Due, task.Since).ShouldBe(("claim", District.Health, District.Day("2026-03-09"), District.Day("2026-03-05")));

        var claimed = pushed.Claimed("2026-03-06", inspection: "2026-04-01");
        (claimed.Claim!.By, claimed.Claim.Office, claimed.StateOn(District.Day("2027-01-01"))).ShouldBe(("己", "监督一科", PushState.Claimed));
        var inspect = claimed.Tasks.ShouldHaveSingleItem();
        (inspect.Key, inspect.Due, inspect.Since).ShouldBe(("inspect", District.Day("2026-04-01"), District.Day("2026-03-06")));
        claimed.And(new PushEvent.Inspected("f-1", District.Day("2026-03-30")), "2026-03-30").Tasks.ShouldBeEmpty();
        pushed.Claimed("2026-03-06").Tasks.ShouldBeEmpty();
    }

    [Fact]
    public void Is_the_recipients_alone()
    {
        var refused = District.Refused("push-of-another", () => APush.Issued().Claim("2026-03-06", By.Officer(of: APush.Transport)));
        refused.Status.ShouldBe(403);
        refused.Message.ShouldContain(District.Health.Name);
    }

    [Fact]
    public void Is_made_once_and_the_next_learns_by_whom_when_and_for_which_office()
    {
        var refused = District.Refused("claimed-before", () => APush.Issued().Claimed("2026-03-06").Claim("2026-03-09", By.Officer("庚"), "监督二科"));
        refused.Status.ShouldBe(409);
        refused.Message.ShouldContain("己于2026年3月6日 10:00代表监督一科认领");
        // Not even the first one changes it afterwards.
        District.Refused("claimed-before", () => APush.Issued().Claimed("2026-03-06").Claim("2026-03-06"));
    }

    [Fact]
    public void Names_an_office_and_no_day_that_is_over()
    {
        District.Refused("office-missing", () => APush.Issued().Claim("2026-03-06", office: " "), "office");
        District.Refused("inspection-in-the-past", () => APush.Issued().Claim("2026-03-06", inspection: "2026-03-05"), "firstInspectionOn");
        APush.Issued().Claim("2026-03-06", inspection: "2026-03-06").ShouldBeOfType<PushEvent.Claimed>();
    }

    [Fact]
    public void There_is_none_of_what_is_only_told()
    {
        APush.Told().StateOn(District.Day("2027-01-01")).ShouldBe(PushState.Told);
        District.Refused("nothing-to-claim", () => APush.Told().Claim("2026-03-06")).Status.ShouldBe(409);
    }

    [Fact]
    public void That_counts_as_made_is_never_late_and_an_office_may_still_take_it_over_by_name()
    {
        var deemed = APush.Issued(terms: APush.Deeming);
        deemed.StateOn(District.Day("2027-01-01")).ShouldBe(PushState.DeemedClaimed);
        deemed.Tasks.ShouldBeEmpty();
        deemed.Claimed("2026-06-01").StateOn(District.Day("2026-06-01")).ShouldBe(PushState.Claimed);
    }

    [Fact]
    public void Made_late_stands_but_so_does_the_delay()
    {
        var pushed = APush.Issued("2026-03-05");
        pushed.StateOn(District.Day("2026-03-09")).ShouldBe(PushState.Waiting);
        pushed.StateOn(District.Day("2026-03-10")).ShouldBe(PushState.Overdue);
        Delays.NotRecorded(pushed.Tasks, pushed.Delays, District.Day("2026-03-09")).ShouldBeEmpty();

        var delay = Delays.NotRecorded(pushed.Tasks, pushed.Delays, District.Day("2026-03-10")).ShouldHaveSingleItem();
        var recorded = pushed.And(new PushEvent.Delayed(delay), "2026-03-10", By.System);
        Delays.NotRecorded(recorded.Tasks, recorded.Delays, District.Day("2026-03-11")).ShouldBeEmpty();
        recorded.Delays.ShouldHaveSingleItem().DoneOn.ShouldBeNull();

        var claimed = recorded.Claimed("2026-03-12", inspection: "2026-04-01").Delays.ShouldHaveSingleItem();
        (claimed.Key, claimed.Due, claimed.RecordedOn, claimed.DoneOn)
            .ShouldBe(("claim", District.Day("2026-03-09"), District.Day("2026-03-10"), District.Day("2026-03-12")));
    }

    [Fact]
    public void Open_follows_a_calendar_that_changes_and_made_it_does_not()
    {
        var pushed = APush.Issued("2026-03-05");
        var calendar = WorkCalendar.From(
        [
            .. WorkCalendar.National.Notices.Where(n => n.Year != 2026),
            WorkCalendar.National.Notices.Single(n => n.Year == 2026) with { Holidays = [new("临时放假", District.Day("2026-03-06"), District.Day("2026-03-09"))], MakeUpDays = [] },
        ]);
        var moved = RederiveClaims.Decide(pushed, calendar, "新通知").ShouldHaveSingleItem();
        pushed.And(moved, "2026-03-05", By.System).ClaimLimit!.Due.ShouldBe(District.Day("2026-03-11"));
        RederiveClaims.Decide(pushed, WorkCalendar.National, "新通知").ShouldBeEmpty();
        RederiveClaims.Decide(pushed.Claimed("2026-03-06"), calendar, "新通知").ShouldBeEmpty();
        RederiveClaims.Decide(APush.Told(), calendar, "新通知").ShouldBeEmpty();
    }
}
