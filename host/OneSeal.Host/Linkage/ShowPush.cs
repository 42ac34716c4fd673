using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Oversight;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Linkage;

/// <summary>What was pushed, how it stands today, and the record of who did what with it.</summary>
internal static class ShowPush
{
    public static readonly Role[] Readers = [Role.DepartmentOfficer, Role.Administrator, Role.Decider, Role.Reviewer];

    /// <param name="Light">Of its most urgent task; null where nothing is to be done by a day.</param>
    public sealed record Answer(
        string Id, int Version, PushState State, TaskLight? Light, Push Push, IReadOnlyList<WorkTask> Tasks, IReadOnlyList<Deed> History)
        : IVersioned;

    /// <param name="Limit">The limit in words, from what on it runs.</param>
    public sealed record ClockAnswer(string Limit, ShowCase.ClockLine Claim);

    public static void MapShowPush(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/pushes/{id}", async (
            string id, Actor actor, HttpResponse response, EventJournal journal, LocalityBook localities, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            var stream = await PushAccess.LoadAsync(journal, localities, actor, id, cancellationToken);
            var (locality, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            var today = LocalTime.DayOf(time.GetUtcNow());
            var tasks = stream.State.Tasks.ToArray();
            var light = tasks.Length == 0 ? null : TaskLights.Of(tasks.Min(t => t.Due), today, calendar, locality.TermsOn(today).Light);
            response.Headers.ETag = Versions.ETag(stream.Version);
            return new Answer(
                id, stream.Version, stream.State.StateOn(today), light, stream.State, tasks,
                await Deed.OfAsync(journal, stream.Name, cancellationToken));
        }).RequireRoles(Readers);

        routes.MapGet("/api/pushes/{id}/clock", async (
            string id, Actor actor, EventJournal journal, LocalityBook localities, CancellationToken cancellationToken) =>
        {
            var stream = await PushAccess.LoadAsync(journal, localities, actor, id, cancellationToken);
            if (stream.State.ClaimLimit is not { } limit) throw Refusal.Conflict("nothing-to-claim");
            var (_, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            return new ClockAnswer(
                Text.Of("limit.from.push", ("limit", LimitText.Of(limit.Deadline.Limit))), ShowCase.Line(limit.Deadline, calendar));
        }).RequireRoles(Readers);
    }
}
