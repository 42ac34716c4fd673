using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Feedback;

/// <summary>
/// What supervision reported of a case's applicant, himself or his licences, and of its item's norms: beside the case, before it is
/// decided, as it stands at the moment one looks.
/// </summary>
internal static class ShowFeedbackOfCase
{
    private const int Most = 200;

    /// <param name="Adverse">How many speak against him today.</param>
    /// <param name="Holder">Of the applicant: what speaks against him first.</param>
    /// <param name="Norms">Of the item.</param>
    public sealed record Answer(
        IReadOnlyList<Caution> Cautions, int Adverse, IReadOnlyList<FeedbackRow> Holder, IReadOnlyList<FeedbackRow> Norms);

    public static void MapShowFeedbackOfCase(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/cases/{id}/feedback", async (
            string id, Actor actor, EventJournal journal, LocalityBook localities, NpgsqlDataSource database, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
            var @case = await journal.LoadAsync(Case.Kind, Case.Kind.Stream(actor.Region, id), cancellationToken);
            if (!@case.Exists || !CaseAccess.MaySee(actor, @case.State, locality)) throw Refusal.NotFound("case-unknown", ("id", id));
            var (applicant, today) = (@case.State.Application!.Applicant.Identifier, LocalTime.DayOf(time.GetUtcNow()));
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            // The adverse ones first here too, so that none of them is cut off.
            var holder = await RowsAsync(
                "holder_id = @about", "(adverse and (counts_until is null or counts_until >= @today)) desc,", applicant);
            var norms = await RowsAsync("item = @about and kind = 'NormChange'", "", @case.State.Item);
            return new Answer(
                await Cautions.OfAsync(database, journal, actor.Region, applicant, today, cancellationToken),
                holder.Count(r => r.IsAdverseOn(today)), FeedbackRow.Ordered(holder, today), FeedbackRow.Ordered(norms, today));

            async Task<List<FeedbackRow>> RowsAsync(string condition, string first, string about) =>
                (await connection.QueryAsync<FeedbackRow>(new CommandDefinition(
                    $"""
                    select {FeedbackRow.Columns} from oneseal.feedback where region = @region and {condition}
                    order by {first} reported_at desc, id desc limit {Most}
                    """,
                    new { region = actor.Region, about, today },
                    cancellationToken: cancellationToken))).AsList();
        })
        .RequireRoles(Roles.Staff);
}
