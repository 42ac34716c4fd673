using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Licences;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Requests;

/// <summary>The requests an organisation was sent or, for a department's officers, those it has made; newest first.</summary>
internal static class ListRequests
{
    public sealed record Row(
        string Id, LicenceActKind Kind, string Licence, string Item, string ItemName, string Holder, string DepartmentName, string
        OwnerName, string Letter, RequestStage Stage, DateOnly ReceivedOn, DateOnly? AnswerDue, DateOnly? DecidedOn, bool? Accepted)
    {
        /// <summary>Null once it is answered or taken back.</summary>
        public TaskLight? Light { get; init; }
    }

    public static void MapListRequests(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/requests", async (
            string? stage, string? licence, int? limit, string? after, Actor actor, NpgsqlDataSource database, LocalityBook localities,
            TimeProvider time, CancellationToken cancellationToken) =>
        {
            if (stage is not null && !Enum.TryParse<RequestStage>(stage, ignoreCase: true, out _))
                throw new Refusal("stage-unknown", ("stage", stage)) { Status = 400, Field = "stage" };
            var page = new PageRequest(limit, after);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Row>(new CommandDefinition(
                $"""
                select id, kind, licence, item, item_name, holder, department_name, owner_name, letter, stage, received_on, answer_due,
                       decided_on, accepted
                from oneseal.requests
                where region = @region and {(actor.Role == Role.DepartmentOfficer ? "department" : "owner")} = @organisation
                {(page.Key(1)[0] is null ? "" : "and id < @after")}
                {(stage is null ? "" : "and stage = @stage")}
                {(licence is null ? "" : "and licence = @licence")}
                order by id desc limit @take
                """,
                new
                {
                    region = actor.Region,
                    organisation = actor.Organisation.Code,
                    after = page.Key(1)[0],
                    stage = stage is null ? null : Enum.Parse<RequestStage>(stage, ignoreCase: true).ToString(),
                    licence = licence is null ? null : LicenceIdentifier.Full(licence),
                    take = page.Take + 1,
                },
                cancellationToken: cancellationToken));
            var (locality, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            var today = LocalTime.DayOf(time.GetUtcNow());
            var rule = locality.TermsOn(today).Light;
            return page.Of([.. rows.Select(r => r with { Light = LightOf(r, today, calendar, rule) })], r => [r.Id]);
        })
        .RequireRoles(Role.DepartmentOfficer, Role.Reviewer, Role.Decider, Role.SealKeeper, Role.Administrator);

    private static TaskLight? LightOf(Row row, DateOnly today, WorkCalendar calendar, LightRule rule) =>
        row.AnswerDue is { } due && row.Stage is not (RequestStage.Decided or RequestStage.TakenBack)
            ? TaskLights.Of(due, today, calendar, rule)
            : null;
}
