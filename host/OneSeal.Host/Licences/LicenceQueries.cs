using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using static OneSeal.Host.Api.Conditions;

namespace OneSeal.Host.Licences;

/// <summary>A licence as lists show it.</summary>
internal sealed record LicenceRow(
    string Identifier, string Name, string Holder, string Item, string ItemName, string CaseId, string IssuerName, LicenceState State,
    DateOnly ValidFrom, DateOnly? ValidUntil, DateOnly? SuspendedUntil, string? Renewal)
{
    public string StateName => State.InChinese();
}

/// <summary>Which licences are asked for; each filter finds an index, and without any the register is read in its order.</summary>
/// <param name="Holder">The beginning of the holder's name.</param>
/// <param name="HolderNumber">His number, the whole of it.</param>
internal sealed record LicenceFilter(string? Holder, string? HolderNumber, string? Item, string? Identifier, LicenceState? State)
{
    private const string LastCharacter = "\U0010FFFF";

    /// <summary>
    /// One part for each condition under which he may see a licence, each a range of an index and no longer than the page.
    /// </summary>
    /// <remarks>By name if a name is searched, else by identifier; the search needs no more of the server than an order of bytes.</remarks>
    public string Sql(IReadOnlyList<string> visible, string? after)
    {
        var order = Holder is null ? "identifier" : "holder collate \"C\", identifier";
        var parts = visible.Select(condition =>
            $"""
            (select identifier, name, holder, item, item_name, case_id, issuer_name, state, valid_from, valid_until, suspended_until,
               renewal
             from oneseal.licences l
             where region = @region and {condition}
             {When(HolderNumber, "and holder_id = @holderNumber")}
             {When(Item, "and item = @item")}
             {When(Identifier, "and identifier = @identifier")}
             {When(State, "and state = @state")}
             {When(Holder, "and holder collate \"C\" between @holder and @holderEnd")}
             {When(after, Holder is null ? "and identifier > @after" : "and (holder collate \"C\", identifier) > (@afterHolder, @after)")}
             order by {order} limit @take)
            """);
        return $"select * from ({string.Join("\nunion\n", parts)}) found order by {order} limit @take";
    }

    public async Task<Page<LicenceRow>> PageAsync(
        NpgsqlDataSource database, Actor actor, Locality locality, PageRequest page, CancellationToken cancellationToken)
    {
        var key = page.Key(2);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<LicenceRow>(new CommandDefinition(
            Sql(LicenceAccess.Conditions(actor, locality), key[1]),
            new
            {
                region = actor.Region,
                me = actor.Id,
                organisation = actor.Organisation.Code,
                holder = Holder,
                holderEnd = Holder + LastCharacter,
                holderNumber = HolderNumber,
                item = Item,
                identifier = Identifier,
                state = State?.ToString(),
                afterHolder = key[0],
                after = key[1],
                take = page.Take + 1,
            },
            cancellationToken: cancellationToken));
        return page.Of(rows.AsList(), r => [r.Holder, r.Identifier]);
    }
}
