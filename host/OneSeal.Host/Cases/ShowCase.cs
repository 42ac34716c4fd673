using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Feedback;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Cases;

/// <summary>A case as it stands, its clock explained, and the record of who did what.</summary>
internal static class ShowCase
{
    /// <param name="Adverse">How many reports of supervision speak against the applicant today; null for the applicant himself.</param>
    public sealed record Answer(
        string Id, int Version, Case Case, TrafficLight? Light, string StageName, IReadOnlyList<WorkTask> Tasks, int? Adverse) : IVersioned;

    public sealed record ClockAnswer(ClockLine Statutory, ClockLine Promised);

    public sealed record ClockLine(Deadline Deadline, DateOnly? Due, bool Provisional, IReadOnlyList<Step> Steps);

    public static void MapShowCase(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/cases/{id}", async (
            string id, Actor actor, HttpResponse response, EventJournal journal, LocalityBook localities, TimeProvider time,
            NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var stream = await LoadAsync(journal, localities, actor, id, cancellationToken);
            var (locality, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            var (c, today) = (stream.State, LocalTime.DayOf(time.GetUtcNow()));
            TrafficLight? light = c.Stage == CaseStage.InReview
                ? Clock.Light(c.Statutory!.Deadline, c.Promised!.Deadline, today, calendar, locality.TermsOn(today).Light)
                : null;
            int? adverse = actor.Role == Role.Public
                ? null
                : await AdverseFeedback.CountAsync(database, actor.Region, c.Application!.Applicant.Identifier, today, cancellationToken);
            response.Headers.ETag = Versions.ETag(stream.Version);
            return new Answer(
                id, stream.Version, actor.Role == Role.Public ? ForApplicant(c) : c, light, Text.Of("case.stage." + c.Stage),
                [.. CaseRows.TasksOf(c)], adverse);
        }).RequireRoles([.. Roles.Staff, Role.Public]);

        routes.MapGet("/api/cases/{id}/clock", async (
            string id, Actor actor, EventJournal journal, LocalityBook localities, CancellationToken cancellationToken) =>
        {
            var stream = await LoadAsync(journal, localities, actor, id, cancellationToken);
            if (stream.State.Statutory is not { } statutory) throw Refusal.Conflict("clock-not-started");
            var (_, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            return new ClockAnswer(Line(statutory.Deadline, calendar), Line(stream.State.Promised!.Deadline, calendar));
        }).RequireRoles([.. Roles.Staff, Role.Public]);

        routes.MapGet("/api/cases/{id}/history", async (
            string id, Actor actor, EventJournal journal, LocalityBook localities, CancellationToken cancellationToken) =>
        {
            var stream = await LoadAsync(journal, localities, actor, id, cancellationToken);
            return (await journal.EventsAsync(stream.Name, cancellationToken)).Select(HistoryLine.Of);
        }).RequireRoles(Roles.Staff);
    }

    /// <summary>How far it has come, and his own papers; what reviewers write to the decider, and their names, are the office's.</summary>
    public static Case ForApplicant(Case @case) => @case with
    {
        AcceptedBy = null,
        Steps = [.. @case.Steps.Select(s => s with { Passed = null, Opinion = null, Attachments = [], Document = null, By = null })],
    };

    public static ClockLine Line(Deadline deadline, WorkCalendar calendar)
    {
        var derived = Clock.Derive(deadline, calendar);
        return new ClockLine(deadline, derived.Due, derived.Provisional, Clock.Explain(deadline, calendar));
    }

    public static async Task<LoadedStream<Case, CaseEvent>> LoadAsync(
        EventJournal journal, LocalityBook localities, Actor actor, string id, CancellationToken cancellationToken)
    {
        var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
        var stream = await journal.LoadAsync(Case.Kind, Case.Kind.Stream(actor.Region, id), cancellationToken);
        return stream.Exists && CaseAccess.MaySee(actor, stream.State, locality)
            ? stream
            : throw Refusal.NotFound("case-unknown", ("id", id));
    }
}
