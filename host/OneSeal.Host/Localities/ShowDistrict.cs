using OneSeal.Host.Access;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Localities;

/// <summary>What every page says of the district it is of.</summary>
internal static class ShowDistrict
{
    /// <param name="Bureau">行政审批服务局.</param>
    /// <param name="Government">Whom an applicant may ask to reconsider a decision.</param>
    /// <param name="Court">Where he may sue.</param>
    /// <param name="Hotline">Whom to call, in words.</param>
    /// <param name="Today">The day in the district.</param>
    public sealed record District(
        string Region, string Name, Organisation Bureau, string Government, string Court, string Hotline, DateOnly Today, bool IsWorkingDay);

    public static void MapShowDistrict(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/district", async (
            string? region, RequestRegion regions, LocalityBook localities, TimeProvider time, CancellationToken cancellationToken) =>
        {
            var (locality, calendar) = await localities.OfAsync(await regions.OfAsync(region, cancellationToken), cancellationToken);
            var today = LocalTime.DayOf(time.GetUtcNow());
            return new District(
                locality.Region, locality.Name, locality.Bureau, locality.Government, locality.Court, Text.Of("district.hotline"), today,
                calendar.IsWorkingDay(today));
        })
        .Anyone();
}
