using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Feedback;

/// <summary>撤回反馈: it should not have been reported; it stays on record as retracted and is no caution any more.</summary>
internal static class RetractFeedback
{
    public sealed record Request(string Reason);

    public static void MapRetractFeedback(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/feedback/{id}/retract", (
            string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(
                actor, FeedbackRecord.Kind, id, request,
                (feedback, context) => [Decide(feedback, request, context)], FeedbackAnswer.Of, "feedback-unknown", cancellationToken))
        .RequireRoles(Role.DepartmentOfficer);

    public static FeedbackEvent Decide(FeedbackRecord feedback, Request request, CommandContext context)
    {
        feedback.RequireReporter(context.Actor);
        feedback.Require(FeedbackState.Reported, FeedbackState.Open, FeedbackState.Closed);
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        return new FeedbackEvent.Retracted(request.Reason);
    }
}
