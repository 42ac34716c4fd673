using System.Text.Json;

namespace OneSeal.Host.Deadlines;

/// <summary>
/// Which days an office works, from the holiday notices it has been given. Immutable: a new notice makes a new calendar, and
/// whatever was derived from the old one is derived again.
/// </summary>
/// <remarks>
/// A day that no notice names follows its weekday. In a year without a national notice that answer is
/// <see cref="Day.Provisional"/>. The last days of a December may be moved by the next year's notice; as long as their own year
/// is known they are not called provisional.
/// </remarks>
internal sealed class WorkCalendar
{
    private static readonly Lazy<WorkCalendar> Embedded = new(() => From(ReadEmbedded()));

    private readonly int first;
    private readonly Day[] days;

    private WorkCalendar(IReadOnlyList<CalendarNotice> notices)
    {
        Notices = notices;
        KnownYears = notices.Where(n => n.Region is null).Select(n => n.Year).Distinct().Order().ToArray();
        if (notices.Count == 0)
        {
            days = [];
            return;
        }

        // One slot for every day of the years named: a look-up is an index, and a decade of days is some fifty kilobytes.
        var named = notices.SelectMany(YearsOf).ToArray();
        var start = new DateOnly(named.Min(), 1, 1);
        first = start.DayNumber;
        days = new Day[new DateOnly(named.Max(), 12, 31).DayNumber - first + 1];
        for (var i = 0; i < days.Length; i++)
        {
            var date = start.AddDays(i);
            days[i] = Day.ByWeekday(date, provisional: !KnownYears.Contains(date.Year));
        }

        foreach (var notice in notices) Write(notice);
    }

    /// <summary>The country's calendar, from the notices that come with the program.</summary>
    public static WorkCalendar National => Embedded.Value;

    /// <summary>The notices, in the order in which they speak.</summary>
    public IReadOnlyList<CalendarNotice> Notices { get; }

    /// <summary>The years that have a national notice.</summary>
    public IReadOnlyList<int> KnownYears { get; }

    /// <summary>A calendar of these notices. Where two name the same day, the later one in the list prevails.</summary>
    public static WorkCalendar From(IEnumerable<CalendarNotice> notices) => new([.. notices.Select(n => n.Checked())]);

    /// <summary>
    /// This calendar with one more notice, which prevails on the days it names. So a year is added, the Spring Festival of 2020
    /// made longer, a region given its own festival. To take a mistaken notice back, make the calendar anew without it.
    /// </summary>
    /// <exception cref="Texts.Refusal">The notice contradicts itself.</exception>
    public WorkCalendar With(CalendarNotice added) => new([.. Notices, added.Checked()]);

    public Day DayOf(DateOnly date)
    {
        var index = date.DayNumber - first;
        return (uint)index < (uint)days.Length ? days[index] : Day.ByWeekday(date, provisional: true);
    }

    public bool IsWorkingDay(DateOnly date) => DayOf(date).IsWorkingDay;

    /// <summary>The first working day after the given day.</summary>
    public DateOnly NextWorkingDay(DateOnly date)
    {
        do date = date.AddDays(1);
        while (!IsWorkingDay(date));
        return date;
    }

    /// <summary>How many working days lie after the first day, up to and with the last one.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly upTo)
    {
        var count = 0;
        for (var date = after; date < upTo;)
        {
            date = date.AddDays(1);
            if (IsWorkingDay(date)) count++;
        }

        return count;
    }

    private static IEnumerable<int> YearsOf(CalendarNotice notice) =>
        notice.Holidays.SelectMany(h => (int[])[h.From.Year, h.To.Year])
            .Concat(notice.MakeUpDays.Select(d => d.Date.Year))
            .Append(notice.Year);

    private void Write(CalendarNotice notice)
    {
        foreach (var holiday in notice.Holidays)
        {
            for (var date = holiday.From; date <= holiday.To; date = date.AddDays(1))
                days[date.DayNumber - first] = new Day(DayKind.Holiday, holiday.Name);
        }

        foreach (var day in notice.MakeUpDays)
            days[day.Date.DayNumber - first] = new Day(DayKind.MakeUpDay, day.Name);
    }

    private static IEnumerable<CalendarNotice> ReadEmbedded()
    {
        var assembly = typeof(WorkCalendar).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".calendars.", StringComparison.Ordinal)).Order())
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<CalendarNotice>(stream, JsonSerializerOptions.Web)!;
        }
    }
}
