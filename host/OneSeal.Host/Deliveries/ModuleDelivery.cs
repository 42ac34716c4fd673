using System.Text.Json;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Linkage;
using OneSeal.Host.Modules;
using OneSeal.Sdk;

namespace OneSeal.Host.Deliveries;

/// <summary>What is due to a module: an automatic step it performs, or something its hooks are told.</summary>
internal sealed class ModuleDelivery(EventJournal journal, CaseCommands cases, ModuleCalls calls, TimeProvider time)
{
    public Task DeliverAsync(DueDelivery due, CancellationToken cancellationToken) => due.Topic == CaseDeliveries.StepTopic
        ? PerformAsync(due, due.Content.Deserialize<StepDue>(JournalJson.Options)!, cancellationToken)
        : TellAsync(due, due.Content.Deserialize<PushContent>(JournalJson.Options)!, cancellationToken);

    private async Task PerformAsync(DueDelivery due, StepDue step, CancellationToken cancellationToken)
    {
        var stream = await journal.LoadAsync(Case.Kind, Case.Kind.Stream(due.Region, step.CaseId), cancellationToken);
        if (!IsOpen(stream.State)) return;
        var outcome = await calls.RunStepAsync(
            new StepRun(
                ItemCode.Parse(stream.State.Item), step.Step, stream.State.Number!, stream.State.ReceivedOn!.Value,
                [.. stream.State.Application!.Materials.Select(m => m.Key)], stream.State.Application.Form),
            cancellationToken);
        // Done twice, because a host died in between, it is recorded once: by then the step is no longer open.
        await cases.ExecuteAsync(
            new CommandContext(Actor.System(due.Region), time.GetUtcNow()),
            step.CaseId,
            (@case, moment) => IsOpen(@case)
                ? CompleteStep.Decide(@case, moment, step.Step, new CompleteStep.Request(outcome.Passed, outcome.Opinion, []))
                : [],
            cancellationToken);

        bool IsOpen(Case @case) => @case.Stage == CaseStage.InReview && @case.OpenSteps.Any(s => s.Key == step.Step);
    }

    /// <summary>The push that a delivery is about, whose id begins with its stream; null for one about a case or a licence.</summary>
    public static string? PushOf(string delivery)
    {
        var about = new StreamName("", delivery.Split('/')[0]);
        return about.Kind == Push.Kind.Name ? about.Id : null;
    }

    private async Task TellAsync(DueDelivery due, PushContent content, CancellationToken cancellationToken)
    {
        var organisation = due.Recipient["hooks:".Length..];
        foreach (var (module, hook) in calls.ModulesOf(due.Region, organisation)
            .SelectMany(m => calls.HooksFor(m, content.Topic).Select(h => (m, h))))
        {
            await calls.NoticeAsync(
                module,
                hook,
                new SupervisionNotice
                {
                    Id = $"{due.Region}/{due.Id}", Topic = content.Topic, CaseNumber = content.CaseNumber,
                    Item = ItemCode.Parse(content.Item), At = content.At, Content = due.Content, PushId = PushOf(due.Id),
                },
                cancellationToken);
        }
    }
}
