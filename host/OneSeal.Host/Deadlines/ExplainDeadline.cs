using System.Globalization;
using OneSeal.Host.Access;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Deadlines;

/// <summary>
/// 期限推算: anyone may ask when a period ends and why. The answer is what the clock of a case would say, and no case is needed.
/// </summary>
internal static class ExplainDeadline
{
    /// <summary>A date outside these years is a slip of the hand.</summary>
    private const int FirstYear = 1990, LastYear = 2100;

    internal sealed record Answer(DateOnly Start, int Count, LimitUnit Unit, DateOnly Due, bool Provisional, IReadOnlyList<Step> Steps);

    public static void MapExplainDeadline(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/deadlines/explain", async (
            string? start, string? count, string? unit, string? region, RequestRegion regions, CancellationToken cancellationToken) =>
            Explain(start, count, unit, await regions.CalendarAsync(region, cancellationToken)))
        .Anyone();

    public static Answer Explain(string? start, string? count, string? unit, WorkCalendar calendar)
    {
        var (startedOn, limit) = (StartOf(start), new Limit(CountOf(count), UnitOf(unit)));
        var deadline = new Deadline(limit, StartEvent.Accepted, startedOn);
        var derivation = Clock.Derive(deadline, calendar);
        return new Answer(
            startedOn, limit.Count, limit.Unit, derivation.Due!.Value, derivation.Provisional, Clock.Explain(deadline, calendar));
    }

    // The values are parsed here and not by the framework, so that a wrong one is answered in Chinese and by its name.
    private static DateOnly StartOf(string? start) =>
        DateOnly.TryParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= FirstYear and <= LastYear
            ? date
            : throw Wrong("deadline-start-invalid", "start");

    private static int CountOf(string? count) =>
        int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 999
            ? number
            : throw Wrong("deadline-count-invalid", "count");

    private static LimitUnit UnitOf(string? unit) => unit switch
    {
        "workingDay" => LimitUnit.WorkingDay,
        "calendarDay" => LimitUnit.CalendarDay,
        "month" => LimitUnit.Month,
        _ => throw Wrong("deadline-unit-invalid", "unit"),
    };

    private static Refusal Wrong(string code, string field) => new(code) { Status = StatusCodes.Status400BadRequest, Field = field };
}
