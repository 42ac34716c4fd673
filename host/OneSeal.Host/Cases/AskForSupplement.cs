using OneSeal.Host.Access;
using OneSeal.Host.Documents;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>
/// 一次性补正告知: everything that is missing, said once. What the item asks for and is not there is put on the list by the system; the clerk
/// adds what is there but not in order (行政许可法 32(4)).
/// </summary>
internal static class AskForSupplement
{
    public sealed record Request(IReadOnlyList<MissingMaterial>? AlsoMissing);

    public static void MapAskForSupplement(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/ask-for-supplement", (
            string id, Request request, Actor actor, CaseEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, request, (@case, moment) => Decide(@case, moment, request), cancellationToken))
        .RequireRoles(Role.Window);

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, Request request)
    {
        @case.Require(CaseStage.Filed);
        moment.RequireOwner(@case);
        moment.RequireAnswerInTime(@case);
        if (@case.SupplementAskedOn is { } asked) throw Refusal.Conflict("supplement-asked-before", ("date", asked));
        var missing = @case.MissingMaterials().Select(m => new MissingMaterial(m.Name, m.Requirement)).Concat(request.AlsoMissing ?? [])
            .ToArray();
        if (missing.Length == 0) throw new Refusal("supplement-without-need") { Field = "alsoMissing" };
        foreach (var (index, also) in (request.AlsoMissing ?? []).Index())
        {
            if (string.IsNullOrWhiteSpace(also.Name)) throw new Refusal("material-unnamed") { Field = $"alsoMissing[{index}].name" };
            // What may not stand in the catalogue may not be asked for at the counter either (山西 三(四)).
            if (new Material("also", also.Name).IsCatchAll)
                throw new Refusal("material-catch-all", ("material", also.Name)) { Field = $"alsoMissing[{index}].name" };
        }

        return new CaseChange(@case, moment)
            .Add(new CaseEvent.SupplementRequested(missing))
            .Issue(NoticeKind.Supplement, notice => notice with { MissingMaterials = missing })
            .Events;
    }
}
