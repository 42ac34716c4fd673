using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Documents;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Demonstration;

/// <summary>
/// One application's course: at each turn somebody looks at the case as it stands and does the next thing, as the person whose task it is.
/// </summary>
internal sealed class CaseCourse(CasePlan plan, Hall hall, District district, Staff staff, Seals seals, Timetable days)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private string? _id;
    private int _turn;
    private bool _mustSeal;
    private DateTimeOffset? _planned;

    /// <summary>Every paper goes out under the seal: whoever made one hands it to the seal's keeper before the case goes on.</summary>
    /// <returns>When it goes on; null if it does not.</returns>
    public async Task<DateTimeOffset?> TurnAsync()
    {
        _turn++;
        if (_mustSeal)
        {
            await SealPapersAsync();
            _mustSeal = false;
            return _planned is { } planned && planned <= hall.Now ? Soon : _planned;
        }

        _planned = await ActAsync();
        _mustSeal = Papers(await LoadAsync()).Any();
        return _mustSeal ? SameDay : _planned;
    }

    /// <summary>What has to be sealed, beside the decision: that is a step of its own.</summary>
    private static IEnumerable<NoticeContent> Papers(Case @case) =>
        @case.Notices.Where(n => !n.IsSealed && n.Number != @case.DecisionDocument?.Number);

    private async Task SealPapersAsync()
    {
        var @case = await LoadAsync();
        foreach (var paper in Papers(@case)) await SealAsync(@case, paper);
    }

    private async Task SealAsync(Case @case, NoticeContent paper)
    {
        var request = new SealDocument.Request(paper.Number.ToString(), seals.Of(@case.Owner));
        await hall.ExecuteAsync(Clerk(@case, Role.SealKeeper), work => SealDocument.RunAsync(work, hall.Cases, _id!, request, Never));
    }

    private Task<Case> LoadAsync() => hall.LoadAsync(Case.Kind, district.Region, _id!);

    private async Task<DateTimeOffset?> ActAsync()
    {
        if (_id is null) return await DraftAsync();
        var @case = await LoadAsync();
        if (@case.Stage == plan.StopAt && !MustGoOn(@case)) return null;
        return @case.Stage switch
        {
            CaseStage.Draft => await FileAsync(@case),
            CaseStage.Filed => await AnswerAsync(@case),
            CaseStage.AwaitingSupplement => await SupplementAsync(@case),
            CaseStage.InReview => await ReviewAsync(@case),
            CaseStage.Decided => await SealDecisionAsync(@case),
            CaseStage.Sealed when @case.MayIssue => await IssueAsync(@case),
            CaseStage.Sealed or CaseStage.Issued => await DeliverAsync(@case),
            CaseStage.Delivered or CaseStage.Declined or CaseStage.Withdrawn or CaseStage.Terminated => await ArchiveAsync(@case),
            _ => null,
        };
    }

    private bool IsOneOf(params ReadOnlySpan<Fate> fates) => fates.Contains(plan.Fate);

    // A case that is to stop while filed or in review may have to go through that stage for something else first.
    private bool MustGoOn(Case @case) => @case.Stage switch
    {
        CaseStage.Filed => IsOneOf(Fate.Supplemented) && @case.SupplementAskedOn is null,
        CaseStage.InReview => IsOneOf(Fate.Extended),
        _ => false,
    };

    private DateTimeOffset Soon => days.Soon(hall.Now, 15 + plan.Dice(_turn, 90));

    // What is to be sealed is sealed before the day is over, if it takes until after closing.
    private DateTimeOffset SameDay => hall.Now.AddMinutes(5 + plan.Dice(_turn, 30));

    private DateTimeOffset In(int workingDays) =>
        workingDays == 0 ? Soon : Timetable.At(days.Later(hall.Today, workingDays), plan.Dice(_turn, 450));

    private Person Clerk(Case @case, Role role) => staff.Holder(@case.Owner, role, plan.Serial);

    private async Task<DateTimeOffset?> DraftAsync()
    {
        var declined = IsOneOf(Fate.Declined) ? plan.Item.Story.Declined?.Form : null;
        var denied = IsOneOf(Fate.Denied) ? plan.Item.Story.Denied?.Form : null;
        var sample = declined ?? denied ?? plan.Item.Story.Samples[plan.Serial % plan.Item.Story.Samples.Count];
        var form = FilledForm.Of(sample, plan.Applicant, hall.Today);
        var person = await WindowAsync();
        var assessed = await hall.Calls.AssessAsync(plan.Item.Code, form);
        var required = plan.Item.Elements.Materials.Where(m => m.Required || assessed.RequiredMaterials.Contains(m.Key)).ToArray();
        var held = await HeldAsync(IsOneOf(Fate.Supplemented) ? required.SkipLast(1) : required);
        var request = new DraftCase.Request(
            plan.Item.Code.Value, plan.IsOnline ? Channel.Online : Channel.Window, plan.Applicant, form, held, plan.Renews);
        _id = (await hall.ExecuteAsync(person, work => DraftCase.RunAsync(work, hall.Journal, request, Never))).Id;
        return plan.StopAt == CaseStage.Draft ? null : Soon;
    }

    /// <summary>The applicant himself, or the window of whoever decides the item now.</summary>
    private async Task<Person> WindowAsync()
    {
        if (plan.IsOnline) return staff.Applicant;
        var item = await hall.LoadAsync(Item.Kind, district.Region, plan.Item.Code.Value);
        return staff.Holder(item.OwnerAt(hall.Now).Owner!, Role.Window, plan.Serial);
    }

    private async Task<IReadOnlyList<HeldMaterial>> HeldAsync(IEnumerable<Material> materials)
    {
        var held = new List<HeldMaterial>();
        var licences = await hall.HeldLicences.NamesOfAsync(district.Region, plan.Applicant.Identifier, hall.Today, Never);
        foreach (var material in materials)
        {
            held.Add(material.HeldAs is { } licence && licences.Contains(licence) ? new HeldMaterial(material.Key, MaterialForm.Held, null)
                : plan.IsOnline ? new HeldMaterial(
                    material.Key, MaterialForm.File, await SampleFile.StoreAsync(hall.Attachments, staff.Applicant.Actor))
                : new HeldMaterial(material.Key, MaterialForm.Paper, null));
        }

        return held;
    }

    private async Task<DateTimeOffset?> FileAsync(Case draft)
    {
        // Between draft and filing the item may have gone over: then the other window takes it.
        var person = await WindowAsync();
        await hall.ExecuteAsync(person, work => hall.FileCase.RunAsync(work, _id!, Never));
        if (!IsOneOf(Fate.Unanswered))
            return IsOneOf(Fate.Extended, Fate.Running, Fate.Overdue) || draft.Channel == Channel.Window ? Soon : In(1);
        var filed = await LoadAsync();
        // The law accepts it when its days are over; then it goes on.
        return Timetable.At(days.Later(filed.RespondBy!.Value, 1), 90);
    }

    private async Task<DateTimeOffset?> AnswerAsync(Case @case)
    {
        switch (plan.Fate)
        {
            case Fate.Declined:
                var reason = plan.Item.Story.Declined is { } declined
                    ? new NoticeReason(declined.Reason, declined.Article)
                    : new NoticeReason(Text.Of("demonstration.not-competent"), Text.Of("demonstration.article-32"));
                var elsewhere = plan.Item.Story.Declined is null ? district.CompetentElsewhere : null;
                await hall.ChangeCaseAsync(
                    Clerk(@case, Role.Window), _id!, (c, m) => DeclineCase.Decide(c, m, new DeclineCase.Request([reason], elsewhere)));
                return In(5);
            case Fate.Supplemented when @case.SupplementAskedOn is null:
                await hall.ChangeCaseAsync(
                    Clerk(@case, Role.Window), _id!, (c, m) => AskForSupplement.Decide(c, m, new AskForSupplement.Request(null)));
                return In(3 + plan.Dice(_turn, 3));
            default:
                await hall.ChangeCaseAsync(Clerk(@case, Role.Window), _id!, AcceptCase.Decide);
                break;
        }

        await hall.DeliverAsync();
        return In(1);
    }

    private async Task<DateTimeOffset?> SupplementAsync(Case @case)
    {
        var person = plan.IsOnline ? staff.Applicant : Clerk(@case, Role.Window);
        var held = await HeldAsync(@case.MissingMaterials());
        await hall.ChangeCaseAsync(person, _id!, (c, m) => ReceiveSupplement.Decide(c, m, new ReceiveSupplement.Request(held)));
        return Soon;
    }

    private async Task<DateTimeOffset?> ReviewAsync(Case @case)
    {
        switch (plan.Fate)
        {
            case Fate.Overdue:
                return null;
            case Fate.Withdrawn:
                var person = plan.IsOnline ? staff.Applicant : Clerk(@case, Role.Window);
                await hall.ChangeCaseAsync(
                    person, _id!, (c, m) => WithdrawCase.Decide(c, m, new WithdrawCase.Request(Text.Of("demonstration.withdrawn"))));
                return In(5);
            case Fate.Terminated:
                var reason = new NoticeReason(Text.Of("demonstration.fallen-away"), null);
                await hall.ChangeCaseAsync(
                    Clerk(@case, Role.Decider), _id!, (c, m) => TerminateCase.Decide(c, m, new TerminateCase.Request([reason])));
                return In(5);
            case Fate.Extended when hall.Today < days.Back(2):
                return Timetable.At(days.Back(2), plan.Dice(_turn, 400));
            case Fate.Extended:
                var request = new ExtendCase.Request(Text.Of("demonstration.extension"), Text.Of("demonstration.head"));
                await hall.ChangeCaseAsync(Clerk(@case, Role.Decider), _id!, (c, m) => ExtendCase.Decide(c, m, request));
                return null;
        }

        return @case.OpenSteps.Any() ? await StepAsync(@case) : await DecideAsync(@case);
    }

    /// <summary>Begins what makes the clock stand still, then does what can be done meanwhile, then ends it.</summary>
    private async Task<DateTimeOffset?> StepAsync(Case @case)
    {
        var open = @case.OpenSteps.Select(p => (Progress: p, Step: @case.Definition(p.Key)))
            .OrderBy(o => o.Step.Suspension is null ? 1 : o.Progress.Suspension is null ? 0 : 2).ToArray();
        var (progress, step) = open[0];
        var performer = StepPerformer.Of(@case, step);
        var person = performer.WritesOpinion ? staff.Holder(performer.Organisation, performer.Role) : Clerk(@case, Role.Reviewer);
        if (step.Suspension is not null && progress.Suspension is null)
        {
            var estimated = new BeginProcedure.Request(Limit.WorkingDays(plan.Item.Story.Estimated));
            await hall.ChangeCaseAsync(person, _id!, (c, m) => BeginProcedure.Decide(c, m, step.Key, estimated));
            return open.Length > 1 ? Soon : AfterProcedure(hall.Today);
        }

        if (IsOneOf(Fate.PassedOver) && step.Key == plan.Item.Story.ProceedWithout && progress.Due is { } due && hall.Today <= due)
            return Timetable.At(days.Later(due, 1), 60);

        if (progress.Suspension is { } running)
        {
            if (IsOneOf(Fate.Running)) return null;
            if (AfterProcedure(running.From) is var done && hall.Now < done) return done;
        }

        await hall.ChangeCaseAsync(person, _id!, (c, m) => CompleteStep.Decide(c, m, step.Key, Opinion(c, step)));
        await hall.DeliverAsync();
        return In(plan.Dice(_turn, 2));
    }

    private DateTimeOffset AfterProcedure(DateOnly begun) =>
        Timetable.At(days.Later(begun, plan.Item.Story.Estimated), 300 + plan.Dice(0, 120));

    private CompleteStep.Request Opinion(Case @case, ReviewStep step)
    {
        var isAgainst = IsOneOf(Fate.Denied) && @case.Under!.Steps[^1].Key == step.Key;
        var opinion = isAgainst
            ? Text.Of("demonstration.objection", ("step", step.Name), ("reason", plan.Item.Story.Denied!.Reason))
            : Text.Of("demonstration.opinion", ("step", step.Name));
        var document = StepPerformer.Of(@case, step).WritesOpinion
            ? Text.Of("demonstration.opinion-number", ("year", hall.Today.Year), ("serial", plan.Serial), ("step", StepNumber(@case, step)))
            : null;
        return new CompleteStep.Request(!isAgainst, opinion, null, document);
    }

    private static int StepNumber(Case @case, ReviewStep step) => @case.Under!.Steps.ToList().IndexOf(step) + 1;

    private async Task<DateTimeOffset?> DecideAsync(Case @case)
    {
        var objection = @case.Steps.Find(s => s.Passed == false);
        var request = objection is null
            ? new DecideCase.Request(true, null)
            : new DecideCase.Request(false, [ReasonOf(objection)]);
        await hall.ChangeCaseAsync(Clerk(@case, Role.Decider), _id!, (c, m) => DecideCase.Decide(c, m, request));
        await hall.DeliverAsync();
        return SameDay;
    }

    private NoticeReason ReasonOf(StepProgress objection) => plan.Item.Story.Denied is { } denied && IsOneOf(Fate.Denied)
        ? new NoticeReason(denied.Reason, denied.Article)
        : new NoticeReason(
            Text.Of("demonstration.objected", ("opinion", objection.Opinion!.TrimEnd('。'))), Text.Of("demonstration.article-38"));

    private async Task<DateTimeOffset?> SealDecisionAsync(Case @case)
    {
        await SealAsync(@case, @case.DecisionDocument!);
        return In(plan.Dice(_turn, 2));
    }

    private async Task<DateTimeOffset?> IssueAsync(Case @case)
    {
        await hall.ChangeCaseAsync(Clerk(@case, Role.Window), _id!, IssueLicence.Decide);
        await hall.DeliverAsync();
        return In(1);
    }

    private async Task<DateTimeOffset?> DeliverAsync(Case @case)
    {
        var request = new DeliverResult.Request(
            plan.IsOnline ? DeliveryMethod.Electronic : DeliveryMethod.Window, plan.Applicant.Name, hall.Today);
        await hall.ChangeCaseAsync(Clerk(@case, Role.Window), _id!, (c, m) => DeliverResult.Decide(c, m, request));
        return In(5);
    }

    private async Task<DateTimeOffset?> ArchiveAsync(Case @case)
    {
        await hall.ChangeCaseAsync(Clerk(@case, Role.Window), _id!, ArchiveCase.Decide);
        return null;
    }
}
