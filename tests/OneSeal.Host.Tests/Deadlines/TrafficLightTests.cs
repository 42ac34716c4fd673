using OneSeal.Host.Deadlines;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Deadlines;

public class TrafficLightTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.National;

    // Due by promise on Monday the 9th, by law on Monday the 30th.
    private static readonly Deadline Statutory = new(Limit.WorkingDays(20), StartEvent.Accepted, new(2026, 3, 2));
    private static readonly Deadline Promised = new(Limit.WorkingDays(5), StartEvent.Accepted, new(2026, 3, 2));

    [Theory]
    [InlineData("2026-03-05", "Normal")]
    [InlineData("2026-03-06", "Near")] // Friday: one working day left
    [InlineData("2026-03-09", "Near")]
    [InlineData("2026-03-10", "OverPromise")]
    [InlineData("2026-03-30", "OverPromise")]
    [InlineData("2026-03-31", "OverStatute")]
    public void The_light_follows_promise_and_statute(string today, string light) =>
        Seen(Statutory, Promised, today).ShouldBe(Enum.Parse<TrafficLight>(light));

    [Theory]
    [InlineData("2026-03-26", "Normal")]
    [InlineData("2026-03-27", "Near")]
    [InlineData("2026-03-31", "OverStatute")]
    public void Without_a_promise_the_statute_warns(string today, string light) =>
        Seen(Statutory, null, today).ShouldBe(Enum.Parse<TrafficLight>(light));

    [Theory]
    [InlineData(0, "2026-03-06", "Normal")]
    [InlineData(0, "2026-03-09", "Near")]
    [InlineData(3, "2026-03-04", "Near")]
    public void Each_place_says_when_a_case_is_near(int warn, string today, string light) =>
        Seen(Statutory, Promised, today, new LightRule(warn)).ShouldBe(Enum.Parse<TrafficLight>(light));

    [Fact]
    public void In_a_special_procedure_no_clock_runs()
    {
        var (statutory, promised) = (Open(Statutory, "2026-03-05"), Open(Promised, "2026-03-05"));

        Seen(statutory, promised, "2026-03-04").ShouldBe(TrafficLight.Normal);
        Seen(statutory, promised, "2026-03-05").ShouldBe(TrafficLight.Suspended);
        Seen(statutory, promised, "2026-06-01").ShouldBe(TrafficLight.Suspended);
    }

    [Fact]
    public void A_procedure_begun_too_late_does_not_hide_that_the_promise_was_broken() =>
        Seen(Open(Statutory, "2026-03-11"), Open(Promised, "2026-03-11"), "2026-03-12").ShouldBe(TrafficLight.OverPromise);

    [Fact]
    public void A_survey_that_stops_the_promise_alone_leaves_the_statute_running()
    {
        var surveyed = Open(Promised, "2026-03-05");

        Seen(Statutory, surveyed, "2026-03-20").ShouldBe(TrafficLight.Normal);
        Seen(Statutory, surveyed, "2026-03-30").ShouldBe(TrafficLight.Near);
        Seen(Statutory, surveyed, "2026-03-31").ShouldBe(TrafficLight.OverStatute);
    }

    private static Deadline Open(Deadline deadline, string from) => deadline.Suspend(Date(from), LegalBasis.SpecialProcedure, "检测");

    private static TrafficLight Seen(Deadline statutory, Deadline? promised, string today, LightRule? rule = null) =>
        Clock.Light(statutory, promised, Date(today), Calendar, rule ?? new LightRule());

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
