using OneSeal.Host.Deadlines;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Demonstration;

/// <summary>The days of the story, counted from its end: whatever day that is, things happen on working days and in office hours.</summary>
/// <param name="until">The first day that is not told any more.</param>
/// <param name="calendar">Which days are worked.</param>
internal sealed class Timetable(DateOnly until, WorkCalendar calendar)
{
    private static readonly TimeSpan Opening = TimeSpan.FromHours(9);
    private static readonly TimeSpan Closing = TimeSpan.FromHours(17.5);

    public DateOnly Until => until;

    public DateTimeOffset End { get; } = LocalTime.StartOf(until);

    /// <summary>The first day of the story, a year before its end.</summary>
    public DateOnly Start => OnOrAfter(until.AddYears(-1));

    /// <summary>The first working day not before the one that lies so many months and days before the end.</summary>
    public DateOnly MonthsBack(int months, int days = 0) => OnOrAfter(until.AddMonths(-months).AddDays(-days));

    /// <summary>The working day that lies so many working days before the end.</summary>
    public DateOnly Back(int workingDays) => Earlier(until, workingDays);

    /// <summary>The working day so many working days earlier.</summary>
    public DateOnly Earlier(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(-1);
            if (calendar.IsWorkingDay(day)) left--;
        }

        return day;
    }

    /// <summary>The working day so many working days later.</summary>
    public DateOnly Later(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0; left--) day = calendar.NextWorkingDay(day);
        return day;
    }

    /// <summary>The day itself if it is worked, else the next that is.</summary>
    public DateOnly OnOrAfter(DateOnly day) => calendar.IsWorkingDay(day) ? day : calendar.NextWorkingDay(day);

    public IEnumerable<DateOnly> WorkingDays(DateOnly from)
    {
        for (var day = OnOrAfter(from); day < until; day = calendar.NextWorkingDay(day)) yield return day;
    }

    /// <summary>A time of a day, so many minutes after opening.</summary>
    public static DateTimeOffset At(DateOnly day, int minutes) => LocalTime.StartOf(day) + Opening + TimeSpan.FromMinutes(minutes);

    /// <summary>Some minutes later, or first thing when the office opens again if it is closed then.</summary>
    public DateTimeOffset Soon(DateTimeOffset instant, int minutes)
    {
        var day = LocalTime.DayOf(instant);
        var opens = LocalTime.StartOf(day) + Opening;
        var later = (instant < opens ? opens : instant) + TimeSpan.FromMinutes(minutes);
        return calendar.IsWorkingDay(day) && later <= LocalTime.StartOf(day) + Closing
            ? later
            : At(calendar.NextWorkingDay(day), minutes % 60);
    }
}
