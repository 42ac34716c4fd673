using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Localities;
using OneSeal.Host.Modules;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>
/// 收件: the application is handed in. At this moment, once and for life, it is found who owns the case, under which version of the item,
/// with which limits, materials and steps.
/// </summary>
internal sealed class FileCase(
    EventJournal journal, CaseCommands commands, ModuleRegistry modules, ModuleCalls calls, Attachments attachments)
{
    public sealed record Request;

    public static void MapFileCase(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/file", (
            string id, Actor actor, CommandEdge edge, FileCase fileCase, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, new Request(), work => fileCase.RunAsync(work, id, cancellationToken), cancellationToken))
        .RequireRoles(Role.Window, Role.Public);

    public async Task<CaseAnswer> RunAsync(JournalWork work, string id, CancellationToken cancellationToken)
    {
        var stream = await commands.LoadAsync(work, id, cancellationToken);
        var draft = stream.State;
        draft.Require(CaseStage.Draft);
        var item = await work.LoadAsync(Item.Kind, draft.Item, cancellationToken);
        var code = ItemCode.Parse(draft.Item);
        var version = VersionOf(item.State, draft, work.Context.At);
        var ownership = item.State.OwnerAt(work.Context.At);
        CheckServed(modules.TryFindItem(code, out var served) ? served : null, item.State, ownership);
        CheckForm(version.Elements, draft.Application!);
        await attachments.CheckAsync(work.Context.Actor, draft.Application!.Materials, cancellationToken);
        var assessed = await AssessAsync(code, draft.Application.Form, item.State, cancellationToken);

        // Who decides it must still be true when it is written: a memorandum signed meanwhile makes this command lose.
        work.Require(item);
        var moment = await commands.MomentAsync(work, id, cancellationToken);
        var serial = await journal.NextNumberAsync(work.Context.Region, $"filed:{draft.Item}:{moment.Today:yyyyMMdd}", cancellationToken);
        return CaseAnswer.Of(CaseCommands.Append(work, stream, Decide(draft, moment, item.State, assessed, serial)));
    }

    public static IEnumerable<CaseEvent> Decide(
        Case draft, CaseMoment moment, Item item, FilingAssessment assessed, long serial)
    {
        draft.Require(CaseStage.Draft);
        var ownership = item.OwnerAt(moment.Context.At);
        var owner = ownership.Owner ?? throw new Refusal("item-is-cancelled", ("item", item.Name));
        // An applicant at home need not know whose item it is; a window hands in its own organisation's only.
        if (moment.Actor.Role == Role.Window && moment.Actor.Organisation.Code != owner.Code)
            throw new Refusal("item-of-another", ("owner", owner.Name), ("why", ownership.Explanation[^1]))
            {
                Status = StatusCodes.Status403Forbidden,
            };
        var version = VersionOf(item, draft, moment.Context.At);
        var elements = version.Elements;
        MaterialCheck.RequireHeldAsLicence(elements.Materials, draft.Application!.Materials);
        var (statutory, promised) = LimitsOf(elements, assessed);
        var under = new FiledUnder(
            version.Number, item.Module, elements.Handling, elements.Type, owner, ownership.Supervisor, ownership.Regime,
            ownership.Memorandum,
            ownership.Citation, assessed.TierKey, statutory, promised, elements.StartEvent, elements.Materials,
            RequiredOf(elements, item.RegisteredAt(moment.Context.At)!, assessed),
            [.. elements.Steps.Where(s => assessed.Steps.Contains(s.Key))], assessed.UnmetConditions, elements.Result, elements.Fee);
        var number = $"{draft.Item}{moment.Today:yyyyMMdd}{serial:D4}";
        yield return new CaseEvent.Filed(number, moment.Today, AcceptanceClock.RespondBy(moment.Today, moment.Calendar), under);
    }

    private static ItemVersion VersionOf(Item item, Case draft, DateTimeOffset at) =>
        item.VersionAt(at) ?? throw new Refusal("item-unknown", ("id", draft.Item));

    /// <summary>The module says which tier the form falls into; what the tier's limits are, the version in force says.</summary>
    private static (Limit Statutory, Limit Promised) LimitsOf(ItemElements elements, FilingAssessment assessed)
    {
        if (assessed.TierKey is not { } key) return (elements.StatutoryLimit, elements.PromisedLimit);
        return elements.Tiers.FirstOrDefault(t => t.Key == key) is { } tier
            ? (tier.Statutory, tier.Promised)
            : (assessed.Statutory, assessed.Promised);
    }

    /// <summary>What the version in force always asks for, and what this form makes necessary.</summary>
    /// <remarks>The module's answer names also what it always asked for; an administrator may have made that optional since.</remarks>
    private static IReadOnlyList<string> RequiredOf(ItemElements elements, ItemElements registered, FilingAssessment assessed) =>
    [
        .. elements.Materials
            .Where(m => m.Required || (assessed.RequiredMaterials.Contains(m.Key) && !AlwaysAsked(registered, m.Key)))
            .Select(m => m.Key),
    ];

    private static bool AlwaysAsked(ItemElements registered, string key) => registered.Materials.Any(m => m.Key == key && m.Required);

    // The applicant cannot help it that the module fails; what he typed is kept as a draft.
    private async Task<FilingAssessment> AssessAsync(
        ItemCode code, System.Text.Json.JsonElement form, Item item, CancellationToken cancellationToken)
    {
        try
        {
            return await calls.AssessAsync(code, form, cancellationToken);
        }
        catch (ModuleFault fault)
        {
            throw new Refusal("module-failed", ("item", item.Name), ("fault", fault.Message))
            {
                Status = StatusCodes.Status503ServiceUnavailable,
            };
        }
    }

    private static void CheckServed(ServedItem? served, Item item, Ownership ownership)
    {
        if (ownership.Owner is null) throw new Refusal("item-is-cancelled", ("item", item.Name));
        if (served?.Service is not { } service) throw Refusal.Conflict("item-not-served", ("item", item.Name), ("module", item.Module));
        if (ownership.Owner.Code != item.Department.Code && service != ModuleService.Bureau)
            throw Refusal.Conflict("item-not-served-for-bureau", ("item", item.Name), ("owner", ownership.Owner.Name));
    }

    private static void CheckForm(ItemElements elements, Application application)
    {
        var faults = FormSchema.From(elements.Form).Check(application.Form);
        if (faults.Count > 0)
        {
            throw new Refusal("form-has-faults", ("count", faults.Count), ("first", FormFaultText.Of(faults[0])))
            {
                Field = FieldOf(faults[0]),
                Details = new Dictionary<string, object?>
                {
                    ["faults"] = faults.Select(f => new { field = FieldOf(f), f.Label, rule = f.Rule, text = FormFaultText.Of(f) })
                        .ToArray(),
                },
            };
        }

        MaterialCheck.RequireAsked(elements.Materials, application.Materials);
    }

    private static string FieldOf(FormFault fault) => fault.Path.Length == 0 ? "form" : "form." + fault.Path;
}
