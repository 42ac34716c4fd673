using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Licences;
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
    EventJournal journal, CaseCommands commands, ModuleRegistry modules, FormAssessment form, Attachments attachments,
    HeldLicences licences)
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
        var version = VersionOf(item.State, draft, work.Context.At);
        var ownership = item.State.OwnerAt(work.Context.At);
        CheckServed(modules.TryFindItem(ItemCode.Parse(draft.Item), out var served) ? served : null, item.State, ownership);
        await attachments.CheckAsync(work.Context.Actor, draft.Application!.Materials, cancellationToken);
        await licences.CheckAsync(
            work.Context, draft.Application, version.Elements.Materials, draft.Application.Materials, cancellationToken);
        var assessed = await form.AssessAsync(version.Elements, draft.Application, item.State, cancellationToken);

        // Who decides it must still be true when it is written: a memorandum signed meanwhile makes this command lose.
        work.Require(item);
        var support = await AgreedSupport.LoadAsync(work, draft.Item, item.State, cancellationToken);
        var moment = await commands.MomentAsync(work, id, cancellationToken);
        var required = modules.RequirementsOf(ItemCode.Parse(draft.Item));
        var serial = await journal.NextNumberAsync(work.Context.Region, $"filed:{draft.Item}:{moment.Today:yyyyMMdd}", cancellationToken);
        var filed = Decide(draft, moment, item.State, assessed, serial, support, required);
        return CaseAnswer.Of(await commands.AppendAsync(work, stream, filed, cancellationToken));
    }

    public static IEnumerable<CaseEvent> Decide(
        Case draft, CaseMoment moment, Item item, FilingAssessment assessed, long serial, AgreedSupport? support = null,
        IReadOnlyList<string>? required = null)
    {
        draft.Require(CaseStage.Draft);
        var ownership = item.OwnerAt(moment.Context.At);
        RequireOwn(moment.Actor, item, ownership);
        var version = VersionOf(item, draft, moment.Context.At);
        MaterialCheck.RequireHeldAsLicence(version.Elements.Materials, draft.Application!.Materials);
        var under = UnderOf(item, version, ownership, support, required, moment.Context.At, assessed);
        if (moment.Renewed is { } renewed) Renewal.RequireAskable(renewed, under, draft, moment.Today);
        var number = $"{draft.Item}{moment.Today:yyyyMMdd}{serial:D4}";
        yield return new CaseEvent.Filed(number, moment.Today, AcceptanceClock.RespondBy(moment.Today, moment.Calendar), under);
    }

    /// <summary>An applicant at home need not know whose item it is; a window hands in its own organisation's only.</summary>
    public static void RequireOwn(Actor actor, Item item, Ownership ownership)
    {
        var owner = ownership.Owner ?? throw new Refusal("item-is-cancelled", ("item", item.Name));
        if (actor.Role == Role.Window && actor.Organisation.Code != owner.Code)
            throw new Refusal("item-of-another", ("owner", owner.Name), ("why", ownership.Explanation[^1]))
            {
                Status = StatusCodes.Status403Forbidden,
            };
    }

    /// <summary>What a case that is handed in now keeps for life.</summary>
    public static FiledUnder UnderOf(
        Item item, ItemVersion version, Ownership ownership, AgreedSupport? support, IReadOnlyList<string>? required, DateTimeOffset at,
        FilingAssessment assessed)
    {
        var elements = version.Elements;
        var under = new FiledUnder(
            version.Number, item.Module, elements.Handling, elements.Type, ownership.Owner!, ownership.Supervisor, ownership.Regime,
            ownership.Memorandum, ownership.Citation, null, elements.StatutoryLimit, elements.PromisedLimit, elements.StartEvent,
            elements.Materials, [], [], [], elements.Result, elements.Fee)
        {
            Support = support,
            Requirements = required ?? [],
        };
        return FormAssessment.Apply(under, elements, item.RegisteredAt(at)!, assessed);
    }

    public static ItemVersion VersionOf(Item item, Case draft, DateTimeOffset at) =>
        item.VersionAt(at) ?? throw new Refusal("item-unknown", ("id", draft.Item));

    public static void CheckServed(ServedItem? served, Item item, Ownership ownership)
    {
        if (ownership.Owner is null) throw new Refusal("item-is-cancelled", ("item", item.Name));
        if (served?.Service is not { } service) throw Refusal.Conflict("item-not-served", ("item", item.Name), ("module", item.Module));
        if (ownership.Owner.Code != item.Department.Code && service != ModuleService.Bureau)
            throw Refusal.Conflict("item-not-served-for-bureau", ("item", item.Name), ("owner", ownership.Owner.Name));
    }
}
