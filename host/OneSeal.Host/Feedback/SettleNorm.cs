using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Feedback;

/// <summary>处理政策标准调整: the bureau says what a change of norms means for the item, and by which version it answers it.</summary>
internal static class SettleNorm
{
    /// <param name="ItemVersion">The version of the item that answers the change; asked for if it was adjusted.</param>
    public sealed record Request(NormOutcome Outcome, string Words, string? ItemVersion);

    public static void MapSettleNorm(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/feedback/{id}/settle-norm", (
            string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.Administrator);

    public static async Task<FeedbackAnswer> RunAsync(JournalWork work, string id, Request request, CancellationToken cancellationToken)
    {
        var stream = await work.LoadFeedbackAsync(id, cancellationToken);
        if (stream.State.Norm is null) throw Refusal.Conflict("feedback-no-norm");
        var item = await work.LoadAsync(Item.Kind, stream.State.Subject!.Item!, cancellationToken);
        return FeedbackAnswer.Of(work.Append(stream, Decide(stream.State, item.State, request, work.Context)));
    }

    public static FeedbackEvent Decide(FeedbackRecord feedback, Item item, Request request, CommandContext context)
    {
        var duty = feedback.Norm!.Organisation;
        if (context.Actor.Organisation.Code != duty.Code)
        {
            throw new Refusal("norm-of-another", ("owner", duty.Name), ("own", context.Actor.Organisation.Name))
            {
                Status = StatusCodes.Status403Forbidden,
            };
        }

        feedback.Require(FeedbackState.Open);
        if (string.IsNullOrWhiteSpace(request.Words)) throw new Refusal("feedback-incomplete") { Field = "words" };
        if (request.Outcome == NormOutcome.NoChange && request.ItemVersion is not null)
            throw new Refusal("norm-version-without-change") { Field = "itemVersion" };
        if (request.Outcome == NormOutcome.Adjusted && item.Versions.All(v => v.Number != request.ItemVersion))
            throw new Refusal("norm-version-unknown", ("item", item.Name)) { Field = "itemVersion" };
        return new FeedbackEvent.NormSettled(request.Outcome, request.Words, request.ItemVersion);
    }
}
