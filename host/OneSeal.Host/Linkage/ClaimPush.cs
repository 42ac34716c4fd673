using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Linkage;

/// <summary>
/// 认领: an office of the department takes over what was pushed. Of many who do so at once one wins and the others learn who. It may be done
/// late, the delay stays on record; and what counts as claimed already an office may still take over by name.
/// </summary>
internal static class ClaimPush
{
    /// <param name="Office">科室 that takes it over.</param>
    /// <param name="FirstInspectionOn">首次监督检查: by when it means to look for the first time; left out if it has no such plan.</param>
    public sealed record Request(string Office, string? Remark, DateOnly? FirstInspectionOn);

    public sealed record Answer(string Id, int Version, PushState State, PushClaim Claim) : IVersioned;

    public static void MapClaimPush(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/pushes/{id}/claim", (
            string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.DepartmentOfficer);

    public static async Task<Answer> RunAsync(JournalWork work, string id, Request request, CancellationToken cancellationToken)
    {
        var stream = await work.LoadAsync(Push.Kind, id, cancellationToken);
        if (!stream.Exists) throw Refusal.NotFound("push-unknown", ("id", id));
        var after = work.Append(stream, Decide(stream.State, work.Context, request));
        return new Answer(id, after.Version, after.State.StateOn(LocalTime.DayOf(work.Context.At)), after.State.Claim!);
    }

    public static PushEvent Decide(Push push, CommandContext context, Request request)
    {
        if (context.Actor.Organisation.Code != push.Recipient.Code)
        {
            throw new Refusal("push-of-another", ("recipient", push.Recipient.Name), ("own", context.Actor.Organisation.Name))
            {
                Status = StatusCodes.Status403Forbidden,
            };
        }

        if (push.Claim is { } claim) throw ClaimedBefore(claim);
        if (push is { ClaimLimit: null, IsDeemedClaimed: false }) throw Refusal.Conflict("nothing-to-claim");
        if (string.IsNullOrWhiteSpace(request.Office)) throw new Refusal("office-missing") { Field = "office" };
        var today = LocalTime.DayOf(context.At);
        if (request.FirstInspectionOn < today)
            throw new Refusal("inspection-in-the-past", ("today", today)) { Field = "firstInspectionOn" };
        return new PushEvent.Claimed(request.Office, request.Remark, request.FirstInspectionOn);
    }

    private static Refusal ClaimedBefore(PushClaim claim) => new(
        "claimed-before", ("by", claim.By), ("office", claim.Office), ("time", LocalTime.Of(claim.At).ToString("yyyy年M月d日 HH:mm")))
    {
        Status = StatusCodes.Status409Conflict,
        Details = new Dictionary<string, object?> { ["claim"] = claim },
    };
}
