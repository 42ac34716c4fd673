using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>完成审查步骤: with a reasoned opinion; steps that waited for it open, and a clock that stood still for it goes on.</summary>
internal static class CompleteStep
{
    /// <param name="Document">文号 of the written opinion; a department cannot do without.</param>
    public sealed record Request(bool Passed, string Opinion, IReadOnlyList<string>? Attachments, string? Document = null);

    public static void MapCompleteStep(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/steps/{step}/complete", (
            string id, string step, Request request, Actor actor, CommandEdge edge, CaseCommands commands, Attachments attachments,
            CancellationToken cancellationToken) =>
            edge.RunAsync(
                actor, request,
                async work =>
                {
                    await attachments.CheckAsync(actor, request.Attachments ?? [], cancellationToken);
                    return await commands.ApplyAsync(work, id, (@case, moment) => Decide(@case, moment, step, request), cancellationToken);
                },
                cancellationToken))
        .RequireRoles(Role.Reviewer, Role.DepartmentOfficer);

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, string step, Request request)
    {
        @case.Require(CaseStage.InReview);
        var definition = RequirePerformer(@case, moment, step);
        if (string.IsNullOrWhiteSpace(request.Opinion)) throw new Refusal("opinion-missing") { Field = "opinion" };
        var writesOpinion = StepPerformer.Of(@case, definition).WritesOpinion;
        if (writesOpinion && string.IsNullOrWhiteSpace(request.Document))
            throw new Refusal("opinion-number-missing", ("step", definition.Name)) { Field = "document" };
        // A special procedure that never began took no time and told nobody anything.
        if (definition.Suspension is not null && definition.Performer != Performer.System && @case.Step(step).Suspension is null)
            throw Refusal.Conflict("procedure-not-begun", ("step", definition.Name));
        var change = new CaseChange(@case, moment)
            .ResumeClock(step, moment.Today)
            .Add(new CaseEvent.StepCompleted(step, request.Passed, request.Opinion, request.Attachments ?? [])
            {
                Document = writesOpinion ? request.Document : null,
            })
            .OpenSteps();
        return DecideCase.DecideAtOnce(change, moment).Events;
    }

    /// <summary>The step if it is open and the actor is its performer.</summary>
    public static ReviewStep RequirePerformer(Case @case, CaseMoment moment, string key)
    {
        var progress = @case.Step(key);
        var step = @case.Definition(key);
        if (progress.PassedOver is not null)
            throw Refusal.Conflict("step-passed-over", ("step", step.Name), ("date", progress.CompletedOn));
        if (progress.CompletedOn is { } completed)
            throw Refusal.Conflict("step-completed-before", ("step", step.Name), ("date", completed));
        if (progress.OpenedOn is null) throw Refusal.Conflict("step-not-open", ("step", step.Name));
        var (organisation, role, _) = StepPerformer.Of(@case, step);
        if (moment.Actor.Role == role && (role == Role.System || moment.Actor.Organisation.Code == organisation.Code)) return step;
        // The applicant's period runs on while a module fails: what the system has not done on its day, a reviewer may do.
        if (step.Performer == Performer.System && progress.OpenedOn < moment.Today
            && moment.Actor.Role == Role.Reviewer && moment.Actor.Organisation.Code == @case.Owner.Code) return step;
        throw new Refusal(
            "step-of-another", ("step", step.Name), ("performer", role == Role.System ? Text.Of("actor.system") : organisation.Name))
        {
            Status = StatusCodes.Status403Forbidden,
        };
    }
}
