using OneSeal.Host.Access;
using OneSeal.Host.Feedback;
using OneSeal.Host.Tests.Cases;
using static OneSeal.Host.Tests.Cases.District;

namespace OneSeal.Host.Tests.Feedback;

public class A_department_reports_back
{
    private static readonly FeedbackContent[] OfEachKind =
        [AFeedback.Inspection(), AFeedback.Finding(), AFeedback.Penalty(), AFeedback.Credit(false), AFeedback.Norm()];

    [Fact]
    public void What_it_may_be_about_follows_from_its_kind()
    {
        foreach (var content in OfEachKind)
        {
            var (may, mayNot) = content is FeedbackContent.NormChange
                ? (new[] { AFeedback.Item }, new[] { AFeedback.Licence, AFeedback.Holder })
                : ([AFeedback.Licence, AFeedback.Holder], [AFeedback.Item]);
            foreach (var subject in may) AFeedback.Reporting(content, subject).Count.ShouldBe(1);
            foreach (var subject in mayNot) Refused("feedback-about-the-wrong", () => AFeedback.Reporting(content, subject), "about.kind");
        }
    }

    /// <summary>Reported on Wednesday; what happened on Tuesday had until then, what happened on Monday until Tuesday.</summary>
    [Fact]
    public void Late_is_on_record_and_not_refused()
    {
        var inTime = AFeedback.Reported(AFeedback.Inspection(on: "2026-03-03"), AFeedback.Licence).Record;
        (inTime.Limit!.Due, inTime.Delays.Count).ShouldBe((Day("2026-03-04"), 0));

        var late = AFeedback.Reported(AFeedback.Inspection(on: "2026-03-02"), AFeedback.Licence).Record;
        var delay = late.Delays.ShouldHaveSingleItem();
        (delay.Key, delay.Organisation, delay.Due, delay.RecordedOn, delay.DoneOn)
            .ShouldBe(("report", District.Health, Day("2026-03-03"), Day("2026-03-04"), Day("2026-03-04")));
    }

    /// <summary>Friday's inspection may be reported on Monday.</summary>
    [Fact]
    public void The_time_to_report_is_counted_in_working_days() =>
        AFeedback.Reported(AFeedback.Inspection(on: "2026-03-06"), AFeedback.Licence, on: "2026-03-09").Record.Delays.ShouldBeEmpty();

    [Fact]
    public void Nothing_is_reported_before_it_happens()
    {
        const string tomorrow = "2026-03-05";
        Refused("date-in-the-future", () => AFeedback.Reporting(AFeedback.Inspection(tomorrow), AFeedback.Licence), "content.on");
        Refused("date-in-the-future", () => AFeedback.Reporting(AFeedback.Finding(tomorrow), AFeedback.Licence), "content.on");
        Refused("date-in-the-future", () => AFeedback.Reporting(AFeedback.Penalty(tomorrow), AFeedback.Holder), "content.on");
        Refused("date-in-the-future", () => AFeedback.Reporting(AFeedback.Credit(true, tomorrow), AFeedback.Holder), "content.from");
        Refused("date-in-the-future", () => AFeedback.Reporting(AFeedback.Norm(tomorrow), AFeedback.Item), "content.issuedOn");
    }

    [Fact]
    public void What_is_reported_is_complete()
    {
        foreach (var alone in new string[][] { ["周某"], ["周某", " "], ["周某", " 周某"] })
            Refused("inspectors-too-few", () => AFeedback.Reporting(AFeedback.Inspection(inspectors: alone), AFeedback.Licence), "content.inspectors");
        Refused("feedback-incomplete", () => AFeedback.Reporting(AFeedback.Inspection() with { Findings = " " }, AFeedback.Licence), "content.findings");
        Refused("rectified-before-found", () => AFeedback.Reporting(AFeedback.Finding(rectifyBy: "2026-03-02"), AFeedback.Licence), "content.rectifyBy");
        Refused("penalty-amount", () => AFeedback.Reporting(AFeedback.Penalty(amount: 0), AFeedback.Holder), "content.amount");
        Refused("feedback-incomplete", () => AFeedback.Reporting(AFeedback.Penalty() with { Article = "" }, AFeedback.Holder), "content.article");
        Refused("credit-over-before", () => AFeedback.Reporting(AFeedback.Credit(false, until: "2026-03-02"), AFeedback.Holder), "content.until");
        Refused("holder-number", () => SubjectFinder.HolderOf(new(SubjectKind.Holder, "91370390MA00000170", "锦源某宾馆")), "about.id");
        Refused("holder-name-missing", () => SubjectFinder.HolderOf(new(SubjectKind.Holder, ACase.Applicant.Identifier, " ")), "about.name");
    }

    [Fact]
    public void An_item_s_department_and_its_supervisor_report_of_its_norms()
    {
        var item = AnItem.Registered().HandedOver(from: "2026-02-02");
        SubjectFinder.Supervises(District.Health, item, At("2026-03-04")).ShouldBeTrue();
        SubjectFinder.Supervises(Town, item, At("2026-03-04")).ShouldBeFalse();
        SubjectFinder.Supervises(Bureau, item, At("2026-03-04")).ShouldBeFalse();
    }

    [Fact]
    public void A_fault_is_the_department_s_task_until_it_has_looked_again()
    {
        var open = AFeedback.Reported(AFeedback.Finding(rectifyBy: "2026-03-20"), AFeedback.Licence);
        open.Tasks.ShouldBe("rectification:区卫生健康局:DepartmentOfficer:2026-03-20");
        open.Record.IsAdverse.ShouldBeTrue();

        var put = open.When("2026-03-20", By.Officer(), (f, c) => CloseFinding.Decide(f, new(true, "已设置消毒设施", Day("2026-03-20")), c));
        (put.Tasks, put.Record.State, put.Record.IsAdverse).ShouldBe(("", FeedbackState.Closed, false));
        var left = open.When("2026-03-20", By.Officer(), (f, c) => CloseFinding.Decide(f, new(false, "仍未设置", Day("2026-03-20")), c));
        (left.Tasks, left.Record.State, left.Record.IsAdverse).ShouldBe(("", FeedbackState.Closed, true));

        CloseFinding.Request looked = new(true, "已设置消毒设施", Day("2026-03-04"));
        Refused("feedback-wrong-state", () => put.When("2026-03-21", By.Officer(), (f, c) => CloseFinding.Decide(f, looked, c)));
        Refused("feedback-of-another", () => open.When("2026-03-21", By.Officer(of: Town), (f, c) => CloseFinding.Decide(f, looked, c)));
        Refused("rectified-before-found", () => open.When("2026-03-21", By.Officer(), (f, c) => CloseFinding.Decide(f, looked with { On = Day("2026-03-01") }, c)), "on");
        Refused("feedback-no-finding", () => AFeedback.Reported(AFeedback.Penalty(), AFeedback.Holder)
            .When("2026-03-21", By.Officer(), (f, c) => CloseFinding.Decide(f, looked, c)));
    }

    [Fact]
    public void A_task_not_done_by_its_day_stays_on_record_when_it_is_done()
    {
        var open = AFeedback.Reported(AFeedback.Finding(rectifyBy: "2026-03-20"), AFeedback.Licence);
        var missed = open.And("2026-03-21", By.System, new FeedbackEvent.Delayed(Host.Worklist.Delay.Of(open.Record.Tasks.Single(), Day("2026-03-21"))));
        missed.Record.Delays.ShouldHaveSingleItem().DoneOn.ShouldBeNull();

        missed.When("2026-03-24", By.Officer(), (f, c) => CloseFinding.Decide(f, new(true, "已设置", Day("2026-03-24")), c))
            .Record.Delays.ShouldHaveSingleItem().DoneOn.ShouldBe(Day("2026-03-24"));
    }

    [Fact]
    public void A_change_of_norms_is_the_bureau_s_task_until_it_says_what_it_means_for_the_item()
    {
        var item = AnItem.Registered().HandedOver();
        var norm = AFeedback.Reported(AFeedback.Norm(), AFeedback.Item);
        norm.Tasks.ShouldBe("norm:锦源区行政审批服务局:Administrator:2026-03-11");

        SettleNorm.Request noChange = new(NormOutcome.NoChange, "目录要素不受影响", null);
        norm.When("2026-03-05", By.Administrator(), (f, c) => SettleNorm.Decide(f, item, noChange, c)).Tasks.ShouldBe("");
        Refused("norm-of-another", () => norm.When("2026-03-05", By.Administrator(of: District.Health), (f, c) => SettleNorm.Decide(f, item, noChange, c)));
        Refused("norm-version-without-change", () => norm.When("2026-03-05", By.Administrator(), (f, c) => SettleNorm.Decide(f, item, noChange with { ItemVersion = "1.0" }, c)));
        SettleNorm.Request adjusted = new(NormOutcome.Adjusted, "已调整材料要求", "1.0");
        norm.When("2026-03-05", By.Administrator(), (f, c) => SettleNorm.Decide(f, item, adjusted, c)).Record.Settlement!.ItemVersion.ShouldBe("1.0");
        foreach (var unknown in new[] { null, "1.7", "甲" })
            Refused("norm-version-unknown", () => norm.When("2026-03-05", By.Administrator(), (f, c) => SettleNorm.Decide(f, item, adjusted with { ItemVersion = unknown }, c)));
    }

    [Fact]
    public void What_is_taken_back_speaks_against_nobody_and_asks_nothing_of_anybody()
    {
        var open = AFeedback.Reported(AFeedback.Finding(), AFeedback.Licence);
        var retracted = open.When("2026-03-05", By.Officer(), (f, c) => RetractFeedback.Decide(f, new("系他人场所"), c));
        (retracted.Tasks, retracted.Record.State, retracted.Record.IsAdverse).ShouldBe(("", FeedbackState.Retracted, false));
        Refused("reason-missing", () => open.When("2026-03-05", By.Officer(), (f, c) => RetractFeedback.Decide(f, new(" "), c)));
        Refused("feedback-of-another", () => open.When("2026-03-05", By.Officer(of: Town), (f, c) => RetractFeedback.Decide(f, new("误报"), c)));
        Refused("feedback-wrong-state", () => retracted.When("2026-03-05", By.Officer(), (f, c) => RetractFeedback.Decide(f, new("误报"), c)));
    }

    [Fact]
    public void A_correction_keeps_the_kind_and_the_day_of_the_report()
    {
        var late = AFeedback.Reported(AFeedback.Finding(on: "2026-03-02"), AFeedback.Licence);
        var corrected = late.When("2026-03-05", By.Officer(), (f, c) => CorrectFeedback.Decide(f, new(AFeedback.Finding(on: "2026-03-03", rectifyBy: "2026-03-25"), null, "日期有误"), c));
        corrected.Tasks.ShouldBe("rectification:区卫生健康局:DepartmentOfficer:2026-03-25");
        corrected.Record.Attachments.ShouldBe(["a1"]);
        corrected.Record.Delays.ShouldHaveSingleItem().Key.ShouldBe("report");
        Refused("feedback-of-another-kind", () => late.When("2026-03-05", By.Officer(), (f, c) => CorrectFeedback.Decide(f, new(AFeedback.Penalty(), null, "类型有误"), c)), "content");
        Refused("date-in-the-future", () => late.When("2026-03-05", By.Officer(), (f, c) => CorrectFeedback.Decide(f, new(AFeedback.Finding(on: "2026-03-06"), null, "日期有误"), c)));
    }
}
