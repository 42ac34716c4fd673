using OneSeal.Host.Access;
using OneSeal.Host.Api;
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

    public sealed record Answer(
        string Id, int Version, FormalRequest Request, string StageName, string ActName, string GroundName,
        IReadOnlyList<WorkTask> Tasks) : IVersioned;

    /// <param name="WhyNot">In Chinese; null where it may be asked for.</param>
    public sealed record Possible(LicenceActKind Kind, string Name, string? WhyNot);

    public static void MapShowRequest(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/requests/{id}", async (
            string id, Actor actor, HttpResponse response, EventJournal journal, LocalityBook localities,
            CancellationToken cancellationToken) =>
        {
            var stream = await LoadAsync(journal, localities, actor, id, cancellationToken);
            var request = stream.State;
            response.Headers.ETag = Versions.ETag(stream.Version);
            return new Answer(
                id, stream.Version, request, Text.Of("request.stage." + request.Stage), request.Act!.Name, request.Act.GroundName,
                [.. request.Tasks]);
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
