using System.Globalization;
using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Licences;
using OneSeal.Host.Localities;
using static OneSeal.Host.Api.Conditions;

namespace OneSeal.Host.Documents;

/// <summary>决定公开: the sealed decisions of a district, newest first, found by number, by a part of the holder's name, or by item.</summary>
internal static class ListDecisions
{
    /// <param name="Number">Of the document; the verification knows it.</param>
    /// <param name="DisplayNumber">文号.</param>
    /// <param name="Holder">行政相对人: in full for an organisation, masked for a natural person.</param>
    /// <param name="HolderNumber">统一社会信用代码; null for a natural person.</param>
    /// <param name="Organ">许可机关.</param>
    /// <param name="LicenceState">What has become of the licence since; null where there is none, or none yet.</param>
    public sealed record PublicDecision(
        string Number, string DisplayNumber, NoticeKind Kind, string Title, string Item, string ItemName, string Holder, string? HolderNumber,
        bool Granted, string Organ, DateOnly DecidedOn, string? LicenceName, string? Licence, DateOnly? ValidFrom, DateOnly? ValidUntil,
        LicenceState? LicenceState, string? LicenceStateName);

    private sealed record Found(
        string Number, string DisplayNumber, string Kind, string Item, string ItemName, string Holder, string? HolderId, bool Granted,
        string Organ, DateOnly DecidedOn, string? LicenceName, string? Licence, DateOnly? ValidFrom, DateOnly? ValidUntil,
        string? LicenceState);

    public static void MapListDecisions(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/decisions", async (
            string? region, string? number, string? holder, string? item, bool? granted, int? limit, string? after, RequestRegion regions,
            NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(2);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Found>(new CommandDefinition(
                Sql(number, holder, item, granted, key[0]),
                new
                {
                    region = await regions.OfAsync(region, cancellationToken),
                    number = number?.Trim(),
                    pairs = NamePart.Pairs(holder),
                    holder = Like.Literal(holder),
                    item,
                    granted,
                    day = key[0] is { } day ? PageRequest.Day(day) : (DateOnly?)null,
                    after = key[1],
                    take = page.Take + 1,
                },
                cancellationToken: cancellationToken));
            var found = page.Of(rows.AsList(), r => [r.DecidedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Number]);
            return new Page<PublicDecision>([.. found.Items.Select(DecisionOf)], found.Next);
        })
        .Anyone();

    public static string Sql(string? number, string? holder, string? item, bool? granted, string? after) =>
        $"""
        select d.number, display_number, kind, d.item, d.item_name, d.holder, d.holder_id, granted, organ, decided_on, licence_name, licence,
               d.valid_from, coalesce(l.valid_until, d.valid_until) as valid_until, l.state as licence_state
        from oneseal.decisions d left join oneseal.licences l on l.region = d.region and l.identifier = d.licence
        where d.region = @region
        {When(number, "and (d.number = @number or display_number = @number)")}
        {When(Like.Literal(holder), "and oneseal.pairs(d.holder) @> @pairs and d.holder ilike '%' || @holder || '%'")}
        {When(item, "and d.item = @item")}
        {When(granted, "and granted = @granted")}
        {When(after, "and (decided_on, d.number) < (@day, @after)")}
        order by decided_on desc, d.number desc limit @take
        """;

    private static PublicDecision DecisionOf(Found found)
    {
        var kind = Enum.Parse<NoticeKind>(found.Kind);
        LicenceState? state = found.LicenceState is null ? null : Enum.Parse<LicenceState>(found.LicenceState);
        return new PublicDecision(
            found.Number, found.DisplayNumber, kind, kind.Title, found.Item, found.ItemName, found.Holder, found.HolderId, found.Granted,
            found.Organ, found.DecidedOn, found.LicenceName, found.Licence, found.ValidFrom, found.ValidUntil, state, state?.InChinese());
    }
}
