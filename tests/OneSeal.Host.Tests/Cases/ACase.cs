using System.Text.Json;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Seals;
using OneSeal.Sdk;
using Case = OneSeal.Host.Cases.Case;

namespace OneSeal.Host.Tests.Cases;

/// <summary>
/// A case told step by step, as the rules make it. Monday 2026-03-02 it is drafted and filed; everybody acts for the bureau, which owns
/// it since February, unless it is said otherwise.
/// </summary>
internal sealed record ACase(Case Case, Item Item)
{
    public const string Id = "2026000123";

    public static readonly NoticeReason Reason = new("场所不符合卫生要求", "《公共场所卫生管理条例》第三条");

    public const string OpinionNumber = "锦卫审意〔2026〕12号";

    public static readonly HeldMaterial[] Everything = [Paper("application"), Paper("report")];

    public static readonly Applicant Applicant = new(ApplicantKind.Organisation, "锦源某宾馆", "91370390MA00000179", "0533-0000000");

    /// <summary>What the last command brought about.</summary>
    public IReadOnlyList<CaseEvent> Happened { get; init; } = [];

    public WorkCalendar Calendar { get; init; } = WorkCalendar.National;

    /// <summary>The licence it is to renew.</summary>
    public Licence? Renewed { get; init; }

    public static HeldMaterial Paper(string key) => new(key, MaterialForm.Paper, null);

    public static ACase Drafted(Item? item = null, Actor? by = null, params HeldMaterial[] materials)
    {
        var drafted = new ACase(new Case(), item ?? AnItem.Registered().HandedOver());
        var request = new DraftCase.Request(AnItem.Code, Channel.Window, Applicant, JsonElement.Parse("{}"), materials.Length > 0 ? materials : Everything);
        return drafted.When("2026-03-02", by ?? By.Window(), (_, moment) => [DraftCase.Decide(drafted.Item, moment.Actor, request)]);
    }

    public static ACase Filed(Item? item = null, params HeldMaterial[] materials) => Drafted(item, null, materials).File();

    /// <summary>A case under an item with these elements, filed and accepted on Monday 2026-03-02.</summary>
    public static ACase Accepted(Func<ItemElements, ItemElements>? with = null) => Filed(AnItem.Registered(with).HandedOver()).Accept();

    public ACase File(string on = "2026-03-02", Actor? by = null, FilingAssessment? assessed = null, AgreedSupport? support = null) =>
        When(on, by ?? By.Window(), (c, moment) => FileCase.Decide(c, moment, Item, assessed ?? Item.Assessment(), 1, support));

    public ACase Accept(string on = "2026-03-02", Actor? by = null) => When(on, by ?? By.Window(), AcceptCase.Decide);

    public ACase AskForSupplement(string on = "2026-03-03", params MissingMaterial[] also) =>
        When(on, By.Window(), (c, moment) => Host.Cases.AskForSupplement.Decide(c, moment, new(also)));

    public ACase Supplement(string on, params string[] keys) =>
        When(on, By.Window(), (c, moment) => ReceiveSupplement.Decide(c, moment, new([.. keys.Select(Paper)])));

    public ACase Decline(string on = "2026-03-03") => When(on, By.Window(), (c, moment) => DeclineCase.Decide(c, moment, new([Reason], null)));

    public ACase Deem(string on) => When(on, By.System, DeemAccepted.Decide);

    public ACase Begin(string step, string on, Actor? by = null) =>
        When(on, by ?? By.Reviewer(), (c, moment) => BeginProcedure.Decide(c, moment, step, new(Limit.WorkingDays(5))));

    public ACase Complete(string step, string on = "2026-03-03", Actor? by = null, bool passed = true) =>
        When(on, by ?? By.Reviewer(), (c, moment) => CompleteStep.Decide(c, moment, step, new(passed, passed ? "符合条件" : "不符合条件", [], OpinionNumber)));

    public ACase Extend(string on, string approvedBy = "局长赵某") => When(on, By.Decider(), (c, moment) => ExtendCase.Decide(c, moment, new("案情复杂", approvedBy)));

    public ACase PassOver(string on) => When(on, By.System, PassOverSteps.Decide);

    public ACase Decide(string on = "2026-03-04", bool granted = true, Actor? by = null) =>
        When(on, by ?? By.Decider(), (c, moment) => DecideCase.Decide(c, moment, new(granted, granted ? null : [Reason])));

    /// <summary>Seals the last document.</summary>
    public ACase Seal(string on = "2026-03-05", Seal? with = null, Actor? by = null) =>
        When(on, by ?? By.SealKeeper(), (c, moment) => SealDocument.Decide(
            c, moment, with ?? ASeal.Approval, Item, new(c.Notices[^1].Number.ToString(), "approval")));

    public ACase Issue(string on = "2026-03-05") => When(on, By.Window(), IssueLicence.Decide);

    public ACase Deliver(string on = "2026-03-06") =>
        When(on, By.Window(), (c, moment) => DeliverResult.Decide(c, moment, new(DeliveryMethod.Window, "钱某", moment.Today)));

    public ACase Archive(string on = "2026-03-09", Actor? by = null) => When(on, by ?? By.Window(), ArchiveCase.Decide);

    public ACase Withdraw(string on = "2026-03-03", Actor? by = null) =>
        When(on, by ?? By.Applicant(), (c, moment) => WithdrawCase.Decide(c, moment, new("不再经营")));

    public ACase Terminate(string on = "2026-03-03") => When(on, By.Decider(), (c, moment) => TerminateCase.Decide(c, moment, new([Reason])));

    public ACase Add(Organisation recipient, string on = "2026-03-09", Actor? by = null, string reason = "涉及联合监管") =>
        When(on, by ?? By.Reviewer(), (c, moment) => AddRecipient.Decide(c, moment, new(recipient, reason)));

    public ACase When(string on, Actor by, CaseCommands.Rule rule)
    {
        var moment = Moment(on, by);
        var happened = rule(Case, moment).ToArray();
        var after = happened.Aggregate(Case, (c, e) => Case.Kind.Evolve(c, new Recorded<CaseEvent>(e, 0, moment.Context.At, by)));
        return this with { Case = after, Happened = happened };
    }

    public CaseMoment Moment(string on, Actor by) => new(Id, District.Context(on, by), District.Locality, Calendar) { Renewed = Renewed };

    /// <summary>A case as it comes to stand in a stage.</summary>
    public static ACase In(CaseStage stage) => stage switch
    {
        CaseStage.None => new ACase(new Case(), AnItem.Registered().HandedOver()),
        CaseStage.Draft => Drafted(),
        CaseStage.Filed => Filed(),
        CaseStage.AwaitingSupplement => Filed(null, Paper("application")).AskForSupplement(),
        CaseStage.InReview => Accepted(),
        CaseStage.Decided => In(CaseStage.InReview).Complete("review").Decide(),
        CaseStage.Sealed => In(CaseStage.Decided).Seal(),
        CaseStage.Issued => In(CaseStage.Sealed).Issue(),
        CaseStage.Delivered => In(CaseStage.Issued).Deliver(),
        CaseStage.Archived => In(CaseStage.Delivered).Archive(),
        CaseStage.Declined => Filed().Decline(),
        CaseStage.Withdrawn => Filed().Withdraw(),
        CaseStage.Terminated => Accepted().Terminate(),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}

/// <summary>The two seals of the reform.</summary>
internal static class ASeal
{
    public static readonly Seal Approval = InForce("行政审批专用章", District.Bureau);

    public static readonly Seal OfTheDepartment = InForce("区卫生健康局行政许可专用章", District.Health);

    public static Seal Registered(string name, Organisation organisation) => And(new Seal(), new SealEvent.Registered(name, organisation));

    public static Seal InForce(string name, Organisation organisation) => And(Registered(name, organisation), new SealEvent.PutInForce("锦政发〔2026〕1号"));

    public static Seal And(this Seal seal, SealEvent happened, string on = "2026-02-02") =>
        Seal.Kind.Evolve(seal, new Recorded<SealEvent>(happened, 0, District.At(on), By.Administrator()));
}
