using System.Text.Json;
using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;
using OneSeal.Sdk;
using static OneSeal.Host.Api.Conditions;

namespace OneSeal.Host.Linkage;

/// <summary>
/// 审管联动收件箱: what a department was told, newest first; for the bureau what every department was told; and, beside a case, who was told
/// what of it and claimed it when.
/// </summary>
internal static class ListPushes
{
    public sealed record Row(
        string Id, SupervisionTopic Topic, string Recipient, string RecipientName, string CaseId, string Number, string Item,
        string ItemName, string Holder, string? Licence, DateTimeOffset PushedAt, DateOnly? ClaimDue, DateTimeOffset? ClaimedAt,
        string? ClaimedBy, string? Office, PushState State)
    {
        /// <summary>Null where nothing waits to be claimed.</summary>
        public TaskLight? Light { get; init; }
    }

    private sealed record Filter(string Region, DateOnly Today, WorkCalendar Calendar, LightRule Rule)
    {
        public string? Recipient { get; init; }

        public string? CaseId { get; init; }

        public string? Licence { get; init; }

        public PushState? State { get; init; }
    }

    public static void MapListPushes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/pushes", async (
            string? state, string? caseId, string? licence, string? recipient, int? limit, string? after, Actor actor,
            LocalityBook localities, NpgsqlDataSource database, TimeProvider time, CancellationToken cancellationToken) =>
        {
            var (locality, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            var filter = FilterOf(actor, locality, calendar, time) with
            {
                Recipient = CaseAccess.IsOfBureau(actor, locality) ? recipient : actor.Organisation.Code,
                CaseId = caseId,
                Licence = licence,
                State = state is null ? null : StateOf(state),
            };
            return await PageAsync(database, filter, new PageRequest(limit, after), cancellationToken);
        })
        .RequireRoles(Role.DepartmentOfficer, Role.Administrator, Role.Decider, Role.Reviewer);

        routes.MapGet("/api/cases/{id}/pushes", async (
            string id, int? limit, string? after, Actor actor, EventJournal journal, LocalityBook localities, NpgsqlDataSource database,
            TimeProvider time, CancellationToken cancellationToken) =>
        {
            await ShowCase.LoadAsync(journal, localities, actor, id, cancellationToken);
            var (locality, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            var filter = FilterOf(actor, locality, calendar, time) with { CaseId = id };
            return await PageAsync(database, filter, new PageRequest(limit, after), cancellationToken);
        })
        .RequireRoles(Roles.Staff);
    }

    private static Filter FilterOf(Actor actor, Locality locality, WorkCalendar calendar, TimeProvider time)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        return new Filter(actor.Region, today, calendar, locality.TermsOn(today).Light);
    }

    private static async Task<Page<Row>> PageAsync(
        NpgsqlDataSource database, Filter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var key = page.Key(2);
        // Only the conditions that are asked for: each then finds its index.
        var sql = $"""
            select id, topic, recipient, recipient_name, case_id, number, item, item_name, holder, licence, pushed_at, claim_due,
                   claimed_at, claimed_by, office,
                   case when state = 'Waiting' and claim_due < @Today then 'Overdue' else state end as state
            from oneseal.pushes
            where region = @Region
            {When(filter.Recipient, "and recipient = @Recipient")}
            {When(filter.CaseId, "and case_id = @CaseId")}
            {When(filter.Licence, "and licence = @Licence")}
            {When(filter.State, Standing(filter.State))}
            {When(key[0], "and (pushed_at, id) < (@at, @id)")}
            order by pushed_at desc, id desc limit @take
            """;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            sql,
            new
            {
                filter.Region,
                filter.Today,
                filter.Recipient,
                filter.CaseId,
                filter.Licence,
                state = filter.State?.ToString(),
                take = page.Take + 1,
                id = key[1],
                at = key[0] is { } at ? Instants.Parse(at, "after") : (DateTimeOffset?)null,
            },
            cancellationToken: cancellationToken));
        return page.Of([.. rows.Select(r => r with { Light = LightOf(r, filter) })], r => [r.PushedAt.ToString("O"), r.Id]);
    }

    private static TaskLight? LightOf(Row row, Filter filter) =>
        row is { ClaimDue: { } due, State: PushState.Waiting or PushState.Overdue }
            ? TaskLights.Of(due, filter.Today, filter.Calendar, filter.Rule)
            : null;

    // Overdue is what waits still and should not: it stands in no row.
    private static string Standing(PushState? state) => state switch
    {
        PushState.Waiting => "and state = 'Waiting' and (claim_due >= @Today or claim_due is null)",
        PushState.Overdue => "and state = 'Waiting' and claim_due < @Today",
        _ => "and state = @state",
    };

    private static PushState StateOf(string state) => Enum.GetValues<PushState>()
        .Where(s => JsonNamingPolicy.CamelCase.ConvertName(s.ToString()) == state).Select(s => (PushState?)s).SingleOrDefault()
        ?? throw new Refusal("push-state-unknown", ("state", state)) { Status = StatusCodes.Status400BadRequest, Field = "state" };
}
