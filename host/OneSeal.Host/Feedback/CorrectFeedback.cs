using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Feedback;

/// <summary>更正反馈: the department corrects what it reported; what it was about and when it came stay as they were.</summary>
internal static class CorrectFeedback
{
    public sealed record Request(FeedbackContent Content, IReadOnlyList<string>? Attachments, string Reason);

    public static void MapCorrectFeedback(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/feedback/{id}/correct", (
            string id, Request request, Actor actor, CommandEdge edge, Attachments attachments, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, id, request, attachments, cancellationToken), cancellationToken))
        .RequireRoles(Role.DepartmentOfficer);

    public static async Task<FeedbackAnswer> RunAsync(
        JournalWork work, string id, Request request, Attachments attachments, CancellationToken cancellationToken)
    {
        var stream = await work.LoadFeedbackAsync(id, cancellationToken);
        var corrected = Decide(stream.State, request, work.Context);
        await attachments.CheckOwnAsync(
            work.Context.Actor, [.. corrected.Attachments.Except(stream.State.Attachments)], cancellationToken);
        return FeedbackAnswer.Of(work.Append(stream, corrected));
    }

    public static FeedbackEvent.Corrected Decide(FeedbackRecord feedback, Request request, CommandContext context)
    {
        feedback.RequireReporter(context.Actor);
        feedback.Require(FeedbackState.Reported, FeedbackState.Open);
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        if (request.Content.Kind != feedback.Content!.Kind) throw new Refusal("feedback-of-another-kind") { Field = "content" };
        request.Content.Check(LocalTime.DayOf(context.At));
        return new FeedbackEvent.Corrected(request.Content, request.Attachments ?? feedback.Attachments, request.Reason);
    }
}
