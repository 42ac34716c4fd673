using System.Text.Json;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Sdk;

namespace OneSeal.Benchmarks;

/// <summary>Cases of the fixture's item that only wait for their decision, with a memorandum that says to how many it is pushed.</summary>
internal static class ReadyCases
{
    public const string Module = "exemplary", Code = "11370390FX000000114990000000001";

    public static readonly Organisation Bureau = Dossier.Reviewer.Organisation, Department = new("示范区样例局", "11370390FX00000011");

    public static readonly DateTimeOffset Decided = new(2026, 3, 4, 10, 0, 0, TimeSpan.FromHours(8));

    public static readonly Actor Administrator = By(Role.Administrator, Bureau);

    private static readonly ItemElements Elements = new(
        Code, "样例摊位设置许可", ItemType.Licence, AuthorityLevel.County, HandlingType.Promised, ["《样例条例》第一条"],
        Limit.WorkingDays(20), Limit.WorkingDays(5), StartEvent.Accepted, [], [], [new("site-plan", "摊位平面图")],
        [ReviewStep.ByOwner("review", "审查")], null, null, Department.Name, [], [], []);

    private static readonly DraftCase.Request Draft = new(
        Code, Channel.Window, new(ApplicantKind.Organisation, "锦源区示例餐馆", "91370390MA00000179", "0533-0000000"),
        JsonElement.Parse("""{"name":"早点摊","area":12,"kind":"fixed"}"""), [new("site-plan", MaterialForm.Paper, null)]);

    private static readonly FilingAssessment Assessment = new(
        null, Elements.StatutoryLimit, Elements.PromisedLimit, ["site-plan"], ["review"], []);

    private static int _serial;

    /// <summary>The district, and a memorandum for each number of recipients but none: what a department decides itself it is not pushed.</summary>
    public static async Task EstablishAsync(EventJournal journal)
    {
        await EstablishLocality.RunAsync(
            journal, new LocalityEvent.Established(Dossier.Region, "锦源区", Bureau, "锦", "锦源区人民政府", "锦源区人民法院"), Decided,
            CancellationToken.None);
        foreach (var recipients in new[] { 1, 3 })
        {
            var rules = Enumerable.Range(1, recipients - 1)
                .Select(n => new PushRule([SupervisionTopic.Decided], Receivers.Department(n), Limit.WorkingDays(1), "许可结果"));
            var content = new MemorandumContent(
                $"锦审备〔2026〕{recipients}号", "审管衔接备忘录", Department, Bureau, new DateOnly(2026, 2, 2),
                [new(Code, "受理、审查、决定", "事中事后监管", Department, true, [])], [.. rules], []);
            await journal.ExecuteAsync(
                Context(Administrator),
                work => Task.FromResult(work.Append(
                    work.Begin(Memorandum.Kind, MemorandumOf(recipients)), new MemorandumEvent.Drafted(content)).State),
                CancellationToken.None);
        }
    }

    /// <returns>The cases' ids.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(EventJournal journal, int cases, int recipients)
    {
        var ids = Enumerable.Range(0, cases).Select(_ => CaseId.Make(2026, Interlocked.Increment(ref _serial))).ToArray();
        var item = ItemFor(recipients);
        var locality = await journal.LoadAsync(Locality.Kind, Locality.Kind.Stream(Dossier.Region, Dossier.Region), CancellationToken.None);
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, _) => await journal.ExecuteAsync(
            Context(By(Role.Window, OwnerFor(recipients))),
            work => Task.FromResult(work.Append(work.Begin(Case.Kind, id), Review(id, item, OwnerFor(recipients), locality.State)).State),
            CancellationToken.None));
        return ids;
    }

    public static Task<CaseAnswer> DecideAsync(LinkageHost host, string id, int recipients) => host.Journal.ExecuteAsync(
        Context(By(Role.Decider, OwnerFor(recipients))),
        work => DecideCase.RunAsync(work, host.Cases, host.Requirements, id, new(true, null), CancellationToken.None),
        CancellationToken.None);

    public static CommandContext Context(Actor actor) => new(actor, Decided);

    private static List<CaseEvent> Review(string id, Item item, Organisation owner, Locality locality)
    {
        var (@case, events) = (new Case(), new List<CaseEvent>());
        var (window, reviewer) = (By(Role.Window, owner), By(Role.Reviewer, owner));
        Then(window, (_, _) => [DraftCase.Decide(item, window, Draft)]);
        Then(window, (c, moment) => FileCase.Decide(c, moment, item, Assessment, CaseId.Parse(id).Serial));
        Then(window, AcceptCase.Decide);
        Then(reviewer, (c, moment) => CompleteStep.Decide(c, moment, "review", new(true, "符合条件。", [])));
        return events;

        void Then(Actor by, CaseCommands.Rule rule)
        {
            foreach (var happened in rule(@case, new CaseMoment(id, Context(by), locality, locality.Calendar)).ToArray())
            {
                events.Add(happened);
                @case = Case.Kind.Evolve(@case, new Recorded<CaseEvent>(happened, events.Count, Decided, by));
            }
        }
    }

    private static Item ItemFor(int recipients)
    {
        var since = Decided.AddDays(-30);
        var item = And(new Item(), new ItemEvent.Registered(Module, "1.0.0", Department, Elements));
        if (recipients == 0) return item;
        var memorandum = MemorandumOf(recipients);
        return And(item, new ItemEvent.Assigned(
            new Assignment(memorandum, $"《审管衔接备忘录》（{memorandum}）", Department, Bureau, Department, new Regime.BySignature(), since)
            {
                BoundarySettledAt = since,
            }));

        Item And(Item before, ItemEvent happened) =>
            Item.Kind.Evolve(before, new Recorded<ItemEvent>(happened, 0, since, Actor.System(Dossier.Region)));
    }

    private static string MemorandumOf(int recipients) => $"m-{recipients}";

    private static Organisation OwnerFor(int recipients) => recipients == 0 ? Department : Bureau;

    private static Actor By(Role role, Organisation organisation) =>
        new(new Guid((int)role + 1, 0, 0, new byte[8]), "王某", role, organisation, Dossier.Region, "岗位授权");
}
