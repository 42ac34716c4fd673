using OneSeal.Host.Cases;
using OneSeal.Host.Documents;
using OneSeal.Host.Licences;
using OneSeal.Host.Seals;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Cases;

public class Deciding_and_handing_out
{
    private static readonly ReviewStep Automatic = ReviewStep.BySystem<NoCheck>("check", "自动核验");

    [Fact]
    public void A_grant_brings_the_licence_with_its_term_and_ten_working_days_to_hand_it_out()
    {
        var decided = ACase.In(CaseStage.InReview).Complete("review").Decide("2026-03-04").Case;
        var licence = decided.Decision!.Licence!;
        (licence.Name, licence.ValidFrom, licence.ValidUntil).ShouldBe(("卫生许可证", District.Day("2026-03-04"), District.Day("2030-03-03")));
        LicenceIdentifier.TryParse(licence.Identifier, out _).ShouldBeTrue();
        decided.IssueBy.ShouldBe(District.Day("2026-03-18"));
        decided.DecisionDocument!.Kind.ShouldBe(NoticeKind.Grant);
    }

    [Fact]
    public void What_a_module_requires_stands_before_a_grant_and_never_before_a_denial()
    {
        AnsweredRequirement met = new("摊位有余量", true, "有余量。"), unmet = new("未被责令停业", false, "锦停〔2026〕3号。");

        District.Refused("requirement-unmet", () => Decided(true, met, unmet)).Message.ShouldContain("“未被责令停业”不成立，不能准予。请待其成立后再决定，或者作出不予许可的决定。原因：锦停〔2026〕3号。");
        Decided(true, met).OfType<CaseEvent.Decided>().ShouldHaveSingleItem().Decision.Requirements.ShouldBe([met]);
        Decided(false, unmet).OfType<CaseEvent.Decided>().ShouldHaveSingleItem().Decision.Granted.ShouldBeFalse();

        IReadOnlyList<CaseEvent> Decided(bool granted, params AnsweredRequirement[] answered) => ACase.Accepted().Complete("review")
            .When("2026-03-04", By.Decider(), (c, m) => DecideCase.Decide(c, m, new(granted, granted ? null : [ACase.Reason]), answered)).Happened;
    }

    [Fact]
    public void Who_accepted_does_not_decide_and_nobody_decides_anothers_case()
    {
        var reviewed = ACase.Accepted().Complete("review");
        District.Refused("decider-accepted", () => reviewed.Decide(by: By.Decider("甲")).Happened).Status.ShouldBe(403);
        District.Refused("case-of-another", () => reviewed.Decide(by: By.Decider(of: District.Health)).Happened).Status.ShouldBe(403);
        ACase.Filed().Deem("2026-03-10").Complete("review", "2026-03-11").Decide("2026-03-12", by: By.Decider("甲")).Case.Stage.ShouldBe(CaseStage.Decided);
    }

    [Fact]
    public void Nothing_is_decided_before_every_step_is_done() =>
        District.Refused("steps-open", () => ACase.Accepted().Decide().Happened).Message.ShouldContain("审查");

    [Fact]
    public void A_denial_and_a_grant_against_an_objection_say_why()
    {
        var objected = ACase.Accepted().Complete("review", passed: false);
        District.Refused("reasons-missing", () => objected.Decide().Happened, "reasons");
        District.Refused("reasons-missing", () => ACase.Accepted().Complete("review").When("2026-03-04", By.Decider(), (c, m) => DecideCase.Decide(c, m, new(false, null))).Happened, "reasons");
        var denied = objected.Decide(granted: false).Case;
        (denied.Notices[^1].Kind, denied.Notices[^1].Reasons.Count, denied.MayIssue).ShouldBe((NoticeKind.Denial, 1, false));
        denied.Notices[^1].Remedies.ShouldNotBeNull();
    }

    [Fact]
    public void A_record_filing_with_nothing_to_check_is_decided_as_it_is_accepted()
    {
        var filed = ACase.Accepted(e => e.AsRecordFiling());
        (filed.Case.Stage, filed.Case.Decision!.Automatic, filed.Case.Notices[^1].Kind).ShouldBe((CaseStage.Decided, true, NoticeKind.RecordFiling));
    }

    [Fact]
    public void A_record_filing_is_decided_when_its_automatic_steps_have_passed()
    {
        var waiting = ACase.Accepted(e => e.AsRecordFiling(Automatic));
        waiting.Case.Stage.ShouldBe(CaseStage.InReview);
        waiting.Complete("check", "2026-03-02", By.System).Case.Stage.ShouldBe(CaseStage.Decided);
    }

    [Fact]
    public void A_record_filing_that_a_step_objects_to_waits_for_a_decider()
    {
        var objected = ACase.Accepted(e => e.AsRecordFiling(Automatic)).Complete("check", "2026-03-02", By.System, passed: false);
        objected.Case.Stage.ShouldBe(CaseStage.InReview);
        CaseRows.TasksOf(objected.Case).ShouldContain(t => t.Key == "decide" && t.Role == Host.Access.Role.Decider);
        objected.Decide(granted: false).Case.Stage.ShouldBe(CaseStage.Decided);
    }

    [Fact]
    public void A_licence_decided_at_once_is_still_decided_by_a_person() =>
        ACase.Accepted(e => e.Steps() with { Handling = HandlingType.Immediate }).Case.Stage.ShouldBe(CaseStage.InReview);

    [Fact]
    public void Sealed_issued_delivered_and_archived_with_an_inventory()
    {
        var archived = ACase.In(CaseStage.Archived).Case;
        archived.ArchivedBy.ShouldBe(District.Bureau);
        archived.Inventory.Select(e => e.Name).ShouldBe(
            ["申请书", "卫生许可证申请表", "卫生检测报告", "审查意见", "受理通知书", "准予行政许可决定书", "卫生许可证"]);
        archived.Inventory.Select(e => e.Number).ShouldBe(Enumerable.Range(1, 7));
    }

    [Fact]
    public void A_denial_is_delivered_without_a_licence()
    {
        var denied = ACase.Accepted().Complete("review").Decide(granted: false).Seal();
        District.Refused("nothing-to-issue", () => denied.Issue().Happened).Status.ShouldBe(409);
        denied.Deliver().Archive().Case.Stage.ShouldBe(CaseStage.Archived);
    }

    [Fact]
    public void A_result_is_delivered_to_somebody_on_a_day_that_can_be()
    {
        var issued = ACase.In(CaseStage.Issued);
        Deliver("signature-without-name", "receivedBy", " ", "2026-03-05");
        Deliver("date-in-the-future", "on", "钱某", "2026-03-07");
        Deliver("delivered-before-decision", "on", "钱某", "2026-03-03");

        void Deliver(string code, string field, string to, string day) => District.Refused(
            code, () => issued.When("2026-03-06", By.Window(), (c, m) => DeliverResult.Decide(c, m, new(DeliveryMethod.Post, to, District.Day(day)))).Happened, field);
    }

    [Fact]
    public void Withdrawn_by_the_applicant_or_at_his_wish_it_is_confirmed_on_paper()
    {
        var withdrawn = ACase.Accepted().Withdraw().Case;
        (withdrawn.Stage, withdrawn.Notices[^1].Kind, withdrawn.Notices[^1].WithdrawnOn).ShouldBe((CaseStage.Withdrawn, NoticeKind.Withdrawal, District.Day("2026-03-03")));
        District.Refused("case-of-another", () => ACase.Accepted().Withdraw(by: By.Window(of: District.Health)).Happened);
    }

    [Theory]
    [InlineData(nameof(CaseStage.Declined))]
    [InlineData(nameof(CaseStage.Withdrawn))]
    [InlineData(nameof(CaseStage.Terminated))]
    public void What_ends_without_a_decision_is_sealed_before_it_is_archived(string stage)
    {
        var ended = ACase.In(Enum.Parse<CaseStage>(stage));
        CaseRows.TasksOf(ended.Case).Select(t => t.Key).ShouldBe(["seal", "archive"], ignoreOrder: true);
        District.Refused("archived-unsealed", () => ended.Archive().Happened).Status.ShouldBe(409);
        ended.Seal().Archive().Case.Stage.ShouldBe(CaseStage.Archived);
    }

    [Fact]
    public void A_document_is_sealed_once_with_a_seal_in_force_of_who_owns_the_case()
    {
        var decided = ACase.In(CaseStage.Decided);
        District.Refused("seal-not-in-force", () => decided.Seal(with: ASeal.Registered("行政审批专用章", District.Bureau)).Happened);
        District.Refused("seal-locked", () => decided.Seal(with: ASeal.Approval.And(new SealEvent.Locked("更换"), "2026-03-03")).Happened);
        District.Refused("seal-of-another", () => decided.Seal(with: ASeal.InForce("稷下街道专用章", District.Town)).Happened);
        District.Refused("case-of-another", () => decided.Seal(by: By.SealKeeper(of: District.Health)).Happened);
        District.Refused("sealed-before", () => decided.Seal().Seal().Happened).Status.ShouldBe(409);
        District.Refused("document-unknown", () => decided.When("2026-03-05", By.SealKeeper(), (c, m) => SealDocument.Decide(c, m, ASeal.Approval, decided.Item, new("SL1", "approval"))).Happened, "document");
        District.Refused("archived-not-sealed", () => ACase.In(CaseStage.Archived).Seal().Happened);
    }

    [Fact]
    public void The_departments_seal_is_retired_by_the_memorandum_that_moved_the_item() =>
        District.Refused("seal-retired-for-item", () => ACase.In(CaseStage.Decided).Seal(with: ASeal.OfTheDepartment).Happened).Message.ShouldContain("《备忘录》（m-1）");

    [Fact]
    public void The_departments_seal_still_closes_what_was_filed_before_and_the_bureaus_does_not()
    {
        var item = AnItem.Registered().HandedOver(from: "2026-03-03");
        var old = ACase.Drafted(item).File(by: By.Window("壬", District.Health)).Accept(by: By.Window("壬", District.Health))
            .Complete("review", by: By.Reviewer(of: District.Health)).Decide(by: By.Decider(of: District.Health));
        var keeper = By.SealKeeper(of: District.Health);
        District.Refused("seal-of-another", () => old.Seal(by: keeper).Happened);
        old.Seal(with: ASeal.OfTheDepartment, by: keeper).Case.Stage.ShouldBe(CaseStage.Sealed);
    }
}
