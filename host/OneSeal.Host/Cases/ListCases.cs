using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using static OneSeal.Host.Api.Conditions;

namespace OneSeal.Host.Cases;

/// <summary>
/// The region's cases, newest first, by item, stage, applicant or number, or by what somebody remembers (<c>q</c>): the end of a number, a
/// part of the applicant's or the item's name; an applicant's own, and on request anybody's own (<c>mine</c>).
/// </summary>
internal static class ListCases
{
    public sealed record Row(
        string Id, string? Number, string Item, string ItemName, string OwnerName, string Applicant, CaseStage Stage, DateOnly? ReceivedOn,
        DateOnly? AcceptedOn, DateOnly? Due, DateOnly? PromisedDue, bool Suspended, DateOnly? DecidedOn, bool? Granted, string? Regime);

    /// <summary>The end of a number, or the whole short one that is said on the telephone; few, so they are found before their cases.</summary>
    public const string ByNumber =
        """
        and id = any(array(
          select w.id from oneseal.case_words w
          where w.region = @region and w.number is not null and reverse(w.number) like reverse(@q::text) || '%'
          union all select @q))
        """;

    /// <summary>
    /// A part of a name. Asked by itself: the server then takes the index of pairs for a rare name, and walks the newest cases for a common
    /// one, of which a page is soon full.
    /// </summary>
    public const string ByWords =
        """
        and exists (
          select from oneseal.case_words w
          where w.region = c.region and w.id = c.id and oneseal.pairs(w.words) @> @pairs and w.words ilike '%' || @q || '%')
        """;

    private const int ShortestNumber = 4;

    private static string Remembered(string? q) => q is null ? ""
        : q.Length >= ShortestNumber && q.All(char.IsAsciiLetterOrDigit) && q.Any(char.IsAsciiDigit) ? ByNumber
        : ByWords;

    public static void MapListCases(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/cases", async (
            string? item, string? stage, string? applicant, string? number, string? q, bool? mine, int? limit,
            string? after, Actor actor, LocalityBook localities,
            NpgsqlDataSource database,
            CancellationToken cancellationToken) =>
        {
            if (stage is not null && !Enum.TryParse<CaseStage>(stage, ignoreCase: true, out _))
                throw new Refusal("stage-unknown", ("stage", stage)) { Status = 400, Field = "stage" };
            var page = new PageRequest(limit, after);
            var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
            // What CaseAccess says of one case, said of a list.
            var seen = actor.Role == Role.Public ? "and drafted_by = @me"
                : CaseAccess.IsOfBureau(actor, locality) ? "and (stage <> 'Draft' or drafted_by = @me)"
                : "and (owner = @organisation or supervisor = @organisation or drafted_by = @me)";
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            // Only the conditions that are asked for: each then finds its index.
            var sql = $"""
                select id, number, item, item_name, owner_name, applicant, stage, received_on, accepted_on, due, promised_due, suspended,
                       decided_on, granted, regime
                from oneseal.cases c
                where region = @region
                {When(page.Key(1)[0], "and id < @after")}
                {When(item, "and item = @item")}
                {When(stage, "and stage = @stage")}
                {When(applicant, "and applicant_id = @applicant")}
                {When(number, "and number = @number")}
                {Remembered(Like.Literal(q))}
                {(mine == true ? "and drafted_by = @me" : "")}
                {seen}
                order by id desc limit @take
                """;
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(
                sql,
                new
                {
                    region = actor.Region,
                    after = page.Key(1)[0],
                    item,
                    applicant,
                    number,
                    q = Like.Literal(q)?.ToUpperInvariant(),
                    pairs = NamePart.Pairs(q),
                    me = actor.Id,
                    organisation = actor.Organisation.Code,
                    take = page.Take + 1,
                    stage = stage is null ? null : Enum.Parse<CaseStage>(stage, ignoreCase: true).ToString(),
                },
                cancellationToken: cancellationToken));
            return page.Of(rows.AsList(), r => [r.Id]);
        })
        .RequireRoles([.. Roles.Staff, Role.Public]);
}
