using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Feedback;

/// <summary>Checks that several rules share.</summary>
internal static class FeedbackGuards
{
    public static async Task<LoadedStream<FeedbackRecord, FeedbackEvent>> LoadFeedbackAsync(
        this JournalWork work, string id, CancellationToken cancellationToken)
    {
        var stream = await work.LoadAsync(FeedbackRecord.Kind, id, cancellationToken);
        return stream.Exists ? stream : throw Refusal.NotFound("feedback-unknown", ("id", id));
    }

    /// <summary>Only the department that reported it changes it.</summary>
    public static void RequireReporter(this FeedbackRecord feedback, Actor actor)
    {
        if (actor.Organisation.Code == feedback.Reporter.Code) return;
        throw new Refusal("feedback-of-another", ("reporter", feedback.Reporter.Name), ("own", actor.Organisation.Name))
        {
            Status = StatusCodes.Status403Forbidden,
        };
    }

    public static void Require(this FeedbackRecord feedback, params ReadOnlySpan<FeedbackState> states)
    {
        if (!states.Contains(feedback.State))
            throw Refusal.Conflict("feedback-wrong-state", ("state", Text.Of("feedback.state." + feedback.State)));
    }
}
