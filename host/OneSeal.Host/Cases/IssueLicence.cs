using OneSeal.Host.Access;
using OneSeal.Host.Licences;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>颁发证照: the licence of a sealed grant begins its own life, or its further term, in the same transaction.</summary>
internal static class IssueLicence
{
    public sealed record Request;

    public static void MapIssueLicence(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/issue", (
            string id, Actor actor, CaseEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, new Request(), Decide, cancellationToken))
        .RequireRoles(Role.Window);

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment)
    {
        @case.Require(CaseStage.Sealed);
        moment.RequireOwner(@case);
        if (!@case.MayIssue) throw Refusal.Conflict("nothing-to-issue");
        var decision = @case.Decision!;
        // The decision was in time if it fell before the licence's end; what follows it is the office's affair.
        if (moment.Renewed is { } renewed) Renewal.RequireNotOver(renewed, decision.On);
        yield return new CaseEvent.LicenceIssued(decision.Licence!.Identifier);
    }
}
