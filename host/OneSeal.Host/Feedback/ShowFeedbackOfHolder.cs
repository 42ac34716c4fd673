using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Feedback;

/// <summary>
/// 信用与监管记录: what supervision reported of a holder, newest first, and what it comes to. The bureau sees all of it, a department what it
/// reported itself.
/// </summary>
internal static class ShowFeedbackOfHolder
{
    public sealed record Answer(string Identifier, CreditSummary Credit, Page<FeedbackRow> Feedback);

    public static void MapShowFeedbackOfHolder(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/holders/{identifier}/feedback", async (
            string identifier, int? limit, string? after, Actor actor, LocalityBook localities, NpgsqlDataSource database, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(2);
            var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
            var values = new
            {
                region = actor.Region,
                own = CaseAccess.IsOfBureau(actor, locality) ? null : actor.Organisation.Code,
                identifier,
                at = key[0] is { } at ? Instants.Parse(at, "after") : (DateTimeOffset?)null,
                id = key[1],
                take = page.Take + 1,
            };
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var credit = await RowsAsync("and kind in ('Credit', 'Penalty', 'Finding') order by reported_at desc, id desc limit 500");
            var rows = await RowsAsync(
                "and (@at::timestamptz is null or (reported_at, id) < (@at, @id)) order by reported_at desc, id desc limit @take");
            return new Answer(
                identifier, CreditSummary.Of(credit, LocalTime.DayOf(time.GetUtcNow())),
                page.Of(rows, r => [r.ReportedAt.ToString("O"), r.Id]));

            async Task<List<FeedbackRow>> RowsAsync(string further) =>
                (await connection.QueryAsync<FeedbackRow>(new CommandDefinition(
                    $"""
                    select {FeedbackRow.Columns} from oneseal.feedback where region = @region and holder_id = @identifier
                      and (@own::text is null or organisation = @own) {further}
                    """,
                    values,
                    cancellationToken: cancellationToken))).AsList();
        })
        .RequireRoles(Roles.Staff);
}

/// <summary>信用概况: what of a holder's record counts on a day.</summary>
/// <param name="Good">守信 in force.</param>
/// <param name="Bad">失信 in force.</param>
/// <param name="Penalties">Imposed within the last three years; how far back one looks is this project's choice (unconfirmed).</param>
/// <param name="UnrectifiedFindings">Faults that were not put right, or not yet.</param>
internal sealed record CreditSummary(
    IReadOnlyList<FeedbackContent.Credit> Good, IReadOnlyList<FeedbackContent.Credit> Bad, IReadOnlyList<FeedbackContent.Penalty> Penalties,
    IReadOnlyList<FeedbackContent.Finding> UnrectifiedFindings)
{
    private const int Years = 3;

    public static CreditSummary Of(IEnumerable<FeedbackRow> rows, DateOnly today)
    {
        var counting = rows.Where(r => r.CountsOn(today)).ToArray();
        var credit = counting.Select(r => r.Content).OfType<FeedbackContent.Credit>().ToArray();
        return new CreditSummary(
            [.. credit.Where(c => c.Good)], [.. credit.Where(c => !c.Good)],
            [.. counting.Select(r => r.Content).OfType<FeedbackContent.Penalty>().Where(p => p.On.AddYears(Years) >= today)],
            [.. counting.Where(r => r.Adverse).Select(r => r.Content).OfType<FeedbackContent.Finding>()]);
    }
}
