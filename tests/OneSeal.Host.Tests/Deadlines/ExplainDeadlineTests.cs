using OneSeal.Host.Deadlines;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Deadlines;

public class ExplainDeadlineTests
{
    [Fact]
    public void The_answer_holds_the_due_date_and_every_day_on_the_way()
    {
        var answer = ExplainDeadline.Explain("2026-02-13", "2", "workingDay", WorkCalendar.National);

        (answer.Start, answer.Count, answer.Unit).ShouldBe((new DateOnly(2026, 2, 13), 2, LimitUnit.WorkingDay));
        (answer.Due, answer.Provisional).ShouldBe((new DateOnly(2026, 2, 24), false));
        answer.Steps.Count.ShouldBe(12);
    }

    [Theory]
    [InlineData(null, "5", "workingDay", "start")]
    [InlineData("2026-02-30", "5", "workingDay", "start")]
    [InlineData("2026-2-3", "5", "workingDay", "start")]
    [InlineData("9999-12-31", "5", "workingDay", "start")]
    [InlineData("2026-02-13", null, "workingDay", "count")]
    [InlineData("2026-02-13", "", "workingDay", "count")]
    [InlineData("2026-02-13", "-1", "workingDay", "count")]
    [InlineData("2026-02-13", "1000", "workingDay", "count")]
    [InlineData("2026-02-13", "2.5", "workingDay", "count")]
    [InlineData("2026-02-13", "5", null, "unit")]
    [InlineData("2026-02-13", "5", "week", "unit")]
    public void A_wrong_value_is_refused_by_its_name(string? start, string? count, string? unit, string field)
    {
        var refusal = Should.Throw<Refusal>(() => ExplainDeadline.Explain(start, count, unit, WorkCalendar.National));

        (refusal.Status, refusal.Field, refusal.Code).ShouldBe((400, field, $"deadline-{field}-invalid"));
    }

    [Theory]
    [InlineData("workingDay")]
    [InlineData("calendarDay")]
    [InlineData("month")]
    public void The_longest_period_from_the_last_start_is_answered(string unit) =>
        ExplainDeadline.Explain("2100-12-31", "999", unit, WorkCalendar.National).Provisional.ShouldBeTrue();
}
