using OneSeal.Host.Texts;

namespace OneSeal.Host.Deadlines;

/// <summary>Where the days of a notice come from, so that anyone can look them up.</summary>
/// <param name="Source">The document, for example <c>gov.cn 202511/content_7047091</c>.</param>
/// <param name="Issued">The day it was published.</param>
internal sealed record NoticeSource(string Source, DateOnly Issued);

/// <summary>放假: both ends are days off, weekend days between them included.</summary>
internal sealed record Holiday(string Name, DateOnly From, DateOnly To);

/// <summary>调休上班: a weekend day that is worked.</summary>
internal sealed record MakeUpDay(DateOnly Date, string Name);

/// <summary>
/// A holiday notice (放假通知) as data: the yearly one of the State Council, a later one that changes it, or one of a region.
/// It is the format of the files in <c>calendars/</c> and of a notice that an administrator adds while the system runs.
/// </summary>
/// <remarks>
/// It belongs to the year it is issued for and may name days of the neighbouring ones: that of 2019 begins on 2018-12-29.
/// </remarks>
internal sealed record CalendarNotice(
    int Year,
    IReadOnlyList<NoticeSource> Notices,
    IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<MakeUpDay> MakeUpDays)
{
    /// <summary>A span longer than this is a slip of the pen; the longest on record is ten days.</summary>
    private const int LongestHoliday = 31;

    public IReadOnlyList<NoticeSource> Notices { get; init; } = Notices ?? [];

    public IReadOnlyList<Holiday> Holidays { get; init; } = Holidays ?? [];

    public IReadOnlyList<MakeUpDay> MakeUpDays { get; init; } = MakeUpDays ?? [];

    /// <summary>
    /// The region whose own notice this is; null for the whole country. Only a national notice makes its year a known one:
    /// a region's local festival says nothing about the Spring Festival.
    /// </summary>
    public string? Region { get; init; }

    /// <summary>A correction tells its year whole. A region's own festival comes beside the country's notice, never in its place.</summary>
    public bool IsReplacedBy(CalendarNotice later) => later.Year == Year && later.Region == Region;

    /// <summary>This notice, if a calendar can take it.</summary>
    /// <exception cref="Refusal">It contradicts itself; the field at fault is named.</exception>
    public CalendarNotice Checked()
    {
        if (Year is < 2000 or > 2100) throw Wrong("calendar-year-invalid", "year", ("year", Year));
        if (Notices.Count == 0 || Notices.Any(n => string.IsNullOrWhiteSpace(n?.Source)))
            throw Wrong("calendar-source-missing", "notices");

        for (var i = 0; i < Holidays.Count; i++) Check(Holidays[i], $"holidays[{i}]");
        for (var i = 0; i < MakeUpDays.Count; i++) Check(MakeUpDays[i], $"makeUpDays[{i}]");
        return this;
    }

    private void Check(Holiday holiday, string field)
    {
        if (string.IsNullOrWhiteSpace(holiday?.Name)) throw Wrong("calendar-name-missing", field + ".name");
        CheckYear(holiday.From, field + ".from");
        CheckYear(holiday.To, field + ".to");
        if (holiday.From > holiday.To)
            throw Wrong("calendar-holiday-backwards", field + ".to", ("name", holiday.Name), ("from", holiday.From), ("to", holiday.To));
        if (holiday.To.DayNumber - holiday.From.DayNumber >= LongestHoliday)
            throw Wrong("calendar-holiday-too-long", field + ".to", ("name", holiday.Name), ("most", LongestHoliday));
    }

    private void Check(MakeUpDay day, string field)
    {
        if (string.IsNullOrWhiteSpace(day?.Name)) throw Wrong("calendar-name-missing", field + ".name");
        CheckYear(day.Date, field + ".date");
        if (!day.Date.IsWeekend()) throw Wrong("calendar-make-up-day-on-weekday", field + ".date", ("date", day.Date));
        if (Holidays.FirstOrDefault(h => h.From <= day.Date && day.Date <= h.To) is { } holiday)
            throw Wrong("calendar-day-both", field + ".date", ("date", day.Date), ("holiday", holiday.Name));
    }

    private void CheckYear(DateOnly date, string field)
    {
        if (Math.Abs(date.Year - Year) > 1) throw Wrong("calendar-day-outside", field, ("date", date), ("year", Year));
    }

    private static Refusal Wrong(string code, string field, params ReadOnlySpan<(string Name, object? Value)> values) =>
        new(code, values) { Field = field };
}
