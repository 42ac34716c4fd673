using System.Text.Json;
using Autofac;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>What an automatic step is run for.</summary>
/// <param name="Item">The item applied for.</param>
/// <param name="StepKey">The step.</param>
/// <param name="CaseNumber">办件编号.</param>
/// <param name="FiledOn">The day the case was filed.</param>
/// <param name="Materials">The keys of the materials the case holds.</param>
/// <param name="Form">The form as filed.</param>
internal sealed record StepRun(
    ItemCode Item, string StepKey, string CaseNumber, DateOnly FiledOn, IReadOnlyList<string> Materials, JsonElement Form);

/// <summary>The case for which a requirement is asked.</summary>
/// <param name="Item">The item applied for.</param>
/// <param name="Requirement">The requirement's name.</param>
/// <param name="CaseNumber">办件编号.</param>
/// <param name="FiledOn">The day the case was filed.</param>
/// <param name="Applicant">The applicant's name.</param>
/// <param name="ApplicantIdentifier">统一社会信用代码 or 公民身份号码.</param>
/// <param name="Form">The form as filed.</param>
internal sealed record RequirementCheck(
    ItemCode Item, string Requirement, string CaseNumber, DateOnly FiledOn, string Applicant, string ApplicantIdentifier, JsonElement Form);

/// <summary>
/// The one door into modules' code. Whatever happens behind it comes out as a result, a <see cref="ModuleFault"/> (the module failed) or
/// a <see cref="Refusal"/> (it is not to be called), within the time limit of the call.
/// </summary>
internal sealed class ModuleCalls(ModuleRegistry registry)
{
    /// <summary>Asks an item's definition about a filled-in form.</summary>
    /// <exception cref="Refusal">The module is not enabled, or the form is not one of this item.</exception>
    /// <exception cref="ModuleFault">The module failed.</exception>
    public Task<FilingAssessment> AssessAsync(ItemCode item, JsonElement form, CancellationToken cancellationToken = default)
    {
        var visit = registry.Enter(item, out var registered);
        return CallAsync(visit, ModuleCall.Assess, _ => Task.FromResult(Assess(registered, form)), cancellationToken);
    }

    /// <summary>Runs an automatic step.</summary>
    /// <exception cref="Refusal">The module is not enabled, or its item has no such step (any more).</exception>
    /// <exception cref="ModuleFault">The module failed; the step may be tried again.</exception>
    public Task<StepOutcome> RunStepAsync(StepRun run, CancellationToken cancellationToken = default)
    {
        var visit = registry.Enter(run.Item, out var item);
        if (item.Definition.Steps.FirstOrDefault(s => s.Key == run.StepKey)?.Automation is not { } automation)
        {
            visit.Dispose();
            throw Refusal.NotFound("step-unregistered", ("item", run.Item), ("step", run.StepKey));
        }

        var context = item.ContextFor(run.StepKey, run.CaseNumber, run.FiledOn, run.Materials, run.Form);
        return CallAsync(visit, ModuleCall.Step, stop => RunInScopeAsync<IAutomaticStep, StepOutcome>(
            visit.Generation, automation, step => step.RunAsync(context, stop)), cancellationToken);
    }

    /// <summary>What must hold before an item is granted, by name; null while no module that registered it is loaded.</summary>
    public IReadOnlyList<string>? RequirementsFor(ItemCode item) => registry.RequirementsOf(item);

    /// <summary>Asks whether a requirement is met.</summary>
    /// <exception cref="Refusal">The module is not enabled, or has no such requirement (any more).</exception>
    /// <exception cref="ModuleFault">The module failed: whether it is met is not known.</exception>
    public Task<RequirementAnswer> CheckRequirementAsync(RequirementCheck check, CancellationToken cancellationToken = default)
    {
        var visit = registry.Enter(check.Item, out _);
        var required = visit.Generation.Definition.Requirements
            .FirstOrDefault(r => r.Name == check.Requirement && r.BasicCodes.Contains(check.Item.BasicCode));
        if (required is null)
        {
            visit.Dispose();
            throw Refusal.NotFound("requirement-unregistered", ("item", check.Item), ("requirement", check.Requirement));
        }

        var context = new RequirementContext
        {
            CaseNumber = check.CaseNumber,
            Item = check.Item,
            FiledOn = check.FiledOn,
            Applicant = check.Applicant,
            ApplicantIdentifier = check.ApplicantIdentifier,
            FormData = check.Form,
        };
        return CallAsync(visit, ModuleCall.Requirement, stop => RunInScopeAsync<IGrantRequirement, RequirementAnswer>(
            visit.Generation, required.Requirement, r => r.CheckAsync(context, stop)), cancellationToken);
    }

    /// <summary>What a module's feedback is collected from, by name, and how long after a collection the next one begins.</summary>
    /// <exception cref="Refusal">The module is not enabled.</exception>
    public IReadOnlyDictionary<string, TimeSpan> SourcesOf(string module)
    {
        using var visit = registry.Enter(module);
        return visit.Generation.Definition.FeedbackSources.ToDictionary(s => s.Key.FullName!, s => s.Value, StringComparer.Ordinal);
    }

    /// <summary>Collects a page of feedback.</summary>
    /// <param name="module">The module.</param>
    /// <param name="source">The source's name, from <see cref="SourcesOf"/>.</param>
    /// <param name="cursor">Where the last page said to go on; null at the very beginning.</param>
    /// <param name="cancellationToken">Given when the caller is leaving.</param>
    /// <exception cref="Refusal">The module is not enabled, or has no such source (any more).</exception>
    /// <exception cref="ModuleFault">The module failed; the page may be asked for again.</exception>
    public Task<FeedbackPage> CollectAsync(string module, string source, string? cursor, CancellationToken cancellationToken = default)
    {
        var visit = registry.Enter(module);
        if (visit.Generation.Definition.FeedbackSources.Keys.FirstOrDefault(s => s.FullName == source) is not { } type)
        {
            visit.Dispose();
            throw Refusal.NotFound("source-unregistered", ("module", visit.Generation.Module), ("source", source));
        }

        return CallAsync(visit, ModuleCall.Collect, stop => RunInScopeAsync<IFeedbackSource, FeedbackPage>(
            visit.Generation, type, s => s.CollectAsync(cursor, stop)), cancellationToken);
    }

    /// <summary>The hooks of a module that are to be told of a topic, by name.</summary>
    /// <exception cref="Refusal">The module is not enabled.</exception>
    public IReadOnlyList<string> HooksFor(string module, SupervisionTopic topic)
    {
        using var visit = registry.Enter(module);
        return [.. visit.Generation.Definition.Observers.Where(o => o.Topics.Contains(topic)).Select(o => o.Hook.FullName!)];
    }

    /// <summary>The modules of an organisation, usually one; none where it has none.</summary>
    public IReadOnlyList<string> ModulesOf(string region, string organisation) => registry.ModulesOf(region, organisation);

    /// <summary>Tells a hook.</summary>
    /// <param name="module">Its module.</param>
    /// <param name="hook">Its name, from <see cref="HooksFor"/>.</param>
    /// <param name="notice">What it is told.</param>
    /// <param name="cancellationToken">Given when the caller is leaving.</param>
    /// <exception cref="Refusal">The module is not enabled, or has no such hook (any more).</exception>
    /// <exception cref="ModuleFault">The module failed; the notice may be delivered again.</exception>
    public Task NoticeAsync(string module, string hook, SupervisionNotice notice, CancellationToken cancellationToken = default)
    {
        var visit = registry.Enter(module);
        if (visit.Generation.Definition.Observers.FirstOrDefault(o => o.Hook.FullName == hook)?.Hook is not { } type)
        {
            visit.Dispose();
            throw Refusal.NotFound("hook-unregistered", ("module", visit.Generation.Module), ("hook", hook));
        }

        return CallAsync(visit, ModuleCall.Notice, stop => RunInScopeAsync<ISupervisionHook, bool>(
            visit.Generation,
            type,
            async h =>
            {
                await h.OnNoticeAsync(notice, stop);
                return true;
            }), cancellationToken);
    }

    private async Task<T> CallAsync<T>(
        ModuleVisit visit, ModuleCall call, Func<CancellationToken, Task<T>> code, CancellationToken gone)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone, visit.Serving, visit.Generation.Stop);
        try
        {
            return await StayAsync(visit, call, code, stop.Token).WaitAsync(stop.Token);
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            throw registry.Interrupted(visit.Generation.Module);
        }
    }

    /// <summary>The call to its end, which may come after the caller has left.</summary>
    private static async Task<T> StayAsync<T>(
        ModuleVisit visit, ModuleCall call, Func<CancellationToken, Task<T>> code, CancellationToken stop)
    {
        using (visit)
        {
            try
            {
                return await visit.Generation.Lane(call).RunAsync(code, stop);
            }
            catch (ModuleFault fault)
            {
                visit.Note(fault);
                throw;
            }
        }
    }

    private static FilingAssessment Assess(RegisteredItem item, JsonElement form)
    {
        try
        {
            return item.Assess(form);
        }
        catch (JsonException)
        {
            // The applicant's doing, not the module's: it must not count against the module.
            throw new Refusal("form-unreadable", ("item", item.Code));
        }
    }

    private static async Task<TResult> RunInScopeAsync<TCode, TResult>(
        ModuleGeneration generation, Type type, Func<TCode, Task<TResult>> run)
    {
        await using var scope = generation.BeginScope();
        var result = await run((TCode)scope.Resolve(type));
        return result ?? throw new InvalidOperationException($"{type.Name} gave no result.");
    }
}
