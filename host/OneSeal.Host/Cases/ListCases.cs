using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using static OneSeal.Host.Api.Conditions;

namespace OneSeal.Host.Cases;

/// <summary>The region's cases, newest first, by item, stage, applicant or number; an applicant's own.</summary>
internal static class ListCases
{
    public sealed record Row(
        string Id, string? Number, string Item, string ItemName, string OwnerName, string Applicant, CaseStage Stage, DateOnly? ReceivedOn,
        DateOnly? AcceptedOn, DateOnly? Due, DateOnly? PromisedDue, bool Suspended, DateOnly? DecidedOn, bool? Granted, string? Regime);

    public static void MapListCases(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/cases", async (
            string? item, string? stage, string? applicant, string? number, int? limit, string? after, Actor actor, LocalityBook localities,
            NpgsqlDataSource database,
            CancellationToken cancellationToken) =>
        {
            if (stage is not null && !Enum.TryParse<CaseStage>(stage, ignoreCase: true, out _))
                throw new Refusal("stage-unknown", ("stage", stage)) { Status = 400, Field = "stage" };
            var page = new PageRequest(limit, after);
            var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
            // What CaseAccess says of one case, said of a list.
            var mine = actor.Role == Role.Public ? "and drafted_by = @me"
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
                {mine}
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
