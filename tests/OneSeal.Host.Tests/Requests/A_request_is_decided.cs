using OneSeal.Host.Cases;
using OneSeal.Host.Documents;
using OneSeal.Host.Licences;
using OneSeal.Host.Requests;
using OneSeal.Host.Tests.Cases;

namespace OneSeal.Host.Tests.Requests;

public class A_request_is_decided
{
    private static ARequest Heard(RequestedAct act) => ARequest.Submitted(act).Verify().Tell().Waive();

    [Fact]
    public void By_somebody_who_neither_decided_the_licence_nor_verified_the_request()
    {
        var heard = Heard(ARequest.Fraud);
        District.Refused("decider-decided-the-licence", () => heard.Decide(by: By.Decider("丙"), interest: ARequest.NoHarm)).Status.ShouldBe(403);
        District.Refused("decider-verified-the-request", () => heard.Decide(by: By.Decider("丑"), interest: ARequest.NoHarm)).Status.ShouldBe(403);
        heard.Decide(by: By.Decider("子"), interest: ARequest.NoHarm).Request.Decision!.Accepted.ShouldBeTrue();
    }

    [Fact]
    public void With_reasons_and_on_the_record_of_the_hearing()
    {
        var held = ARequest.In(RequestStage.HearingCalled).Hearing();
        District.Refused("reasons-missing", () => held.Decide(interest: ARequest.NoHarm, reason: new("", null)), "reasons");
        District.Refused("hearing-record-not-cited", () => held.Decide(record: "other", interest: ARequest.NoHarm), "hearingRecord");
        held.Accept().Request.Decision!.HearingRecord.ShouldBe("record-1");
    }

    [Fact]
    public void What_was_got_by_fraud_must_be_revoked_unless_the_public_would_suffer_greatly()
    {
        var heard = Heard(ARequest.Fraud);
        District.Refused("fraud-must-be-revoked", () => heard.Decide(accepted: false), "publicInterest");
        District.Refused("fraud-must-be-revoked", () => heard.Decide(accepted: false, interest: ARequest.NoHarm), "publicInterest");
        District.Refused("fraud-not-protected", () => heard.Decide(interest: ARequest.NoHarm, recompense: "装修费用"), "recompense");
        heard.Decide(accepted: false, interest: ARequest.GreatHarm).Request.Decision!.Accepted.ShouldBeFalse();
        LicenceAfter(heard.Accept()).ShouldBeOfType<LicenceEvent.Revoked>().ByFraud.ShouldBeTrue();
    }

    [Fact]
    public void Whatever_the_ground_nothing_is_revoked_to_the_great_harm_of_the_public_and_it_is_always_weighed()
    {
        foreach (var ground in Enum.GetValues<RevokeGround>())
        {
            var heard = Heard(new RequestedAct.Revoke(ground));
            District.Refused("public-interest-not-weighed", () => heard.Decide(), "publicInterest");
            District.Refused("public-interest-forbids", () => heard.Decide(interest: ARequest.GreatHarm)).Status.ShouldBe(409);
        }
    }

    [Fact]
    public void Where_the_holder_did_no_wrong_revoking_is_a_choice_and_his_loss_is_considered()
    {
        var heard = Heard(ARequest.Unqualified);
        District.Refused("recompense-not-considered", () => heard.Decide(interest: ARequest.NoHarm), "recompense").Message.ShouldContain("赔偿");
        heard.Decide(accepted: false).Request.Decision!.Accepted.ShouldBeFalse();
        LicenceAfter(heard.Accept()).ShouldBeOfType<LicenceEvent.Revoked>().ByFraud.ShouldBeFalse();
    }

    [Fact]
    public void A_withdrawal_and_a_change_against_his_will_consider_his_compensation()
    {
        foreach (var kind in new[] { LicenceActKind.Withdraw, LicenceActKind.Change })
            District.Refused("recompense-not-considered", () => Heard(ARequest.Act(kind)).Decide(), "recompense").Message.ShouldContain("补偿");
        LicenceAfter(Heard(ARequest.Act(LicenceActKind.Withdraw)).Accept()).ShouldBeOfType<LicenceEvent.Withdrawn>().Compensation.ShouldBe("经核算没有损失");
    }

    [Fact]
    public void Against_the_licence_as_it_stands_on_the_day()
    {
        var expired = Heard(ARequest.Act(LicenceActKind.Suspend)) with { Licence = ARequest.LicenceIn(LicenceState.Expired) };
        District.Refused("licence-state", () => expired.Accept()).Status.ShouldBe(409);
        expired.Decide(accepted: false).Request.Stage.ShouldBe(RequestStage.Decided);
    }

    [Theory]
    [InlineData(nameof(LicenceActKind.Change), "LicenceChange", "Changed", true)]
    [InlineData(nameof(LicenceActKind.Withdraw), "LicenceWithdrawal", "Withdrawn", true)]
    [InlineData(nameof(LicenceActKind.Revoke), "LicenceRevocation", "Revoked", true)]
    [InlineData(nameof(LicenceActKind.Cancel), "LicenceCancellation", "Cancelled", false)]
    [InlineData(nameof(LicenceActKind.Suspend), "LicenceSuspension", "Suspended", true)]
    [InlineData(nameof(LicenceActKind.Reinstate), "LicenceReinstatement", "Reinstated", false)]
    public void The_holder_and_the_department_get_a_paper_each(string kind, string document, string happens, bool burdens)
    {
        var act = ARequest.Act(Enum.Parse<LicenceActKind>(kind));
        var licence = ARequest.LicenceIn(act is RequestedAct.Reinstate ? LicenceState.Suspended : LicenceState.Valid);
        var verified = ARequest.Submitted(act, licence).Verify();
        var decided = (burdens ? verified.Tell().Waive() : verified).Accept();
        var papers = decided.Request.Notices.TakeLast(2).ToArray();
        papers.Select(p => p.Kind.ToString()).ShouldBe([document, nameof(NoticeKind.Reply)]);
        (papers[0].Remedies is not null).ShouldBe(burdens);
        papers[1].ApplicantName.ShouldBe(District.Health.Name);
        LicenceAfter(decided).GetType().Name.ShouldBe(happens);
        decided.Request.Decision!.Document.ShouldBe(papers[0].DisplayNumber);
        foreach (var paper in papers) NoticePage.Render(paper, new Uri("https://example.gov.cn/verify/1")).ShouldContain("卫生许可证");
    }

    [Fact]
    public void Every_paper_is_sealed_once_with_any_seal_in_force_of_who_was_asked()
    {
        var decided = ARequest.In(RequestStage.Decided);
        var administrative = ASeal.InForce("锦源区行政审批服务局印章", District.Bureau);
        District.Refused("seal-retired-for-item", () => decided.Seal(with: ASeal.OfTheDepartment));
        var all = decided.Seal(with: administrative).Seal().Seal(with: administrative);
        all.Request.Tasks.ShouldBeEmpty();
        District.Refused("sealed-before", () => decided.Request.Notices[0] is var first
            ? decided.Seal().When("2026-05-20", By.SealKeeper(), (r, m) => SealRequestDocument.Decide(r, m, ASeal.Approval, AnItem.Registered(), new(first.Number.ToString(), "s")))
            : null);
    }

    [Fact]
    public void The_holder_sees_what_is_written_to_him_and_not_the_letter_to_the_department()
    {
        var decided = ARequest.In(RequestStage.Decided).Request;
        var online = decided with { Licence = decided.Licence! with { Account = By.Applicant().Id } };
        online.Notices.Where(n => online.MaySee(By.Applicant(), District.Locality, n)).Select(n => n.Kind).ShouldBe([NoticeKind.Intention, NoticeKind.LicenceRevocation]);
        online.MaySee(By.Applicant("李"), District.Locality, online.Notices[0]).ShouldBeFalse();
        online.MaySee(By.Officer(of: District.Town), District.Locality, null).ShouldBeFalse();
        online.MaySee(By.Officer(), District.Locality, null).ShouldBeTrue();
    }

    private static LicenceEvent LicenceAfter(ARequest decided) => DecideRequest.HappensTo(ARequest.Id, decided.Request);
}
