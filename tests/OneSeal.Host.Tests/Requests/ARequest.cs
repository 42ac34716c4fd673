using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Requests;
using OneSeal.Host.Tests.Cases;
using Case = OneSeal.Host.Cases.Case;

namespace OneSeal.Host.Tests.Requests;

/// <summary>
/// A request of the health department about a licence that 丙 decided, told step by step. Monday 2026-04-27 it comes in; the first five days
/// of May are off and Saturday 9 May is worked. 丑 verifies it and 子 decides it, both of the bureau.
/// </summary>
internal sealed record ARequest(FormalRequest Request, Licence Licence)
{
    public const string Id = "2026000007";

    public static readonly NoticeReason Reason = new("检测报告系伪造", "《中华人民共和国行政许可法》第六十九条第二款");

    public static readonly RequestedAct Fraud = new RequestedAct.Revoke(RevokeGround.Fraud), Unqualified = new RequestedAct.Revoke(RevokeGround.Unqualified);

    public static readonly PublicInterest NoHarm = new(false, "同类场所众多，不影响公众生活"), GreatHarm = new(true, "辖区唯一的公共浴室");

    public static readonly Case LicencesCase = ACase.In(CaseStage.Issued).Case;

    /// <summary>What the last command brought about.</summary>
    public IReadOnlyList<RequestEvent> Happened { get; init; } = [];

    public WorkCalendar Calendar { get; init; } = WorkCalendar.National;

    public static Licence Valid { get; } = And(new Licence(), new LicenceEvent.Issued(
        "卫生许可证", "锦源某宾馆", "91370390MA00000179", AnItem.Code, "公共场所卫生许可", ACase.Id, District.Bureau, District.Day("2026-03-04"), District.Day("2030-03-03")));

    /// <summary>A licence as it comes to stand in a state by April 2026.</summary>
    public static Licence LicenceIn(LicenceState state)
    {
        var act = new LicenceAct("理由", "依据", null, null);
        return state switch
        {
            LicenceState.Valid => Valid,
            LicenceState.Suspended => And(Valid, new LicenceEvent.Suspended(act, null)),
            LicenceState.Changed => And(Valid, new LicenceEvent.Changed(act, "名称", "锦源新宾馆", null)),
            LicenceState.Withdrawn => And(Valid, new LicenceEvent.Withdrawn(act, "无")),
            LicenceState.Revoked => And(Valid, new LicenceEvent.Revoked(act, true)),
            LicenceState.Cancelled => And(Valid, new LicenceEvent.Cancelled(act)),
            // Nobody has noted it yet.
            LicenceState.Expired => Valid with { ValidUntil = District.Day("2026-04-26") },
            LicenceState.Renewed => And(Valid, new LicenceEvent.Renewed("2026000200", District.Day("2026-04-01"), District.Day("2034-03-03"), false)),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
    }

    public static RequestedAct Act(LicenceActKind kind) => kind switch
    {
        LicenceActKind.Change => new RequestedAct.Change(ChangeGround.FactsChanged, "经营面积", null, null, null),
        LicenceActKind.Withdraw => new RequestedAct.Withdraw(WithdrawGround.LawChanged),
        LicenceActKind.Revoke => Fraud,
        LicenceActKind.Cancel => new RequestedAct.Cancel(CancelGround.OrganisationEnded),
        LicenceActKind.Suspend => new RequestedAct.Suspend(SuspendGround.ConditionsLost, null),
        LicenceActKind.Reinstate => new RequestedAct.Reinstate(ReinstateGround.PutRight),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static SubmitRequest.Request Asking(RequestedAct act) => new(
        "ID", act, new Letter("锦卫函〔2026〕12号", District.Day("2026-04-24")), "检测报告与存档不一致", "《公共场所卫生管理条例》第四条", ["a1"]);

    public static ARequest Submitted(RequestedAct? act = null, Licence? licence = null, Func<SubmitRequest.Request, SubmitRequest.Request>? with = null, Item? item = null)
    {
        var request = new ARequest(new FormalRequest(), licence ?? Valid);
        var asking = Asking(act ?? Fraud);
        return request.When("2026-04-27", By.Officer(), (_, moment) =>
            [SubmitRequest.Decide(request.Licence, LicencesCase, item ?? AnItem.Registered().HandedOver(), moment, with is null ? asking : with(asking))]);
    }

    public ARequest AskForEvidence(string on = "2026-04-28") =>
        When(on, By.Reviewer("丑"), (r, moment) => Host.Requests.AskForEvidence.Decide(r, moment, new("检测机构的证明")));

    public ARequest Supply(string on = "2026-05-06") => When(on, By.Officer(), (r, moment) => SupplyEvidence.Decide(r, moment, new(["a2"], null)));

    public ARequest Verify(string on = "2026-04-28", bool upheld = true, Actor? by = null) =>
        When(on, by ?? By.Reviewer("丑"), (r, moment) => VerifyRequest.Decide(r, moment, new(upheld, upheld ? "属实" : "不属实")));

    public ARequest Tell(string on = "2026-04-29") => When(on, By.Reviewer("丑"), TellHolder.Decide);

    public ARequest Call(string on = "2026-05-07", string applied = "2026-05-07", string held = "2026-05-18", string chair = "卯") =>
        When(on, By.Reviewer("丑"), (r, moment) => CallHearing.Decide(r, moment, new(District.Day(applied), District.Day(held), "听证室", chair)));

    public ARequest Hear(HolderHeard how, string on) => When(on, By.Reviewer("丑"), (r, moment) => HearHolder.Decide(r, moment, new(how)));

    public ARequest Hearing(string on = "2026-05-18", string chair = "卯") => Hear(new HolderHeard.Hearing(District.Day(on), chair, "请求从轻", "record-1"), on);

    public ARequest Waive(string on = "2026-04-30") => Hear(new HolderHeard.Waived(District.Day(on), ["waiver-1"]), on);

    public ARequest Decide(
        bool accepted = true, string on = "2026-05-19", Actor? by = null, string? record = null, PublicInterest? interest = null, string? recompense = null,
        NoticeReason? reason = null) =>
        When(on, by ?? By.Decider("子"), (r, moment) => DecideRequest.Decide(
            r, Licence, LicencesCase, moment, new(accepted, [reason ?? Reason], record ?? (r.Heard as HolderHeard.Hearing)?.Record, interest, recompense)));

    /// <summary>With all that the law wants considered.</summary>
    public ARequest Accept(string on = "2026-05-19") => Decide(
        on: on, interest: Request.Act!.WeighsPublicInterest ? NoHarm : null, recompense: Request.Act.Recompense is null ? null : "经核算没有损失");

    public ARequest Seal(string on = "2026-05-20", Host.Seals.Seal? with = null) =>
        When(on, By.SealKeeper(), (r, moment) => SealRequestDocument.Decide(
            r, moment, with ?? ASeal.Approval, AnItem.Registered().HandedOver(), new(r.Notices.First(n => !n.IsSealed).Number.ToString(), "s")));

    public ARequest TakeBack(string on = "2026-04-28", Actor? by = null) =>
        When(on, by ?? By.Officer(), (r, moment) => TakeBackRequest.Decide(r, moment, new("另行处理")));

    public ARequest When(string on, Actor by, RequestCommands.Rule rule)
    {
        var moment = new RequestMoment(Id, District.Context(on, by), District.Locality, Calendar);
        var happened = rule(Request, moment).ToArray();
        var after = happened.Aggregate(Request, (r, e) => FormalRequest.Kind.Evolve(r, new Recorded<RequestEvent>(e, 0, moment.Context.At, by)));
        return this with { Request = after, Happened = happened };
    }

    /// <summary>A request as it comes to stand in a stage.</summary>
    public static ARequest In(RequestStage stage) => stage switch
    {
        RequestStage.None => new ARequest(new FormalRequest(), Valid),
        RequestStage.Submitted => Submitted(),
        RequestStage.AwaitingEvidence => Submitted().AskForEvidence(),
        RequestStage.Verified => Submitted().Verify(),
        RequestStage.HolderTold => Submitted().Verify().Tell(),
        RequestStage.HearingCalled => Submitted().Verify().Tell().Call(),
        RequestStage.Heard => Submitted().Verify().Tell().Waive(),
        RequestStage.Decided => In(RequestStage.Heard).Accept(),
        RequestStage.TakenBack => Submitted().TakeBack(),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    private static Licence And(Licence licence, LicenceEvent happened) =>
        Licence.Kind.Evolve(licence, new Recorded<LicenceEvent>(happened, 0, District.At("2026-03-05"), By.System));
}
