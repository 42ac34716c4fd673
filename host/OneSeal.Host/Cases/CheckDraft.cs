using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Licences;
using OneSeal.Host.Modules;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>
/// 预检: what would be found if a draft were handed in now, told before it is. The same rules as at the filing are asked, each by itself, so
/// that everything that stands in the way is said at once; nothing is written.
/// </summary>
internal sealed class CheckDraft(
    NpgsqlDataSource database, CaseCommands commands, ModuleRegistry modules, FormAssessment form, Attachments attachments,
    HeldLicences licences, TimeProvider time)
{
    /// <param name="MayBeFiled">Nothing stands in the way of handing it in.</param>
    /// <param name="MayBeAccepted">Nor of accepting it: nothing is missing, and every condition is met.</param>
    /// <param name="Obstacles">What a filing would be refused for, faults of the form apart.</param>
    /// <param name="Faults">Of the form, each with its field.</param>
    /// <param name="Assessed">
    /// Whether the form has been assessed; if not, limits, materials and steps are those that always hold.
    /// </param>
    /// <param name="Tier">The words of the tier of limits that the form falls into.</param>
    /// <param name="Owner">Whose case it would be; null for an item that is cancelled.</param>
    /// <param name="AnswerBy">Until when it would be answered whether it is accepted.</param>
    /// <param name="StatutoryDue">If it were accepted today.</param>
    public sealed record DraftCheck(
        string Id, int Version, bool MayBeFiled, bool MayBeAccepted, IReadOnlyList<DraftObstacle> Obstacles, IReadOnlyList<FormFaultLine> Faults,
        bool Assessed, Organisation? Owner, IReadOnlyList<string> WhyOwner, string? Tier, Limit Statutory, Limit Promised,
        DateOnly AnswerBy, DateOnly? StatutoryDue, DateOnly? PromisedDue, IReadOnlyList<DraftMaterial> Materials,
        IReadOnlyList<DraftStep> Steps, IReadOnlyList<ConditionText> UnmetConditions, Fee? Fee, string? Result);

    /// <param name="Code">Of the refusal.</param>
    /// <param name="Field">The field at fault, where there is one.</param>
    public sealed record DraftObstacle(string Code, string Text, string? Field)
    {
        public static DraftObstacle Of(Refusal refusal) => new(refusal.Code, refusal.Message, refusal.Field);
    }

    /// <param name="Necessary">Without it the application is incomplete, as the form stands.</param>
    /// <param name="HandedIn">How it is handed in; null while it is not.</param>
    /// <param name="Held">本局已有: the licences that stand in for it, so that it need not be brought.</param>
    public sealed record DraftMaterial(
        string Key, string Name, string Requirement, bool Necessary, MaterialForm? HandedIn, bool Missing, IReadOnlyList<HeldLicence> Held);

    /// <param name="Performer">Who does it; the system where it is done by itself.</param>
    public sealed record DraftStep(string Key, string Name, string Performer, string? Helper, Limit? Limit);

    public static void MapCheckDraft(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/cases/{id}/check", (string id, Actor actor, CheckDraft check, CancellationToken cancellationToken) =>
            check.RunAsync(actor, id, cancellationToken))
        .RequireRoles(Role.Window, Role.Public);

    public async Task<DraftCheck> RunAsync(Actor actor, string id, CancellationToken cancellationToken)
    {
        // A command that is never committed: it reads as the filing reads.
        var work = new JournalWork(database, new CommandContext(actor, time.GetUtcNow()));
        var stream = await commands.LoadAsync(work, id, cancellationToken);
        var draft = stream.State;
        draft.Require(CaseStage.Draft);
        var application = draft.Application!;
        var item = (await work.LoadAsync(Item.Kind, draft.Item, cancellationToken)).State;
        var moment = await commands.MomentAsync(work, id, cancellationToken);
        var version = FileCase.VersionOf(item, draft, work.Context.At);
        var elements = version.Elements;
        var ownership = item.OwnerAt(work.Context.At);
        var support = await AgreedSupport.LoadAsync(work, draft.Item, item, cancellationToken);
        var code = ItemCode.Parse(draft.Item);

        var obstacles = new List<DraftObstacle>();
        Try(() => FileCase.CheckServed(modules.TryFindItem(code, out var served) ? served : null, item, ownership));
        if (ownership.Owner is not null) Try(() => FileCase.RequireOwn(actor, item, ownership));
        Try(() => MaterialCheck.RequireAsked(elements.Materials, application.Materials));
        Try(() => MaterialCheck.RequireHeldAsLicence(elements.Materials, application.Materials));
        await TryAsync(() => attachments.CheckAsync(actor, application.Materials, cancellationToken));
        await TryAsync(() => licences.CheckAsync(work.Context, application, elements.Materials, application.Materials, cancellationToken));

        var faults = FormSchema.From(elements.Form).Check(application.Form);
        FilingAssessment? assessed = null;
        if (faults.Count == 0 && obstacles.TrueForAll(o => o.Code is not ("item-not-served" or "material-not-asked")))
            await TryAsync(async () => assessed = await form.AssessAsync(elements, application, item, cancellationToken));
        var under = FileCase.UnderOf(
            item, version, ownership, support, modules.RequirementsOf(code), work.Context.At, assessed ?? Always(elements));
        if (moment.Renewed is { } renewed) Try(() => Renewal.RequireAskable(renewed, under, draft, moment.Today));

        var held = await ShowHeld.OfAsync(licences, actor, actor.Region, application.Applicant.Identifier, moment.Today, cancellationToken);
        DraftMaterial[] materials = [.. elements.Materials.Select(m => MaterialOf(m, under, application, held))];
        var mayBeFiled = obstacles.Count == 0 && faults.Count == 0;
        return new DraftCheck(
            id, stream.Version, mayBeFiled, mayBeFiled && under.UnmetConditions.Count == 0 && !materials.Any(m => m.Missing), obstacles,
            [.. faults.Select(FormFaultLine.Of)], assessed is not null, ownership.Owner, ownership.Explanation,
            elements.Tiers.FirstOrDefault(t => t.Key == under.Tier)?.Label, under.Statutory, under.Promised,
            AcceptanceClock.RespondBy(moment.Today, moment.Calendar), DueOf(under.Statutory, under.StartEvent), DueOf(under.Promised, StartEvent.Accepted),
            materials, [.. under.Steps.Select(s => StepOf(s, ownership, support))], under.UnmetConditions, elements.Fee, elements.Result?.Name);

        DateOnly? DueOf(Limit limit, StartEvent start) => Clock.Derive(new Deadline(limit, start, moment.Today), moment.Calendar).Due;

        async Task TryAsync(Func<Task> check)
        {
            try
            {
                await check();
            }
            catch (Refusal refusal)
            {
                obstacles.Add(DraftObstacle.Of(refusal));
            }
        }

        void Try(Action check)
        {
            try
            {
                check();
            }
            catch (Refusal refusal)
            {
                obstacles.Add(DraftObstacle.Of(refusal));
            }
        }
    }

    /// <summary>What holds whatever the form says.</summary>
    private static FilingAssessment Always(ItemElements elements) => new(
        null, elements.StatutoryLimit, elements.PromisedLimit, [], [.. elements.Steps.Select(s => s.Key)], []);

    private static DraftMaterial MaterialOf(Material material, FiledUnder under, Application application, IReadOnlyList<HeldLicence> held)
    {
        var handedIn = application.Materials.FirstOrDefault(m => m.Key == material.Key)?.Form;
        var necessary = under.RequiredMaterials.Contains(material.Key);
        return new DraftMaterial(
            material.Key, material.Name, material.Requirement, necessary, handedIn, necessary && handedIn is null,
            material.HeldAs is { } name ? [.. held.Where(l => l.Name == name)] : []);
    }

    private static DraftStep StepOf(ReviewStep step, Ownership ownership, AgreedSupport? support)
    {
        var performer = StepPerformer.Of(step, ownership.Owner ?? Organisation.None, ownership.Supervisor, support?.For(step.Key));
        return new DraftStep(
            step.Key, step.Name, performer.Role == Role.System ? Text.Of("actor.system") : performer.Organisation.Name,
            performer.Helper?.Name, step.Limit);
    }
}
