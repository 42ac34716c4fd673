using Npgsql;
using OneSeal.Host.Catalogue;

namespace OneSeal.Host.Demonstration;

/// <summary>A licence to which something happens in the story after its issue.</summary>
internal sealed record StoryLicence(string Identifier, string HolderIdentifier, Department Department, StoryItem Item);

/// <summary>
/// Finds licences to which something may happen: the oldest of those whose item the bureau decides now, each for one thing only.
/// </summary>
internal sealed class StoryLicences(Hall hall, District district, IReadOnlyList<Department> departments)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <returns>Null if there is none, as where few modules take part.</returns>
    public async Task<StoryLicence?> TakeAsync(bool claimed, bool renewable)
    {
        foreach (var licence in await ValidAsync(claimed))
        {
            if (renewable && licence.Item.Elements.Result?.RenewalWindow is null) continue;
            var item = await hall.LoadAsync(Item.Kind, district.Region, licence.Item.Code.Value);
            if (item.OwnerAt(hall.Now).Owner != district.Bureau || !_taken.Add(licence.Identifier)) continue;
            return licence;
        }

        return null;
    }

    private async Task<IReadOnlyList<StoryLicence>> ValidAsync(bool claimed)
    {
        // Of one that a department issued before the handover the department is not told again.
        await using var command = hall.Database.CreateCommand(
            """
            select identifier, holder_id, item from oneseal.licences l
            where region = $1 and state = 'Valid' and issuer = $2
              and (not $3 or exists (
                select from oneseal.pushes p where p.region = l.region and p.licence = l.identifier and p.state = 'Claimed'))
            order by valid_from, case_id
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = district.Region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = district.Bureau.Code });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = claimed });
        var items = departments.SelectMany(d => d.Items.Select(i => (Department: d, Item: i)))
            .ToDictionary(i => i.Item.Code.Value, StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<StoryLicence>();
        while (await reader.ReadAsync())
        {
            if (!_taken.Contains(reader.GetString(0)) && items.TryGetValue(reader.GetString(2), out var of))
                found.Add(new StoryLicence(reader.GetString(0), reader.GetString(1), of.Department, of.Item));
        }

        return found;
    }
}
