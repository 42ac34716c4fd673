namespace OneSeal.Host.Deadlines;

/// <summary>
/// One clock for every period in the system. Pure: what it says follows from the deadline, the calendar and the day asked about.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>The day of the start event is not counted (民法典 201); the Licensing Law has no rule of its own and follows by analogy.</item>
/// <item>工作日: weekdays and make-up days count (行政许可法 82).</item>
/// <item>日: every day counts. 月: ends on the day of the month that equals the start day, or the month's last (民法典 202).</item>
/// <item>A period ends on a working day: one that would end on a day off ends on the next working day (民法典 203).</item>
/// <item>Suspended days are not counted. A period of months ends as many days later as were suspended.</item>
/// <item>
/// An extension is counted on from the last day counted, before article 203 moves it: the move is a grace for whoever must act on a
/// day off, not part of the period. Seven days that end on a Saturday plus ten working days end ten working days after that Saturday.
/// An extension of months goes by the day of the month on which the first period ended.
/// </item>
/// <item>Zero is on the spot (当场): due on the start day, or the next working day when that is a day off.</item>
/// </list>
/// </remarks>
internal static class Clock
{
    /// <summary>The due date. Allocates nothing, so that a sweep over all running cases can ask for every one.</summary>
    public static Derivation Derive(Deadline deadline, WorkCalendar calendar) => new Walk(deadline, calendar).Run();

    /// <summary>
    /// Day by day, why the period ends when it does: the start day first and the due date last. It is the same walk as
    /// <see cref="Derive"/>. If a special procedure is open, the last step is the day on which the count stands still.
    /// </summary>
    public static IReadOnlyList<Step> Explain(Deadline deadline, WorkCalendar calendar)
    {
        var steps = new List<Step>();
        new Walk(deadline, calendar, steps).Run();
        return steps;
    }

    /// <summary>
    /// The working days after today up to and with the due date: 0 on the due date itself. Afterwards, how many working days late,
    /// as a negative number and at least one, so that the sign alone tells that it is overdue even on the weekend after.
    /// </summary>
    public static int WorkingDaysLeft(DateOnly today, DateOnly due, WorkCalendar calendar) => today <= due
        ? calendar.WorkingDaysBetween(today, due)
        : -Math.Max(1, calendar.WorkingDaysBetween(due, today));

    /// <summary>The light beside a case on this day.</summary>
    /// <remarks>
    /// What is overdue stays so, even when a procedure was begun afterwards. Otherwise the nearest clock that runs today speaks: a
    /// survey that stops the promised limit alone (as some local rules have it) leaves the statutory one running.
    /// </remarks>
    /// <param name="statutory">法定期限.</param>
    /// <param name="promised">承诺期限, where the bureau made a promise.</param>
    /// <param name="today">The day asked about.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="rule">From when on a case is near.</param>
    public static TrafficLight Light(
        Deadline statutory, Deadline? promised, DateOnly today, WorkCalendar calendar, LightRule rule)
    {
        if (today > Derive(statutory, calendar).Due) return TrafficLight.OverStatute;
        var nearest = RunningUntil(statutory, today, calendar);
        if (promised is not null)
        {
            if (today > Derive(promised, calendar).Due) return TrafficLight.OverPromise;
            if (RunningUntil(promised, today, calendar) is { } due && !(nearest < due)) nearest = due;
        }

        if (nearest is not { } next) return TrafficLight.Suspended;
        return WorkingDaysLeft(today, next, calendar) <= rule.WarnWorkingDaysBefore ? TrafficLight.Near : TrafficLight.Normal;
    }

    // A procedure that is to begin only after today has not stopped anything yet.
    private static DateOnly? RunningUntil(Deadline deadline, DateOnly today, WorkCalendar calendar) =>
        deadline.IsSuspendedOn(today) ? null : Derive(deadline.AsIfResumedOn(today), calendar).Due;
}
