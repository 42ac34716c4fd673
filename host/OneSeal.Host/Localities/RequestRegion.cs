using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Localities;

/// <summary>
/// Which region a public request is about: the one it names, or the installation's only one. Staff always work in their own region.
/// </summary>
internal sealed class RequestRegion(IHttpContextAccessor http, NpgsqlDataSource database)
{
    public async Task<string> OfAsync(string? asked, CancellationToken cancellationToken)
    {
        if (asked is not null)
            return RegionCode.TryParse(asked, null, out var region) ? region.Value : throw new Refusal("region-malformed") { Status = 400, Field = "region" };
        if (Actor.Of(http.HttpContext!.User) is { } actor) return actor.Region;
        await using var command = database.CreateCommand(
            "select region from oneseal.snapshots where stream = 'locality:' || region order by region limit 2");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) throw Refusal.NotFound("region-none");
        var only = reader.GetString(0);
        return await reader.ReadAsync(cancellationToken) ? throw new Refusal("region-missing") { Status = 400, Field = "region" } : only;
    }
}
