using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>受理: everything is there and in order, the clock starts and the review steps open (行政许可法 32(5)).</summary>
internal static class AcceptCase
{
    public sealed record Request;

    public static void MapAcceptCase(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/accept", (string id, Actor actor, CaseEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, new Request(), Decide, cancellationToken))
        .RequireRoles(Role.Window);

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment)
    {
        @case.Require(CaseStage.Filed);
        moment.RequireOwner(@case);
        moment.RequireAnswerInTime(@case);
        var missing = @case.MissingMaterials().ToArray();
        if (missing.Length > 0)
        {
            throw new Refusal("materials-missing", ("materials", missing.Select(m => m.Name)))
            {
                Field = "materials",
                Details = new Dictionary<string, object?> { ["missing"] = missing.Select(m => m.Key).ToArray() },
            };
        }

        if (@case.Under!.UnmetConditions is { Count: > 0 } unmet)
            throw new Refusal("conditions-unmet", ("conditions", unmet.Select(c => c.Text)));
        // Who has brought what he was asked for is accepted from the day on which it was complete, however long the counter looks at it.
        var acceptedOn = @case.SupplementAskedOn is null ? moment.Today : @case.CompleteOn!.Value;
        return Start(new CaseChange(@case, moment), moment, acceptedOn, deemed: false).Events;
    }

    /// <summary>Starts clock and steps; a record-filing without anything left to do is decided in the same breath.</summary>
    public static CaseChange Start(CaseChange change, CaseMoment moment, DateOnly acceptedOn, bool deemed)
    {
        var @case = change.Case;
        var under = @case.Under!;
        var startedOn = under.StartEvent == StartEvent.Accepted ? acceptedOn : @case.CompleteOn!.Value;
        change.Add(new CaseEvent.Accepted(
            acceptedOn,
            deemed,
            change.Running(new Deadline(under.Statutory, under.StartEvent, startedOn)),
            change.Running(new Deadline(under.Promised, StartEvent.Accepted, acceptedOn))));
        change.Issue(NoticeKind.Acceptance, notice => notice with { Deadline = change.StatutoryDeadline });
        change.OpenSteps();
        return DecideCase.DecideAtOnce(change, moment);
    }
}
