using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Licences;

/// <summary>证照登记簿: by the beginning of the holder's name, his number, item, identifier or state.</summary>
internal static class ListLicences
{
    public static void MapListLicences(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/licences", async (
            string? holder, string? holderNumber, string? item, string? identifier, string? state, int? limit, string? after, Actor actor,
            LocalityBook localities, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
            var filter = new LicenceFilter(
                holder?.Trim(), holderNumber, item, identifier is null ? null : LicenceIdentifier.Full(identifier), StateOf(state));
            return await filter.PageAsync(database, actor, locality, new PageRequest(limit, after), cancellationToken);
        })
        .RequireRoles([.. Roles.Staff, Role.Public]);

    private static LicenceState? StateOf(string? name) => name is null ? null
        : Enum.GetValues<LicenceState>().Where(s => s.InJson() == name && s != LicenceState.None).Cast<LicenceState?>().SingleOrDefault()
            ?? throw new Refusal("licence-state-unknown", ("state", name)) { Status = StatusCodes.Status400BadRequest, Field = "state" };
}
