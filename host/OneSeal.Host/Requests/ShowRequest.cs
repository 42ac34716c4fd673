using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Requests;

/// <summary>A request as it stands, the record of who did what, and what may be asked for of a licence now.</summary>
internal static class ShowRequest
{
    public static readonly Role[] Readers =
        [Role.DepartmentOfficer, Role.Reviewer, Role.Decider, Role.SealKeeper, Role.Administrator];

    /// <param name="Light">Of its most urgent task; null where nothing is to be done by a day.</param>
    /// <param name="Effect">What the act comes to beyond its name; null where the name says all.</param>
    public sealed record Answer(
        string Id, int Version, FormalRequest Request, string StageName, string ActName, string GroundName, string? Effect,
        Consideration Considered, TaskLight? Light, IReadOnlyList<Paper> Papers, IReadOnlyList<WorkTask> Tasks) : IVersioned;

    /// <summary>What the decision must say beside its reasons.</summary>
    /// <param name="Recompense">补偿 or 赔偿; null where nothing is considered.</param>
    /// <param name="PublicInterest">Whether harm to the public interest is weighed (行政许可法 69).</param>
    /// <param name="Bound">Whether only the public interest can stand against it.</param>
    public sealed record Consideration(string? Recompense, bool PublicInterest, bool Bound)
    {
        public static Consideration Of(RequestedAct act) => new(
            act.Recompense is { } recompense ? Text.Of("request.recompense." + recompense) : null, act.WeighsPublicInterest, act.IsBound);
    }

    /// <summary>A paper that was made on it.</summary>
    public sealed record Paper(string Number, string DisplayNumber, string Title, DateOnly IssuedOn, bool Sealed)
    {
        public static Paper Of(NoticeContent notice) =>
            new(notice.Number.ToString(), notice.DisplayNumber, notice.Kind.Title, notice.IssuedOn, notice.IsSealed);
    }

    /// <param name="WhyNot">In Chinese; null where it may be asked for.</param>
    public sealed record Possible(LicenceActKind Kind, string Name, string? WhyNot);

    public static void MapShowRequest(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/requests/{id}", async (
            string id, Actor actor, HttpResponse response, EventJournal journal, LocalityBook localities, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            var stream = await LoadAsync(journal, localities, actor, id, cancellationToken);
            var (locality, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            var (request, today, tasks) = (stream.State, LocalTime.DayOf(time.GetUtcNow()), stream.State.Tasks.ToArray());
            var light = tasks.Length == 0 ? null : TaskLights.Of(tasks.Min(t => t.Due), today, calendar, locality.TermsOn(today).Light);
            response.Headers.ETag = Versions.ETag(stream.Version);
            return new Answer(
                id, stream.Version, request, Text.Of("request.stage." + request.Stage), request.Act!.Name, request.Act.GroundName,
                request.Act.Effect, Consideration.Of(request.Act), light, [.. request.Notices.Select(Paper.Of)], tasks);
        }).RequireRoles(Readers);

        routes.MapGet("/api/requests/{id}/clock", async (
            string id, Actor actor, EventJournal journal, LocalityBook localities, CancellationToken cancellationToken) =>
        {
            var stream = await LoadAsync(journal, localities, actor, id, cancellationToken);
            var (_, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            return ShowCase.Line(stream.State.Answer!.Deadline, calendar);
        }).RequireRoles(Readers);

        routes.MapGet("/api/requests/{id}/history", async (
            string id, Actor actor, EventJournal journal, LocalityBook localities, CancellationToken cancellationToken) =>
        {
            var stream = await LoadAsync(journal, localities, actor, id, cancellationToken);
            return (await journal.EventsAsync(stream.Name, cancellationToken)).Select(HistoryLine.Of);
        }).RequireRoles(Readers);

        routes.MapGet("/api/licences/{identifier}/possible-requests", async (
            string identifier, Actor actor, EventJournal journal, TimeProvider time, CancellationToken cancellationToken) =>
        {
            var licence = await journal.LoadAsync(
                Licence.Kind, Licence.Kind.Stream(actor.Region, LicenceIdentifier.Full(identifier)), cancellationToken);
            if (!licence.Exists) throw Refusal.NotFound("licence-unknown", ("id", identifier));
            var state = licence.State.StateOn(LocalTime.DayOf(time.GetUtcNow()));
            return Enum.GetValues<LicenceActKind>().Select(kind => new Possible(
                kind, Text.Of("licence.act." + kind), LicenceRules.WhyNot(kind, state)?.Message));
        }).RequireRoles(Readers);
    }

    public static async Task<LoadedStream<FormalRequest, RequestEvent>> LoadAsync(
        EventJournal journal, LocalityBook localities, Actor actor, string id, CancellationToken cancellationToken)
    {
        var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
        var stream = await journal.LoadAsync(FormalRequest.Kind, FormalRequest.Kind.Stream(actor.Region, id), cancellationToken);
        return stream.Exists && stream.State.MaySee(actor, locality, null)
            ? stream
            : throw Refusal.NotFound("request-unknown", ("id", id));
    }
}
