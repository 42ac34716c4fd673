using OneSeal.Host.Deadlines;

namespace OneSeal.Host.Worklist;

/// <summary>How a task stands in time.</summary>
internal enum TaskLight
{
    /// <summary>正常.</summary>
    Normal,

    /// <summary>临期.</summary>
    Near,

    /// <summary>超时.</summary>
    Overdue,
}

/// <summary>One clock for every task, whoever has it: approval, claim and supervision alike.</summary>
internal static class TaskLights
{
    /// <returns>Null for a task without a day of its own.</returns>
    public static TaskLight? Of(DateOnly due, DateOnly today, WorkCalendar calendar, LightRule rule) => due switch
    {
        _ when due == WorkTask.NoDay => null,
        _ when due < today => TaskLight.Overdue,
        _ when Clock.WorkingDaysLeft(today, due, calendar) <= rule.WarnWorkingDaysBefore => TaskLight.Near,
        _ => TaskLight.Normal,
    };

    /// <summary>The last day on which a task may be due that is near today.</summary>
    public static DateOnly NearUntil(DateOnly today, WorkCalendar calendar, LightRule rule)
    {
        var day = today;
        while (Clock.WorkingDaysLeft(today, day.AddDays(1), calendar) <= rule.WarnWorkingDaysBefore) day = day.AddDays(1);
        return day;
    }
}
