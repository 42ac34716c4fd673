using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Localities;

/// <summary>
/// Which region a public request is about: the one it names, or the installation's only one. Staff always work in their own region.
/// </summary>
internal sealed class RequestRegion(IHttpContextAccessor http, NpgsqlDataSource database, LocalityBook localities)
{
    /// <exception cref="Refusal">It names none where there is not exactly one, or its code is malformed.</exception>
    public async Task<string> OfAsync(string? asked, CancellationToken cancellationToken) =>
        await NamedAsync(asked, cancellationToken)
        ?? throw new Refusal("region-missing") { Status = StatusCodes.Status400BadRequest, Field = "region" };

    /// <summary>The calendar of the region that a request is about; the State Council's where it is about none in particular.</summary>
    public async Task<WorkCalendar> CalendarAsync(string? asked, CancellationToken cancellationToken) =>
        await NamedAsync(asked, cancellationToken) is { } region
            ? (await localities.OfAsync(region, cancellationToken)).Calendar
            : WorkCalendar.National;

    private async Task<string?> NamedAsync(string? asked, CancellationToken cancellationToken)
    {
        if (asked is not null)
            return RegionCode.TryParse(asked, null, out var region)
                ? region.Value
                : throw new Refusal("region-malformed") { Status = 400, Field = "region" };
        if (Actor.Of(http.HttpContext!.User) is { } actor) return actor.Region;
        var all = await LocalityBook.RegionsAsync(database, cancellationToken);
        return all is [var only] ? only : null;
    }
}
