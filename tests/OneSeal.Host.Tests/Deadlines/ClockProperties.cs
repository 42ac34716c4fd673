using FsCheck;
using FsCheck.Fluent;
using OneSeal.Host.Deadlines;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Deadlines;

/// <summary>What must hold for every deadline. The seed is fixed, so that a run today and one tomorrow try the same ones.</summary>
public class ClockProperties
{
    private static readonly WorkCalendar Calendar = WorkCalendar.National;

    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20190423UL, 83UL);

    private static readonly DateOnly First = new(2018, 11, 1);

    private static readonly Gen<DateOnly> Dates = Gen.Choose(0, 3100).Select(First.AddDays);

    private static readonly Gen<Limit> Limits = Gen.OneOf(
        Gen.Choose(0, 60).Select(Limit.WorkingDays),
        Gen.Choose(0, 120).Select(Limit.CalendarDays),
        Gen.Choose(0, 9).Select(Limit.Months));

    private static readonly Gen<Deadline> Plain =
        from limit in Limits
        from start in Dates
        select new Deadline(limit, StartEvent.Accepted, start);

    private static readonly Gen<Deadline> Eventful =
        from plain in Plain
        from suspended in Gen.Choose(0, 2)
        from offsets in Gen.Choose(0, 80).ArrayOf(suspended)
        from lengths in Gen.Choose(0, 30).ArrayOf(suspended)
        from extended in Gen.Elements(false, true)
        from more in Limits
        select With(plain, offsets, lengths, extended ? more : null);

    [Fact]
    public void The_last_step_of_the_explanation_is_the_due_date() => Holds(Eventful, deadline =>
        Clock.Explain(deadline, Calendar)[^1].Date == Due(deadline));

    [Fact]
    public void The_due_date_is_a_working_day_without_special_procedure() => Holds(Eventful, deadline =>
        Calendar.IsWorkingDay(Due(deadline)) && !deadline.IsSuspendedOn(Due(deadline)));

    [Fact]
    public void So_many_working_days_lie_between_start_and_due_date() => Holds(Plain, deadline =>
        deadline.Limit.Unit != LimitUnit.WorkingDay || deadline.Limit.Count == 0
        || Calendar.WorkingDaysBetween(deadline.StartedOn, Due(deadline)) == deadline.Limit.Count);

    [Fact]
    public void The_explanation_counts_every_unit_once_and_its_days_rise() => Holds(Eventful, deadline =>
    {
        var steps = Clock.Explain(deadline, Calendar);
        return steps.Count(s => s.Counted) == deadline.Limit.Count + deadline.Extensions.Sum(e => e.Limit.Count)
            && steps.Zip(steps.Skip(1)).All(pair => pair.First.Date < pair.Second.Date);
    });

    [Fact]
    public void A_longer_limit_is_never_due_earlier() => Holds(Eventful, deadline =>
        Due(deadline) <= Due(deadline with { Limit = new(deadline.Limit.Count + 1, deadline.Limit.Unit) }));

    [Fact]
    public void A_later_start_is_never_due_earlier() => Holds(Plain, deadline =>
        Due(deadline) <= Due(deadline with { StartedOn = deadline.StartedOn.AddDays(1) }));

    [Fact]
    public void A_special_procedure_never_makes_the_due_date_earlier() => Holds(Eventful, deadline =>
        Due(deadline with { Suspensions = [] }) <= Due(deadline));

    [Fact]
    public void Two_procedures_one_after_the_other_are_as_one() => Holds(
        from plain in Plain
        from offset in Gen.Choose(0, 60)
        from length in Gen.Choose(1, 30)
        from cut in Gen.Choose(1, length)
        select (plain, first: plain.StartedOn.AddDays(offset), length, cut),
        x =>
        {
            var last = x.first.AddDays(x.length);
            var second = x.first.AddDays(x.cut);
            return Clock.Derive(x.plain.Through(x.first, last), Calendar)
                == Clock.Derive(x.plain.Through(second, last).Through(x.first, second.AddDays(-1)), Calendar);
        });

    [Fact]
    public void Days_suspended_move_a_period_of_months_by_their_number() => Holds(
        from start in Dates
        from months in Gen.Choose(1, 9)
        from length in Gen.Choose(1, 20)
        select (plain: new Deadline(Limit.Months(months), StartEvent.Accepted, start), length),
        x =>
        {
            var first = x.plain.StartedOn.AddDays(1);
            var moved = x.plain.Through(first, first.AddDays(x.length - 1));
            return Clock.Explain(moved, Calendar).Last(s => s.Counted).Date
                == Clock.Explain(x.plain, Calendar).Last(s => s.Counted).Date.AddDays(x.length);
        });

    [Fact]
    public void An_added_holiday_never_makes_the_due_date_earlier() => Holds(
        from deadline in Eventful
        from offset in Gen.Choose(-5, 60)
        from length in Gen.Choose(0, 9)
        select (deadline, first: deadline.StartedOn.AddDays(offset), length),
        x =>
        {
            var festival = new Holiday("地方节日", x.first, x.first.AddDays(x.length));
            var notice = new CalendarNotice(x.first.Year, [new("an invented notice", x.first)], [festival], []) { Region = "370305" };
            return Due(x.deadline) <= Clock.Derive(x.deadline, Calendar.With(notice)).Due;
        },
        tests: 100);

    [Fact]
    public void Resuming_a_day_later_is_never_due_earlier() => Holds(
        from plain in Plain
        from offset in Gen.Choose(0, 30)
        from length in Gen.Choose(0, 30)
        select (plain, first: plain.StartedOn.AddDays(offset), length),
        x =>
        {
            var open = x.plain.Suspend(x.first, LegalBasis.SpecialProcedure, "检测");
            var last = x.first.AddDays(x.length);
            return Due(open.AsIfResumedOn(last)) <= Due(open.AsIfResumedOn(last.AddDays(1)));
        });

    [Fact]
    public void Working_days_left_go_down_as_days_pass_and_their_sign_tells_overdue() => Holds(
        from today in Dates from offset in Gen.Choose(-40, 40) select (today, due: today.AddDays(offset)),
        x => Clock.WorkingDaysLeft(x.today, x.due, Calendar) < 0 == x.today > x.due
            && Clock.WorkingDaysLeft(x.today, x.due, Calendar) >= Clock.WorkingDaysLeft(x.today.AddDays(1), x.due, Calendar));

    [Fact]
    public void A_derivation_is_provisional_only_when_it_meets_a_year_without_notice() => Holds(Eventful, deadline =>
        !Clock.Derive(deadline, Calendar).Provisional
        || Enumerable.Range(deadline.StartedOn.Year, Due(deadline).Year - deadline.StartedOn.Year + 1)
            .Any(year => !Calendar.KnownYears.Contains(year)));

    private static void Holds<T>(Gen<T> gen, Func<T, bool> property, int tests = 500) =>
        Prop.ForAll(gen.ToArbitrary(), property).Check(Fixed.WithMaxTest(tests));

    private static DateOnly Due(Deadline deadline) => Clock.Derive(deadline, Calendar).Due!.Value;

    private static Deadline With(Deadline deadline, int[] offsets, int[] lengths, Limit? more)
    {
        for (var i = 0; i < offsets.Length; i++)
        {
            var from = deadline.StartedOn.AddDays(offsets[i]);
            deadline = deadline.Through(from, from.AddDays(lengths[i]));
        }

        return more is { } limit
            ? deadline.Extend(new Extension(limit, LegalBasis.LicensingPeriod, "需进一步核实材料", deadline.StartedOn.AddDays(1)))
            : deadline;
    }
}
