using OneSeal.Host.Deadlines;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Deadlines;

public class ClockTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.National;

    [Theory]
    [InlineData("2020-07-31", 20, "2020-08-28")]
    [InlineData("2020-09-25", 20, "2020-10-29")]
    [InlineData("2020-01-22", 20, "2020-02-27")]
    [InlineData("2024-09-29", 5, "2024-10-11")]
    [InlineData("2025-01-24", 20, "2025-02-27")]
    [InlineData("2025-09-26", 5, "2025-10-10")]
    [InlineData("2025-09-28", 1, "2025-09-29")]
    [InlineData("2025-04-27", 20, "2025-05-28")]
    [InlineData("2026-02-13", 2, "2026-02-24")]
    [InlineData("2026-02-13", 20, "2026-03-19")]
    [InlineData("2026-04-30", 5, "2026-05-11")]
    [InlineData("2026-09-30", 20, "2026-11-03")]
    public void Working_days_are_counted_from_the_next_working_day(string start, int count, string due) =>
        Due(Limit.WorkingDays(count), start).ShouldBe(Date(due));

    [Theory]
    [InlineData("2026-03-04", "2026-03-11")] // Wednesday to Wednesday
    [InlineData("2026-03-07", "2026-03-16")] // ends on a Saturday
    [InlineData("2026-04-27", "2026-05-06")] // ends in the Labour Day holiday
    [InlineData("2026-02-07", "2026-02-14")] // ends on a Saturday that is worked
    public void The_seven_days_of_a_construction_permit_count_every_day_and_end_on_a_working_day(string received, string due) =>
        Due(Limit.CalendarDays(7), received).ShouldBe(Date(due));

    [Theory]
    [InlineData("2023-01-19", 6, "2023-07-19")] // the transition of six months
    [InlineData("2023-01-31", 1, "2023-02-28")] // no 31st
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2026-01-31", 1, "2026-02-28")] // a Saturday that is worked
    [InlineData("2025-12-31", 2, "2026-02-28")]
    [InlineData("2026-07-01", 3, "2026-10-08")] // ends in the National Day holiday
    public void A_period_of_months_ends_on_the_day_of_its_start(string start, int months, string due) =>
        Due(Limit.Months(months), start).ShouldBe(Date(due));

    [Theory]
    [InlineData("2026-03-04", "2026-03-04")]
    [InlineData("2026-03-07", "2026-03-09")]
    [InlineData("2026-02-14", "2026-02-14")] // a make-up day
    public void On_the_spot_is_due_the_same_day_or_the_next_working_day(string start, string due) =>
        Due(Limit.OnTheSpot, start).ShouldBe(Date(due));

    [Fact]
    public void A_count_into_a_year_without_notice_is_provisional()
    {
        Clock.Derive(Started(Limit.WorkingDays(20), "2026-12-14"), Calendar).ShouldBe(new(Date("2027-01-11"), Provisional: true));
        Clock.Derive(Started(Limit.CalendarDays(30), "2026-12-14"), Calendar).ShouldBe(new(Date("2027-01-13"), Provisional: true));
        Clock.Derive(Started(Limit.WorkingDays(5), "2026-12-14"), Calendar).ShouldBe(new(Date("2026-12-21"), Provisional: false));
    }

    [Fact]
    public void Calendar_days_that_only_cross_an_unknown_year_are_certain() =>
        Clock.Derive(Started(Limit.Months(14), "2017-12-10"), Calendar).ShouldBe(new(Date("2019-02-11"), Provisional: false));

    [Fact]
    public void A_new_notice_moves_the_due_date_of_a_running_deadline()
    {
        var deadline = Started(Limit.WorkingDays(5), "2026-12-29");
        var newYear = new Holiday("元旦", new(2027, 1, 1), new(2027, 1, 3));
        var notice = new CalendarNotice(2027, [new("an invented notice", new(2026, 11, 3))], [newYear], []);

        Clock.Derive(deadline, Calendar).ShouldBe(new(Date("2027-01-05"), Provisional: true));
        Clock.Derive(deadline, Calendar.With(notice)).ShouldBe(new(Date("2027-01-06"), Provisional: false));
    }

    [Fact]
    public void An_expert_review_of_one_day_takes_one_day_off_the_clock()
    {
        var deadline = Started(Limit.WorkingDays(5), "2026-03-02").Through("2026-03-04", "2026-03-04");

        Clock.Derive(deadline, Calendar).Due.ShouldBe(Date("2026-03-10"));
    }

    [Fact]
    public void Suspended_days_off_are_left_out_once()
    {
        // Thursday to Monday: three working days, the weekend would not have counted anyway.
        var deadline = Started(Limit.WorkingDays(5), "2026-03-02").Through("2026-03-05", "2026-03-09");

        Clock.Derive(deadline, Calendar).Due.ShouldBe(Date("2026-03-12"));
    }

    [Fact]
    public void Procedures_that_overlap_are_left_out_once()
    {
        var both = Started(Limit.WorkingDays(5), "2026-03-02").Through("2026-03-03", "2026-03-05").Through("2026-03-04", "2026-03-06");

        Clock.Derive(both, Calendar).Due.ShouldBe(Date("2026-03-13"));
    }

    [Fact]
    public void A_period_of_months_ends_as_many_days_later_as_were_suspended()
    {
        var deadline = Started(Limit.Months(1), "2026-03-02").Through("2026-03-10", "2026-03-12");

        Clock.Derive(Started(Limit.Months(1), "2026-03-02"), Calendar).Due.ShouldBe(Date("2026-04-02"));
        Clock.Derive(deadline, Calendar).Due.ShouldBe(Date("2026-04-07")); // the 5th, in the Qingming holiday
    }

    [Fact]
    public void While_a_procedure_is_open_nobody_knows_the_due_date()
    {
        var deadline = Started(Limit.WorkingDays(5), "2026-03-02").Suspend(Date("2026-03-04"), LegalBasis.SpecialProcedure, "检测");

        Clock.Derive(deadline, Calendar).Due.ShouldBeNull();
        Clock.Explain(deadline, Calendar)[^1].Date.ShouldBe(Date("2026-03-04"));
        Clock.Derive(deadline.AsIfResumedOn(Date("2026-03-06")), Calendar).Due.ShouldBe(Date("2026-03-12"));
    }

    [Fact]
    public void A_procedure_begun_after_the_end_does_not_bring_the_period_back()
    {
        var deadline = Started(Limit.WorkingDays(5), "2026-03-02").Suspend(Date("2026-03-10"), LegalBasis.SpecialProcedure, "检测");

        Clock.Derive(deadline, Calendar).Due.ShouldBe(Date("2026-03-09"));
    }

    [Fact]
    public void An_extension_of_ten_after_twenty_counts_thirty_working_days()
    {
        var extended = Started(Limit.WorkingDays(20), "2025-01-24").Extend(Extension.ByHeadOfAgency("需进一步核实材料", Date("2025-02-25")));

        Clock.Derive(extended, Calendar).Due.ShouldBe(Due(Limit.WorkingDays(30), "2025-01-24"));
        Clock.Explain(extended, Calendar)[^1].Number.ShouldBe(30);
    }

    [Fact]
    public void An_extension_counts_on_from_the_last_day_counted_and_not_from_the_day_it_moved_to()
    {
        // Seven days end on Saturday the 14th and would be due on Monday the 16th.
        var deadline = Started(Limit.CalendarDays(7), "2026-03-07");
        var extended = deadline.Extend(Extension.ByHeadOfAgency("需进一步核实材料", Date("2026-03-12")));

        Clock.Derive(deadline, Calendar).Due.ShouldBe(Date("2026-03-16"));
        Clock.Derive(extended, Calendar).Due.ShouldBe(Date("2026-03-27"));
    }

    [Theory]
    [InlineData("2026-04-30", "2026-05-11", 5)]
    [InlineData("2026-05-11", "2026-05-11", 0)]
    [InlineData("2026-05-12", "2026-05-11", -1)]
    [InlineData("2026-05-14", "2026-05-11", -3)]
    [InlineData("2026-03-14", "2026-03-13", -1)] // the Saturday after: late, though no working day has passed
    public void Working_days_left_are_counted_to_the_due_date_and_negative_after_it(string today, string due, int left) =>
        Clock.WorkingDaysLeft(Date(today), Date(due), Calendar).ShouldBe(left);

    [Fact]
    public void Deriving_a_due_date_allocates_nothing()
    {
        var deadline = Started(Limit.WorkingDays(20), "2026-02-02").Through("2026-02-04", "2026-02-06")
            .Extend(Extension.ByHeadOfAgency("需进一步核实材料", Date("2026-03-10")));
        Clock.Derive(deadline, Calendar);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Clock.Derive(deadline, Calendar);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static DateOnly? Due(Limit limit, string start) => Clock.Derive(Started(limit, start), Calendar).Due;

    private static Deadline Started(Limit limit, string start) => new(limit, StartEvent.Accepted, Date(start));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
