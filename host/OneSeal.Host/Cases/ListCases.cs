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

    /// <summary>Each half has an index of its own.</summary>
    public const string Remembered =
        """
        and id in (
          select w.id from oneseal.case_words w
          where w.region = @region and w.number is not null and reverse(w.number) like reverse(@end::text) || '%'
          union all
          select w.id from oneseal.case_words w
          where w.region = @region and oneseal.pairs(w.words) @> @pairs and w.words ilike '%' || @q || '%')
        """;

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
                from oneseal.cases
                where region = @region
                {When(page.Key(1)[0], "and id < @after")}
                {When(item, "and item = @item")}
                {When(stage, "and stage = @stage")}
                {When(applicant, "and applicant_id = @applicant")}
                {When(number, "and number = @number")}
                {When(Like.Literal(q), Remembered)}
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
                    q = Like.Literal(q),
                    end = Like.Literal(q?.ToUpperInvariant()),
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
