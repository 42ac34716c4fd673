using System.Text.Json;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Linkage;
using OneSeal.Host.Modules;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Deliveries;

/// <summary>What is due to a module: an automatic step it performs, or something that one of its hooks is told.</summary>
internal sealed class ModuleDelivery(
    EventJournal journal, NpgsqlDataSource database, CaseCommands cases, ModuleCalls calls, TimeProvider time)
{
    public async Task<Outcome> DeliverAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        try
        {
            if (Recipients.IsHooks(due.Recipient)) return await FanOutAsync(due, cancellationToken);
            if (Recipients.IsHook(due.Recipient, out var module, out var hook)) await TellAsync(due, module, hook, cancellationToken);
            else await PerformAsync(due, due.Content.Deserialize<StepDue>(JournalJson.Options)!, cancellationToken);
            return Outcome.Done;
        }
        catch (Refusal e) when (e.Code == "hook-unregistered")
        {
            // Another version of the module does without it; it will not come back for this notice.
            return new Outcome.Abandoned(e.Message);
        }
        catch (Refusal e) when (e.Code.StartsWith("module-", StringComparison.Ordinal))
        {
            return new Outcome.Unavailable(e.Message);
        }
        catch (Refusal e) when (e.Code == "version-conflict")
        {
            // Somebody else was faster with something else on the same case; the applicant does not wait for that.
            return new Outcome.PutOff(e.Message, TimeSpan.Zero);
        }
        catch (Refusal e) when (e.Status is StatusCodes.Status409Conflict or StatusCodes.Status404NotFound)
        {
            // The module has no such step at the moment, or it may not be done now.
            return new Outcome.PutOff(e.Message, Patience.UntilAvailable);
        }
        catch (ModuleFault e) when (e.Kind is ModuleFaultKind.Busy or ModuleFaultKind.Paused)
        {
            return new Outcome.Unavailable(e.Message);
        }
        catch (Exception e) when (e is ModuleFault or Refusal)
        {
            return new Outcome.Failed(e.Message);
        }
    }

    private async Task<Outcome> FanOutAsync(DueDelivery due, CancellationToken cancellationToken)
    {
        var organisation = Recipients.OrganisationOf(due.Recipient);
        var modules = calls.ModulesOf(due.Region, organisation);
        // A module that could not be loaded since the start has no department yet; the catalogue knows whose items it brought.
        if ((await RegisteredAsync(due.Region, organisation, cancellationToken)).Except(modules).FirstOrDefault() is { } absent)
            return new Outcome.Unavailable(Text.Of("delivery.module-absent", ("module", absent)));
        var topic = ContentOf(due).Topic;
        return new Outcome.FannedOut([.. modules.SelectMany(m => calls.HooksFor(m, topic).Select(h => Recipients.Hook(m, h)))]);
    }

    private async Task<IReadOnlyList<string>> RegisteredAsync(string region, string organisation, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select distinct module from oneseal.items where region = $1 and department_code = $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = organisation });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var modules = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) modules.Add(reader.GetString(0));
        return modules;
    }

    private Task TellAsync(DueDelivery due, string module, string hook, CancellationToken cancellationToken)
    {
        var content = ContentOf(due);
        var notice = new SupervisionNotice
        {
            Id = $"{due.Region}/{due.Id}",
            Topic = content.Topic,
            CaseNumber = content.CaseNumber,
            Item = ItemCode.Parse(content.Item),
            At = content.At,
            Content = due.Content,
            PushId = PushOf(due.Id),
        };
        return calls.NoticeAsync(module, hook, notice, cancellationToken);
    }

    private async Task PerformAsync(DueDelivery due, StepDue step, CancellationToken cancellationToken)
    {
        var stream = await journal.LoadAsync(Case.Kind, Case.Kind.Stream(due.Region, step.CaseId), cancellationToken);
        if (!IsOpen(stream.State)) return;
        var outcome = await calls.RunStepAsync(
            new StepRun(
                ItemCode.Parse(stream.State.Item), step.Step, stream.State.Number!, stream.State.ReceivedOn!.Value,
                [.. stream.State.Application!.Materials.Select(m => m.Key)], stream.State.Application.Form),
            cancellationToken);
        // Done twice, because a host died in between, it is recorded once: by then the step is no longer open. Somebody may be at work on the
        // case at this very moment; the step's result is as good after him.
        await journal.ExecuteOnLatestAsync(
            () => new CommandContext(Actor.System(due.Region), time.GetUtcNow()),
            work => cases.ApplyAsync(
                work,
                step.CaseId,
                (@case, moment) => IsOpen(@case)
                    ? CompleteStep.Decide(@case, moment, step.Step, new CompleteStep.Request(outcome.Passed, outcome.Opinion, []))
                    : [],
                cancellationToken),
            cancellationToken);

        bool IsOpen(Case @case) => @case.Stage == CaseStage.InReview && @case.OpenSteps.Any(s => s.Key == step.Step);
    }

    /// <summary>The push that a delivery is about, whose id begins with its stream; null for one about a case or a licence.</summary>
    public static string? PushOf(string delivery)
    {
        var about = new StreamName("", delivery.Split('/')[0]);
        return about.Kind == Push.Kind.Name ? about.Id : null;
    }

    private static PushContent ContentOf(DueDelivery due) => due.Content.Deserialize<PushContent>(JournalJson.Options)!;
}
