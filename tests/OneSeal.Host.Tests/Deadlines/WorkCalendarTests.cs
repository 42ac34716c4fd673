using System.Globalization;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Deadlines;

public class WorkCalendarTests
{
    private static readonly WorkCalendar National = WorkCalendar.National;

    /// <summary>The notices once more, as a person reads them off the page: days off; make-up days.</summary>
    public static TheoryData<int, string, string> Notices => new()
    {
        {
            2019,
            "2018-12-30~2019-01-01 02-04~02-10 04-05 05-01~05-04 06-07 09-13 10-01~10-07",
            "2018-12-29 02-02 02-03 04-28 05-05 09-29 10-12"
        },
        {
            2020,
            "01-01 01-24~02-02 04-04~04-06 05-01~05-05 06-25~06-27 10-01~10-08",
            "01-19 04-26 05-09 06-28 09-27 10-10"
        },
        {
            2021,
            "01-01~01-03 02-11~02-17 04-03~04-05 05-01~05-05 06-12~06-14 09-19~09-21 10-01~10-07",
            "02-07 02-20 04-25 05-08 09-18 09-26 10-09"
        },
        {
            2022,
            "01-01~01-03 01-31~02-06 04-03~04-05 04-30~05-04 06-03~06-05 09-10~09-12 10-01~10-07",
            "01-29 01-30 04-02 04-24 05-07 10-08 10-09"
        },
        {
            2023,
            "2022-12-31~2023-01-02 01-21~01-27 04-05 04-29~05-03 06-22~06-24 09-29~10-06",
            "01-28 01-29 04-23 05-06 06-25 10-07 10-08"
        },
        {
            2024,
            "01-01 02-10~02-17 04-04~04-06 05-01~05-05 06-10 09-15~09-17 10-01~10-07",
            "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"
        },
        {
            2025,
            "01-01 01-28~02-04 04-04~04-06 05-01~05-05 05-31~06-02 10-01~10-08",
            "01-26 02-08 04-27 09-28 10-11"
        },
        {
            2026,
            "01-01~01-03 02-15~02-23 04-04~04-06 05-01~05-05 06-19~06-21 09-25~09-27 10-01~10-07",
            "01-04 02-14 02-28 05-09 09-20 10-10"
        },
    };

    [Theory, MemberData(nameof(Notices))]
    public void The_calendar_says_what_the_notices_say(int year, string daysOff, string makeUpDays)
    {
        var notice = National.Notices.Single(n => n.Year == year);
        var off = Days(year, daysOff);
        var madeUp = Days(year, makeUpDays);

        off.ShouldAllBe(d => National.DayOf(d).Kind == DayKind.Holiday && National.DayOf(d).Name != null);
        madeUp.ShouldAllBe(d => National.DayOf(d).Kind == DayKind.MakeUpDay && National.DayOf(d).Name != null);
        notice.Holidays.Sum(h => h.To.DayNumber - h.From.DayNumber + 1).ShouldBe(off.Count);
        notice.MakeUpDays.Count.ShouldBe(madeUp.Count);
        notice.Notices.ShouldAllBe(n => n.Source.StartsWith("gov.cn ") && n.Issued.Year >= year - 1);
    }

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_its_number_of_working_days(int year, int workingDays) =>
        National.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)).ShouldBe(workingDays);

    [Fact]
    public void Every_embedded_notice_is_known_by_its_year() =>
        National.KnownYears.ShouldBe([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);

    [Fact]
    public void The_longer_Spring_Festival_of_2020_ends_on_the_second_of_February()
    {
        National.DayOf(new(2020, 2, 1)).ShouldBe(new Day(DayKind.Holiday, "春节"));
        National.DayOf(new(2020, 2, 3)).ShouldBe(new Day(DayKind.WorkingDay));
    }

    [Fact]
    public void The_notice_of_2019_speaks_about_the_last_days_of_2018()
    {
        National.DayOf(new(2018, 12, 29)).ShouldBe(new Day(DayKind.MakeUpDay, "元旦"));
        National.DayOf(new(2018, 12, 31)).ShouldBe(new Day(DayKind.Holiday, "元旦"));
        National.DayOf(new(2018, 12, 28)).ShouldBe(new Day(DayKind.WorkingDay, null, Provisional: true));
    }

    [Fact]
    public void A_year_without_a_notice_follows_the_weekday_and_says_so()
    {
        National.DayOf(new(2027, 10, 1)).ShouldBe(new Day(DayKind.WorkingDay, null, Provisional: true));
        National.DayOf(new(2027, 10, 2)).ShouldBe(new Day(DayKind.Weekend, null, Provisional: true));
        National.DayOf(new(2026, 10, 17)).ShouldBe(new Day(DayKind.Weekend));
    }

    [Fact]
    public void The_next_working_day_skips_the_holiday_and_takes_the_make_up_day()
    {
        National.NextWorkingDay(new(2025, 9, 30)).ShouldBe(new(2025, 10, 9));
        National.NextWorkingDay(new(2025, 9, 26)).ShouldBe(new(2025, 9, 28));
    }

    [Fact]
    public void An_added_notice_makes_its_year_known_and_leaves_the_old_calendar_alone()
    {
        var longer = National.With(Notice2027());

        longer.DayOf(new(2027, 10, 1)).ShouldBe(new Day(DayKind.Holiday, "国庆节"));
        longer.DayOf(new(2027, 10, 9)).ShouldBe(new Day(DayKind.MakeUpDay, "国庆节"));
        longer.DayOf(new(2027, 10, 11)).ShouldBe(new Day(DayKind.WorkingDay));
        longer.KnownYears.ShouldContain(2027);
        National.IsWorkingDay(new(2027, 10, 1)).ShouldBeTrue();
    }

    [Fact]
    public void A_region_adds_its_festival_without_making_the_year_known()
    {
        var festival = new Holiday("三月三", new(2027, 4, 9), new(2027, 4, 9));
        var guangxi = National.With(Notice2027() with { Region = "450000", Holidays = [festival], MakeUpDays = [] });

        guangxi.DayOf(new(2027, 4, 9)).ShouldBe(new Day(DayKind.Holiday, "三月三"));
        guangxi.DayOf(new(2027, 4, 8)).Provisional.ShouldBeTrue();
        guangxi.KnownYears.ShouldNotContain(2027);
    }

    [Fact]
    public void A_later_notice_prevails_on_the_days_it_names()
    {
        var first = National.With(Notice2027());
        var changed = first.With(Notice2027() with { Holidays = [new("国庆节", new(2027, 10, 1), new(2027, 10, 10))], MakeUpDays = [] });

        changed.DayOf(new(2027, 10, 9)).Kind.ShouldBe(DayKind.Holiday);
    }

    [Fact]
    public void A_calendar_refuses_a_notice_that_contradicts_itself() =>
        Should.Throw<Refusal>(() => National.With(Notice2027() with { Notices = [] })).Code.ShouldBe("calendar-source-missing");

    private static CalendarNotice Notice2027() => new(
        2027,
        [new("an invented notice", new(2026, 11, 3))],
        [new("国庆节", new(2027, 10, 1), new(2027, 10, 7))],
        [new(new(2027, 10, 9), "国庆节")]);

    private static List<DateOnly> Days(int year, string text)
    {
        var days = new List<DateOnly>();
        foreach (var span in text.Split(' '))
        {
            var ends = span.Split('~').Select(d => DateOnly.ParseExact(
                d.Length == 5 ? $"{year}-{d}" : d, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToArray();
            for (var day = ends[0]; day <= ends[^1]; day = day.AddDays(1)) days.Add(day);
        }

        return days;
    }
}
