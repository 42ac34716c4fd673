using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Feedback;

/// <summary>A feedback as it stands, and who did what on it; to the department that reported it, and the bureau.</summary>
internal static class ShowFeedback
{
    public sealed record Answer(
        string Id, int Version, FeedbackState State, string StateName, bool Adverse, FeedbackRecord Feedback,
        IReadOnlyList<HistoryLine> History) : IVersioned;

    public static void MapShowFeedback(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/feedback/{id}", async (
            string id, Actor actor, HttpResponse response, EventJournal journal, LocalityBook localities,
            CancellationToken cancellationToken) =>
        {
            var stream = await LoadAsync(journal, localities, actor, id, cancellationToken);
            var feedback = stream.State;
            response.Headers.ETag = Versions.ETag(stream.Version);
            return new Answer(
                id, stream.Version, feedback.State, Text.Of("feedback.state." + feedback.State), feedback.IsAdverse, feedback,
                [.. (await journal.EventsAsync(stream.Name, cancellationToken)).Select(HistoryLine.Of)]);
        })
        .RequireRoles(Roles.Staff);

    public static async Task<LoadedStream<FeedbackRecord, FeedbackEvent>> LoadAsync(
        EventJournal journal, LocalityBook localities, Actor actor, string id, CancellationToken cancellationToken)
    {
        var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
        var stream = await journal.LoadAsync(FeedbackRecord.Kind, FeedbackRecord.Kind.Stream(actor.Region, id), cancellationToken);
        return stream.Exists && (stream.State.Reporter.Code == actor.Organisation.Code || CaseAccess.IsOfBureau(actor, locality))
            ? stream
            : throw Refusal.NotFound("feedback-unknown", ("id", id));
    }
}
