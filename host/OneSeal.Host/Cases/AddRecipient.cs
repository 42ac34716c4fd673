using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>
/// 增加推送对象: somebody adds a department to one case by hand. It is told at once of how the case stands — the latest of what the others were
/// told, which is what counts, and not the way to it — and from then on of everything.
/// </summary>
internal static class AddRecipient
{
    public sealed record Request(Organisation Recipient, string Reason);

    public static void MapAddRecipient(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/recipients", (
            string id, Request request, Actor actor, CommandEdge edge, CaseCommands commands, Pushing pushing,
            CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, commands, pushing, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.Reviewer, Role.Decider, Role.Administrator);

    public static async Task<CaseAnswer> RunAsync(
        JournalWork work, CaseCommands commands, Pushing pushing, string id, Request request, CancellationToken cancellationToken)
    {
        var stream = await commands.LoadAsync(work, id, cancellationToken);
        var moment = await commands.MomentAsync(work, id, cancellationToken);
        var after = await commands.AppendAsync(work, stream, Decide(stream.State, moment, request), cancellationToken);
        var licence = after.State.Licence is { } identifier
            ? await work.LoadAsync(Licence.Kind, identifier, cancellationToken)
            : null;
        // What becomes of the licence in this very moment it must not miss.
        if (licence is not null) work.Require(licence);
        var pushed = licence is null ? null : PushedLicence.Of(licence.Name.Id, licence.State);
        if (LatestOf(after.State, pushed?.State) is { } topic)
        {
            var occasion = new PushOccasion(after.Name, after.Version, topic, id, after.State)
            {
                Licence = pushed,
                Holder = licence?.State.Holder,
            };
            await pushing.PushToAsync(work, occasion, request.Recipient, cancellationToken);
        }

        return CaseAnswer.Of(after);
    }

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, Request request)
    {
        @case.Require(
            CaseStage.Filed, CaseStage.AwaitingSupplement, CaseStage.InReview, CaseStage.Decided, CaseStage.Sealed, CaseStage.Issued,
            CaseStage.Delivered, CaseStage.Archived);
        moment.RequireOwner(@case);
        request.Recipient.RequireNamed("recipient");
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        if (request.Recipient.Code == @case.Owner.Code)
            throw new Refusal("recipient-is-owner", ("organisation", request.Recipient.Name)) { Field = "recipient" };
        if (@case.AddedRecipients.Select(a => a.Organisation).Append(@case.Under!.Supervisor).Any(o => o.Code == request.Recipient.Code))
        {
            throw new Refusal("recipient-told-already", ("organisation", request.Recipient.Name))
            {
                Status = StatusCodes.Status409Conflict,
                Field = "recipient",
            };
        }

        yield return new CaseEvent.RecipientAdded(request.Recipient, request.Reason);
    }

    /// <summary>What the case has come to, as departments are told it; null before the acceptance.</summary>
    public static SupervisionTopic? LatestOf(Case @case, LicenceState? licence) => (@case, licence) switch
    {
        (_, not null and not LicenceState.Valid) => SupervisionTopic.LicenceChanged,
        (_, LicenceState.Valid) => SupervisionTopic.Issued,
        ({ Decision: not null }, _) => SupervisionTopic.Decided,
        ({ Stage: CaseStage.InReview, Statutory.Due: null }, _) => SupervisionTopic.Suspended,
        ({ Stage: CaseStage.InReview }, _) => SupervisionTopic.Accepted,
        _ => null,
    };
}
