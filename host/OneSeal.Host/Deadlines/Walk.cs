using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Deadlines;

/// <summary>
/// The one walk over the days of a period behind both answers of the <see cref="Clock"/>: with a list it writes down every step,
/// without one it only finds the end.
/// </summary>
internal ref struct Walk(Deadline deadline, WorkCalendar calendar, List<Step>? steps = null)
{
    private DateOnly day = deadline.StartedOn;
    private bool provisional;
    private int number;
    private bool doubted;

    public Derivation Run()
    {
        if (steps is not null) Note(false, null, Text.Of(IsOnTheSpot() ? "deadline.on-the-spot" : "deadline.start"));
        var ended = Count(deadline.Limit, null);
        var unit = deadline.Limit.Unit;
        for (var i = 0; ended && i < deadline.Extensions.Count; i++)
        {
            var extension = deadline.Extensions[i];
            if (extension.Limit.Unit != unit) number = 0;
            unit = extension.Limit.Unit;
            ended = Count(extension.Limit, extension);
        }

        return ended && EndOnWorkingDay() ? new Derivation(day, provisional) : new Derivation(null, provisional);
    }

    private readonly bool IsOnTheSpot()
    {
        if (deadline.Limit.Count > 0) return false;
        foreach (var extension in deadline.Extensions)
        {
            if (extension.Limit.Count > 0) return false;
        }

        return true;
    }

    /// <summary>False when an open procedure stops the count before its end.</summary>
    private bool Count(Limit limit, Extension? extension) => limit.Unit switch
    {
        LimitUnit.WorkingDay => CountWorkingDays(limit.Count, extension),
        LimitUnit.CalendarDay => CountDays(limit.Count, extension),
        LimitUnit.Month => CountMonths(limit.Count, extension),
        _ => throw new InvalidOperationException($"The clock does not know the unit {limit.Unit}."),
    };

    private bool CountWorkingDays(int count, Extension? extension)
    {
        for (var counted = 0; counted < count;)
        {
            if (!Advance()) return false;
            var today = Look();
            if (today.IsWorkingDay) counted++;
            if (steps is null) continue;
            if (today.IsWorkingDay)
                Number(Text.Of("deadline.working-day", ("number", number + 1)), extension, today);
            else
                Note(false, null, Text.Of("deadline.day-off", ("day", NameOf(today))), today);
        }

        return true;
    }

    private bool CountDays(int count, Extension? extension)
    {
        for (var counted = 0; counted < count; counted++)
        {
            if (!Advance()) return false;
            if (steps is not null) Number(Text.Of("deadline.calendar-day", ("number", number + 1)), extension);
        }

        return true;
    }

    /// <summary>
    /// As many days as the months have, so that suspended days move the end one by one. A month without the day ends on its last
    /// day (民法典 202), which is what <see cref="DateOnly.AddMonths"/> does.
    /// </summary>
    private bool CountMonths(int count, Extension? extension)
    {
        var anchor = day;
        var counted = 0;
        for (var month = 1; month <= count; month++)
        {
            var end = anchor.AddMonths(month);
            for (var days = end.DayNumber - anchor.DayNumber; counted < days; counted++)
            {
                if (!Advance()) return false;
            }

            if (steps is null) continue;
            var key = day != end ? "deadline.month-moved" : end.Day != anchor.Day ? "deadline.month-last-day" : "deadline.month";
            Number(Text.Of(key, ("number", number + 1), ("days", day.DayNumber - end.DayNumber)), extension);
        }

        return true;
    }

    /// <summary>To the next day that no special procedure covers; false when one that covers it has no end.</summary>
    private bool Advance()
    {
        while (true)
        {
            day = day.AddDays(1);
            if (deadline.SuspensionOn(day) is not { } suspension) return true;
            NoteSuspended(suspension);
            if (suspension.IsOpen) return false;
        }
    }

    /// <summary>
    /// 民法典 203. Working days have seen to it already, except on the spot. A day of a special procedure cannot be the last day
    /// either: there the agency does not have the day for its own. False when an open procedure stops the move.
    /// </summary>
    private bool EndOnWorkingDay()
    {
        var ends = EndsHere(out var today, out var suspension);
        if (steps is not null) TellEnd(ends, today, suspension);
        if (ends || suspension is { IsOpen: true }) return ends;

        while (Advance())
        {
            ends = EndsHere(out today, out _);
            if (steps is not null)
                Note(false, null, ends ? Text.Of("deadline.moved-here") : Text.Of("deadline.moved-on", ("day", NameOf(today))), today);
            if (ends) return true;
        }

        return false;
    }

    /// <summary>Adds to the last step what became of it as the end of the period.</summary>
    private readonly void TellEnd(bool ends, Day today, Suspension? suspension)
    {
        var why = steps![^1].Why;
        if (!ends)
        {
            var name = suspension is null ? NameOf(today) : Text.Of("deadline.day.suspended", ("reason", suspension.Reason));
            why = Text.Of("deadline.moved", ("why", why), ("day", name));
        }

        steps[^1] = steps[^1] with { Why = doubted ? why : WithDoubt(why, today) };
    }

    private bool EndsHere(out Day today, out Suspension? suspension)
    {
        today = Look();
        suspension = deadline.SuspensionOn(day);
        return suspension is null && today.IsWorkingDay;
    }

    private Day Look()
    {
        var today = calendar.DayOf(day);
        provisional |= today.Provisional;
        return today;
    }

    private void Number(string why, Extension? extension, Day today = default)
    {
        if (today.Kind == DayKind.MakeUpDay) why = Text.Of("deadline.make-up-day", ("why", why), ("holiday", today.Name));
        if (extension is not null) why = Text.Of("deadline.extended", ("why", why), ("article", extension.Article));
        Note(true, ++number, why, today);
    }

    private void NoteSuspended(Suspension suspension)
    {
        if (steps is null) return;
        var key = suspension.IsOpen ? "deadline.suspended-open" : "deadline.suspended";
        Note(false, null, Text.Of(key, ("reason", suspension.Reason), ("article", suspension.Article)));
    }

    /// <param name="today">The calendar's word on the day, where the step rests on it.</param>
    private void Note(bool counted, int? which, string why, Day today = default)
    {
        doubted = today.Provisional;
        steps!.Add(new Step(day, counted, which, WithDoubt(why, today)));
    }

    private readonly string WithDoubt(string why, Day today) =>
        today.Provisional ? Text.Of("deadline.provisional", ("why", why), ("year", day.Year)) : why;

    private static string NameOf(Day today) => today.Kind == DayKind.Holiday
        ? Text.Of("deadline.day.holiday", ("holiday", today.Name))
        : Text.Of("deadline.day.weekend");
}
