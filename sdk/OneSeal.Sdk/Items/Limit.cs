using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>The unit in which a statute, a promise or a memorandum counts a period.</summary>
/// <remarks>
/// A statute that says 工作日, and every period of the Administrative Licensing Law itself (article 82), is counted in
/// <see cref="WorkingDay"/>; a statute that says only 日 is counted in <see cref="CalendarDay"/>.
/// </remarks>
[JsonConverter(typeof(CamelCaseEnum<LimitUnit>))]
public enum LimitUnit
{
    /// <summary>工作日: weekdays and make-up workdays, without statutory holidays.</summary>
    WorkingDay,

    /// <summary>日 / 自然日: every day; a last day that is not a working day moves to the next working day (民法典 203).</summary>
    CalendarDay,

    /// <summary>
    /// 月: ends on the day of the month that equals the start day, or on the month's last day where there is none (民法典 202).
    /// </summary>
    Month,
}

/// <summary>What sets a period running. The day of the event itself is not counted (民法典 201).</summary>
[JsonConverter(typeof(CamelCaseEnum<StartEvent>))]
public enum StartEvent
{
    /// <summary>受理之日: the day of acceptance, the rule of the Administrative Licensing Law.</summary>
    Accepted,

    /// <summary>收到申请之日: the day the application was received, as for example 建筑法 article 8 says.</summary>
    Received,

    /// <summary>收到全部有效文件之日: the day the last valid document was received.</summary>
    DocumentsComplete,
}

/// <summary>
/// A period: so many working days, calendar days or months. Zero means decided on the spot (当场办结).
/// </summary>
/// <remarks>Two limits of different units have no order; see <see cref="IsLongerThan"/>.</remarks>
/// <example><code>Limit.WorkingDays(20)</code></example>
public readonly record struct Limit
{
    /// <summary>Makes a period.</summary>
    /// <param name="count">How many units, from 0 to 999.</param>
    /// <param name="unit">What is counted.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is outside its range.</exception>
    [JsonConstructor]
    public Limit(int count, LimitUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 999);
        Count = count;
        Unit = unit;
    }

    /// <summary>How many units.</summary>
    public int Count { get; }

    /// <summary>What is counted.</summary>
    public LimitUnit Unit { get; }

    /// <summary>当场: decided on the spot.</summary>
    public static Limit OnTheSpot { get; } = new(0, LimitUnit.WorkingDay);

    /// <summary>工作日.</summary>
    /// <param name="count">How many working days.</param>
    public static Limit WorkingDays(int count) => new(count, LimitUnit.WorkingDay);

    /// <summary>日 / 自然日.</summary>
    /// <param name="count">How many calendar days.</param>
    public static Limit CalendarDays(int count) => new(count, LimitUnit.CalendarDay);

    /// <summary>月.</summary>
    /// <param name="count">How many months.</param>
    public static Limit Months(int count) => new(count, LimitUnit.Month);

    /// <summary>Whether this period is certainly longer than the other, whatever the calendar says.</summary>
    /// <remarks>
    /// N working days last at least N calendar days, and a month at least 28 and at most 31 calendar days. Of limits that
    /// can come out either way (7 calendar days against 5 working days) neither is certainly longer.
    /// </remarks>
    /// <param name="other">The period compared with.</param>
    public bool IsLongerThan(Limit other) => Unit == other.Unit
        ? Count > other.Count
        : ShortestInCalendarDays > other.LongestInCalendarDays;

    private int ShortestInCalendarDays => Unit == LimitUnit.Month ? Count * 28 : Count;

    // The longest holiday on record with its weekends keeps ten days in a row closed; one such span for every twenty days is generous.
    private int LongestInCalendarDays => Unit switch
    {
        LimitUnit.WorkingDay => (Count * 7 / 5) + 2 + (10 * (1 + (Count / 20))),
        LimitUnit.CalendarDay => Count,
        _ => Count * 31,
    };
}
