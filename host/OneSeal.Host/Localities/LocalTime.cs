namespace OneSeal.Host.Localities;

/// <summary>北京时间: the day and the hour in which the whole country's offices count.</summary>
internal static class LocalTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, Offset);

    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);
}
