using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Feedback;

/// <summary>整改核查: the department has looked whether the fault was put right.</summary>
internal static class CloseFinding
{
    /// <param name="On">The day on which it looked.</param>
    public sealed record Request(bool Rectified, string Words, DateOnly On);

    public static void MapCloseFinding(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/feedback/{id}/close-finding", (
            string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(
                actor, FeedbackRecord.Kind, id, request,
                (feedback, context) => [Decide(feedback, request, context)], FeedbackAnswer.Of, "feedback-unknown", cancellationToken))
        .RequireRoles(Role.DepartmentOfficer);

    public static FeedbackEvent Decide(FeedbackRecord feedback, Request request, CommandContext context)
    {
        feedback.RequireReporter(context.Actor);
        if (feedback.Content is not FeedbackContent.Finding finding) throw Refusal.Conflict("feedback-no-finding");
        feedback.Require(FeedbackState.Open);
        if (string.IsNullOrWhiteSpace(request.Words)) throw new Refusal("feedback-incomplete") { Field = "words" };
        if (request.On > LocalTime.DayOf(context.At)) throw new Refusal("date-in-the-future") { Field = "on" };
        if (request.On < finding.On) throw new Refusal("rectified-before-found", ("date", finding.On)) { Field = "on" };
        return new FeedbackEvent.FindingClosed(request.Rectified, request.Words, request.On);
    }
}
