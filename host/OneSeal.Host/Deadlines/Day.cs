using System.Text.Json.Serialization;

namespace OneSeal.Host.Deadlines;

/// <summary>What a day is to an office.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DayKind>))]
internal enum DayKind : byte
{
    /// <summary>工作日.</summary>
    [JsonStringEnumMemberName("workingDay")]
    WorkingDay,

    /// <summary>周末.</summary>
    [JsonStringEnumMemberName("weekend")]
    Weekend,

    /// <summary>放假: a statutory holiday, or a day swapped for one.</summary>
    [JsonStringEnumMemberName("holiday")]
    Holiday,

    /// <summary>调休上班: a weekend day worked in exchange for a holiday.</summary>
    [JsonStringEnumMemberName("makeUpDay")]
    MakeUpDay,
}

/// <summary>One day of a <see cref="WorkCalendar"/>.</summary>
/// <param name="Kind">What the day is.</param>
/// <param name="Name">The holiday that closes the day, or for which it is worked; null on other days.</param>
/// <param name="Provisional">
/// Only the weekday spoke: the holiday notice (放假通知) of this year is not known, so the answer may yet change.
/// </param>
internal readonly record struct Day(DayKind Kind, string? Name = null, bool Provisional = false)
{
    public bool IsWorkingDay => Kind is DayKind.WorkingDay or DayKind.MakeUpDay;

    public static Day ByWeekday(DateOnly date, bool provisional) =>
        new(date.IsWeekend() ? DayKind.Weekend : DayKind.WorkingDay, null, provisional);
}

internal static class Weekdays
{
    public static bool IsWeekend(this DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
