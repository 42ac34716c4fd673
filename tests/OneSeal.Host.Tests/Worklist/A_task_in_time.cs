using OneSeal.Host.Deadlines;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Tests.Worklist;

public class A_task_in_time
{
    [Theory]
    // Wednesday 2026-09-30 is the last working day before the National Day; Thursday 2026-10-08 the first after it.
    [InlineData("2026-09-30", "2026-10-09", 1, TaskLight.Normal)]
    [InlineData("2026-09-30", "2026-10-08", 1, TaskLight.Near)]
    [InlineData("2026-10-03", "2026-10-08", 1, TaskLight.Near)]
    [InlineData("2026-10-08", "2026-10-08", 0, TaskLight.Near)]
    [InlineData("2026-09-30", "2026-10-08", 0, TaskLight.Normal)]
    [InlineData("2026-10-09", "2026-10-08", 1, TaskLight.Overdue)]
    [InlineData("2026-09-30", "2026-10-09", 2, TaskLight.Near)]
    public void Is_near_by_the_localitys_own_rule(string today, string due, int warn, object light) =>
        TaskLights.Of(District.Day(due), District.Day(today), WorkCalendar.National, new LightRule(warn)).ShouldBe((TaskLight)light);

    [Fact]
    public void Without_a_day_of_its_own_it_has_no_light() =>
        TaskLights.Of(WorkTask.NoDay, District.Day("2026-03-02"), WorkCalendar.National, new LightRule()).ShouldBeNull();

    [Theory]
    [InlineData("2026-03-02", 1)]
    [InlineData("2026-03-06", 1)]
    [InlineData("2026-09-30", 1)]
    [InlineData("2026-09-30", 0)]
    [InlineData("2026-10-03", 5)]
    public void Warnings_are_asked_for_up_to_the_last_day_that_is_near(string on, int warn)
    {
        var (today, rule) = (District.Day(on), new LightRule(warn));
        var until = TaskLights.NearUntil(today, WorkCalendar.National, rule);
        TaskLights.Of(until, today, WorkCalendar.National, rule).ShouldBe(TaskLight.Near);
        TaskLights.Of(until.AddDays(1), today, WorkCalendar.National, rule).ShouldBe(TaskLight.Normal);
    }
}
