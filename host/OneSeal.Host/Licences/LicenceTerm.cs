using OneSeal.Host.Deadlines;
using OneSeal.Sdk;

namespace OneSeal.Host.Licences;

/// <summary>有效期: counted in whole calendar time, never moved by holidays; both its first and its last day belong to it.</summary>
internal static class LicenceTerm
{
    /// <summary>The last day of a term: four years from 1 March end on the last day of February.</summary>
    public static DateOnly EndOf(DateOnly from, Limit validity, WorkCalendar calendar) => validity.Unit switch
    {
        LimitUnit.Month => from.AddMonths(validity.Count).AddDays(-1),
        LimitUnit.CalendarDay => from.AddDays(validity.Count - 1),
        _ => Clock.Derive(new Deadline(validity, StartEvent.Accepted, from), calendar).Due!.Value,
    };

    /// <summary>The last day of a term as long as the first one, which begins the day after another has ended.</summary>
    public static DateOnly Again(DateOnly firstFrom, DateOnly firstUntil, DateOnly ended)
    {
        var (first, next) = (firstUntil.AddDays(1), ended.AddDays(1));
        // What was given in months is given in months again, and not in the days that these happened to have.
        var months = ((first.Year - firstFrom.Year) * 12) + first.Month - firstFrom.Month;
        return months > 0 && firstFrom.AddMonths(months) == first
            ? next.AddMonths(months).AddDays(-1)
            : next.AddDays(first.DayNumber - firstFrom.DayNumber - 1);
    }

    /// <summary>The last day on which more time can be asked for early enough.</summary>
    public static DateOnly LastDayToAsk(DateOnly validUntil, Limit window, WorkCalendar calendar)
    {
        if (window.Unit == LimitUnit.Month) return validUntil.AddMonths(-window.Count);
        if (window.Unit == LimitUnit.CalendarDay) return validUntil.AddDays(-window.Count);
        var day = validUntil;
        for (var left = window.Count; left > 0; left--)
        {
            do day = day.AddDays(-1);
            while (!calendar.IsWorkingDay(day));
        }

        return day;
    }
}
