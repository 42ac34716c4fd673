using OneSeal.Host.Access;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Documents;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Modules;
using OneSeal.Host.Seals;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Demonstration;

/// <summary>
/// The reform over a year: the departments' windows open, lists are published, memoranda signed under each of the three regimes, and at
/// last an item goes on to a town.
/// </summary>
internal sealed class Reform(Hall hall, Story story, District district, Staff staff, IReadOnlyList<Department> departments, Timetable days)
{
    public const string ApprovalSeal = "approval-seal";

    private static readonly SupervisionTopic[] Pushed = [SupervisionTopic.Accepted, SupervisionTopic.Decided, SupervisionTopic.Issued];

    /// <summary>From when on the item that is handed on to the town is no longer the bureau's.</summary>
    public DateOnly HandedOnFrom { get; } = days.MonthsBack(0, 40);

    private Person Administrator => staff.Administrator;

    /// <summary>How many months before the end a department's memorandum is signed.</summary>
    private static int SignedMonthsBack(StoryRegime regime) => regime switch
    {
        StoryRegime.BySignature => 8,
        StoryRegime.DepartmentLeads => 6,
        _ => 4,
    };

    public void Plan()
    {
        PlanBeginning();
        if (departments.Count == 0) return;
        foreach (var batch in departments.GroupBy(d => d.Story.Batch).OrderBy(g => g.Key)) PlanList(batch.Key, [.. batch]);
        foreach (var (index, department) in departments.OrderByDescending(d => SignedMonthsBack(d.Story.Regime)).Index())
            PlanMemorandum(department, index + 1);
        PlanFirstUseOfTheApprovalSeal();
        PlanShorterPromise();
        PlanHandingOn();
        PlanDraft();
    }

    private void PlanBeginning()
    {
        var day = days.Start;
        foreach (var (index, department) in departments.Index())
        {
            story.At(Timetable.At(day, index), () => EnableAsync(department, ModuleService.Department));
            story.At(Timetable.At(day, 10 + index), () => RegisterAsync(department.Seal, SealOf(department), department.Organisation));
            story.At(Timetable.At(day, 20 + index), () => PutInForceAsync(department.Seal, Text.Of("demonstration.seal-basis")));
        }

        story.At(Timetable.At(day, 30), () => RegisterAsync(ApprovalSeal, district.ApprovalSeal, district.Bureau));
    }

    private static string SealOf(Department department) => Text.Of("demonstration.seal", ("organisation", department.Organisation.Name));

    private void PlanList(int batch, IReadOnlyList<Department> covered)
    {
        var paper = district.Lists[batch - 1];
        var day = days.MonthsBack(covered.Max(d => SignedMonthsBack(d.Story.Regime)), 25);
        var entries = covered.SelectMany(d => d.Transferred)
            .Select(i => new TransferEntry(i.Code.Value, TransferAction.Transfer, district.Bureau));
        PlanPublication($"batch-{batch}", new DraftTransferList.Request(paper.Title, batch, [.. entries]), paper.Document, day);
    }

    private void PlanPublication(string id, DraftTransferList.Request list, string document, DateOnly day)
    {
        story.At(Timetable.At(day, 0), () => hall.ExecuteAsync(
            Administrator, work => DraftTransferList.RunAsync(work, id, list, CancellationToken.None)));
        var published = days.Later(day, 3);
        story.At(Timetable.At(published, 60), () => hall.ExecuteAsync(Administrator, work => PublishTransferList.RunAsync(
            work, id, new PublishTransferList.Request(District.Numbered(document, published), published), CancellationToken.None)));
    }

    private void PlanMemorandum(Department department, int number)
    {
        var signed = days.MonthsBack(SignedMonthsBack(department.Story.Regime));
        var handover = days.Later(signed, 1);
        PlanRegime(RegimeOf(department.Story.Regime, signed), days.MonthsBack(SignedMonthsBack(department.Story.Regime), 12));
        var content = new MemorandumContent(
            MemorandumNumber(signed, number),
            district.MemorandumTitle.Replace("{department}", department.Organisation.Name, StringComparison.Ordinal),
            department.Organisation, district.Bureau, handover,
            [.. department.Transferred.Select(i => CoveredBy(i, department.Organisation))],
            [
                new PushRule(Pushed, department.Organisation, Limit.WorkingDays(1), district.PushContent)
                {
                    Fields = [.. department.Transferred.SelectMany(i => i.Story.PushedFields).Distinct()],
                    Documents = [NoticeKind.Acceptance, NoticeKind.Grant, NoticeKind.Denial],
                },
            ],
            district.Checklist);
        PlanSignatures(department.Memorandum, content, signed);
        story.At(Timetable.At(handover, -20), () => EnableAsync(department, ModuleService.Bureau));
        var outstanding = department.Story.FiledCompletely ? 0 : 1;
        PlanHandover(department.Memorandum, content, handover, content.Checklist.Count - outstanding);
        PlanFilings(department.Memorandum, handover, Enum.GetValues<FilingBody>().Length - outstanding);
        foreach (var item in department.Transferred.Where(i => i.Story.Boundary == StoryBoundary.SettledLater))
            PlanBoundary(department, content, item, days.Later(handover, 20));
    }

    private void PlanRegime(Regime regime, DateOnly from)
    {
        var basis = District.Numbered(district.RegimeBasis[regime.Key], from);
        var request = new SetRegime.Request(from, regime, basis);
        story.At(Timetable.At(from, 90), () => hall.ChangeAsync(
            Administrator, Locality.Kind, district.Region, (_, context) => SetRegime.Decide(request, LocalTime.DayOf(context.At))));
    }

    // Two months before the end the department's lead is over; the joint responsibility still runs then.
    private Regime RegimeOf(StoryRegime regime, DateOnly signed) => regime switch
    {
        StoryRegime.BySignature => new Regime.BySignature(),
        StoryRegime.DepartmentLeads => new Regime.DepartmentLeads(days.MonthsBack(2)),
        _ => new Regime.JointResponsibility(days.MonthsBack(SignedMonthsBack(regime), 12), 6),
    };

    private string MemorandumNumber(DateOnly day, int number) =>
        District.Numbered(district.MemorandumNumber, day).Replace("{number}", $"{number}", StringComparison.Ordinal);

    private MemorandumItem CoveredBy(StoryItem item, Organisation supervisor) => new(
        item.Code.Value,
        item.Story.Approves ?? Text.Of("demonstration.approves"),
        item.Story.Supervises ?? Text.Of("demonstration.supervises"),
        supervisor,
        item.Story.Boundary == StoryBoundary.Settled,
        [
            .. item.Elements.Steps.Where(s => s.Performer == Performer.Department)
                .Select(s => new TechnicalSupport(
                    s.Key, supervisor, district.Bureau, s.Limit ?? UsualLimit(s),
                    s.Key == item.Story.ProceedWithout ? IfSilent.ProceedWithout : IfSilent.Wait)),
        ]);

    // 历下: two working days for a survey or an opinion, three for a technical review by experts.
    private static Limit UsualLimit(ReviewStep step) => Limit.WorkingDays(step.Suspension is null ? 2 : 3);

    private void PlanSignatures(string id, MemorandumContent content, DateOnly signed)
    {
        story.At(Timetable.At(days.Earlier(signed, 5), 120), () => hall.ExecuteAsync(
            Administrator, work => DraftMemorandum.RunAsync(work, id, content, CancellationToken.None)));
        story.At(Timetable.At(signed, 30), () => SignAsync(id, SignerOf(content.From), Side.From, signed));
        story.At(Timetable.At(signed, 45), () => SignAsync(id, SignerOf(content.To), Side.To, signed));
    }

    private Person SignerOf(Organisation side) =>
        side == district.Bureau ? Administrator : staff.Holder(side, Role.DepartmentOfficer);

    private Task<MemorandumAnswer> SignAsync(string id, Person signer, Side side, DateOnly on) =>
        hall.ExecuteAsync(signer, work => SignMemorandum.RunAsync(
        work, id, new SignMemorandum.Request(side, signer.Name, district.Positions[side], on), hall.Database, CancellationToken.None));

    private void PlanHandover(string id, MemorandumContent content, DateOnly day, int count)
    {
        foreach (var (index, entry) in content.Checklist.Take(count).Index())
        {
            var on = days.Later(day, index / 2);
            var request = new HandOver.Request(entry.Key, Administrator.Name, on, Text.Of("demonstration.handover-remark"));
            story.At(
                Timetable.At(on, 100 + index),
                () => hall.ChangeAsync(Administrator, Memorandum.Kind, id, (m, _) => HandOver.Decide(m, request, on)));
        }
    }

    private void PlanFilings(string id, DateOnly day, int count)
    {
        foreach (var (index, body) in Enum.GetValues<FilingBody>().Take(count).Index())
        {
            var on = days.Later(day, 3 + index);
            var request = new FileMemorandum.Request(body, Text.Of("demonstration.receipt"), on);
            story.At(
                Timetable.At(on, 130),
                () => hall.ChangeAsync(Administrator, Memorandum.Kind, id, (m, _) => FileMemorandum.Decide(m, request, on)));
        }
    }

    private void PlanBoundary(Department department, MemorandumContent content, StoryItem item, DateOnly day)
    {
        var covered = content.Items.First(i => i.Item == item.Code.Value);
        var request = new SettleBoundary.Request(
            covered.Item, covered.Approves, covered.Supervises, content.Number + Text.Of("demonstration.supplementary"));
        story.At(Timetable.At(day, 15), () => hall.ExecuteAsync(
            Administrator, work => SettleBoundary.RunAsync(work, department.Memorandum, request, CancellationToken.None)));
    }

    /// <summary>The first memorandum to take effect brings the approval seal into force.</summary>
    private void PlanFirstUseOfTheApprovalSeal()
    {
        var first = departments.Max(d => SignedMonthsBack(d.Story.Regime));
        var id = departments.First(d => SignedMonthsBack(d.Story.Regime) == first).Memorandum;
        story.At(Timetable.At(days.Later(days.MonthsBack(first), 1), -10), async () =>
        {
            var memorandum = await hall.LoadAsync(Memorandum.Kind, district.Region, id);
            await PutInForceAsync(ApprovalSeal, memorandum.Citation);
        });
    }

    /// <summary>An administrator promises a day less for an item, without code: its second version.</summary>
    private void PlanShorterPromise()
    {
        var item = departments.SelectMany(d => d.Transferred)
            .FirstOrDefault(i => i.Elements.PromisedLimit is { Unit: LimitUnit.WorkingDay, Count: > 4 });
        if (item is null) return;
        var (announced, from) = (days.MonthsBack(3), days.MonthsBack(3).AddDays(10));
        var request = new AdjustItem.Request(
            from, null, Limit.WorkingDays(item.Elements.PromisedLimit.Count - 1), null, null, false,
            Text.Of("demonstration.shorter-promise"));
        story.At(
            Timetable.At(announced, 200),
            () => hall.ChangeAsync(Administrator, Item.Kind, item.Code.Value, (i, _) => AdjustItem.Decide(i, request, announced)));
    }

    private void PlanHandingOn()
    {
        var handedOn = departments.SelectMany(d => d.Transferred.Where(i => i.Story.HandedOn).Select(i => (Department: d, Item: i)))
            .FirstOrDefault();
        if (handedOn.Item is not { } item) return;
        var paper = district.Lists[2];
        PlanPublication(
            "adjustment-1",
            new DraftTransferList.Request(paper.Title, 3, [new TransferEntry(item.Code.Value, TransferAction.HandOn, district.Town)]),
            paper.Document, days.MonthsBack(2, 10));
        // What a town takes over it decides at once: the transition of the departments' items is not its.
        PlanRegime(new Regime.BySignature(), days.MonthsBack(1, 25));
        var signed = HandedOnFrom;
        var content = new MemorandumContent(
            MemorandumNumber(signed, departments.Count + 1),
            district.TownMemorandumTitle.Replace("{item}", item.Elements.Name, StringComparison.Ordinal),
            district.Bureau, district.Town, days.Later(signed, 1), [CoveredBy(item, handedOn.Department.Organisation)], [],
            [.. district.Checklist.Take(2)]);
        PlanSignatures("town-handover", content, signed);
        PlanHandover("town-handover", content, content.HandoverOn, content.Checklist.Count);
        PlanFilings("town-handover", content.HandoverOn, 3);
    }

    /// <summary>The next batch is being drawn up.</summary>
    private void PlanDraft()
    {
        var staying = departments.SelectMany(d => d.Items).Where(i => !i.Story.Transferred)
            .Select(i => new TransferEntry(i.Code.Value, TransferAction.Transfer, district.Bureau)).ToArray();
        if (staying.Length == 0) return;
        story.At(Timetable.At(days.Back(7), 300), () => hall.ExecuteAsync(Administrator, work => DraftTransferList.RunAsync(
            work, "batch-3", new DraftTransferList.Request(district.Lists[3].Title, 3, staying), CancellationToken.None)));
    }

    private async Task EnableAsync(Department department, ModuleService service)
    {
        await hall.ExecuteAsync(Administrator, work => EnableModule.RunAsync(
            work, hall.Registry, department.Module, new EnableModule.Request(service), CancellationToken.None));
        hall.Registry.Enable(department.Module, service);
    }

    private Task<SealAnswer> RegisterAsync(string id, string name, Organisation organisation) => hall.ExecuteAsync(
        Administrator, work => RegisterSeal.RunAsync(work, id, new RegisterSeal.Request(name, organisation), CancellationToken.None));

    private Task<SealAnswer> PutInForceAsync(string id, string basis) => hall.ExecuteAsync(
        Administrator, work => PutSealInForce.RunAsync(work, id, new PutSealInForce.Request(basis), hall.Database, CancellationToken.None));
}
