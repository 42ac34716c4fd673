using OneSeal.Host.Cases;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Cases;

public class Review_and_its_clock
{
    private static readonly ReviewStep Survey = ReviewStep.ByDepartment("survey", "现场勘验") with { Limit = Limit.WorkingDays(2) };

    private static readonly ReviewStep Review = ReviewStep.ByOwner("review", "审查");

    private static readonly ReviewStep Experts = Special("experts", "专家评审", SpecialProcedure.ExpertReview);

    private static readonly ReviewStep Testing = Special("testing", "水质检测", SpecialProcedure.Testing);

    [Fact]
    public void Steps_follow_each_other_in_the_order_of_the_list()
    {
        var begun = ACase.Accepted(e => e.Steps(Survey, Review));
        Open(begun).ShouldBe(["survey"]);
        begun.Case.Step("survey").Due.ShouldBe(District.Day("2026-03-04"));
        District.Refused("step-not-open", () => begun.Complete("review").Happened).Status.ShouldBe(409);
        Open(begun.Complete("survey", by: By.Officer())).ShouldBe(["review"]);
        District.Refused("step-completed-before", () => begun.Complete("survey", by: By.Officer()).Complete("survey", by: By.Officer()).Happened);
        District.Refused("step-unknown", () => begun.Complete("hearing").Happened).Status.ShouldBe(404);
    }

    [Fact]
    public void Steps_that_wait_for_nobody_run_in_parallel_and_one_may_wait_for_both()
    {
        var begun = ACase.Accepted(e => e.Steps(Survey, Review with { After = [] }, ReviewStep.ByOwner("sum", "汇总") with { After = ["survey", "review"] }));
        Open(begun).ShouldBe(["survey", "review"]);
        Open(begun.Complete("review")).ShouldBe(["survey"]);
        Open(begun.Complete("review").Complete("survey", by: By.Officer())).ShouldBe(["sum"]);
    }

    [Fact]
    public void A_step_this_form_does_not_need_keeps_no_other_waiting()
    {
        var item = AnItem.Registered(e => e.Steps(Survey, Review, ReviewStep.ByOwner("sum", "汇总") with { After = ["survey"] })).HandedOver();
        var assessed = item.Assessment() with { Steps = ["review", "sum"] };
        Open(ACase.Drafted(item).File(assessed: assessed).Accept()).ShouldBe(["review", "sum"]);
    }

    [Fact]
    public void The_department_does_its_step_also_after_the_handover_and_nobody_does_anothers()
    {
        var begun = ACase.Accepted(e => e.Steps(Survey, Review with { After = [] }));
        District.Refused("step-of-another", () => begun.Complete("survey", by: By.Reviewer()).Happened).Status.ShouldBe(403);
        District.Refused("step-of-another", () => begun.Complete("survey", by: By.Officer(of: District.Town)).Happened);
        District.Refused("step-of-another", () => begun.Complete("review", by: By.Officer()).Happened);
        District.Refused("step-of-another", () => begun.Complete("review", by: By.Reviewer(of: District.Health)).Happened);
        begun.Complete("survey", by: By.Officer()).Case.Step("survey").ByOrganisation.ShouldBe("区卫生健康局");
    }

    [Fact]
    public void What_the_system_has_not_done_on_its_day_a_reviewer_of_the_owner_may_do()
    {
        var waiting = ACase.Accepted(e => e.Steps(Automatic));
        District.Refused("step-of-another", () => waiting.Complete("check", "2026-03-02").Happened);
        waiting.Complete("check", "2026-03-03").Case.StepsDone.ShouldBeTrue();
        District.Refused("step-of-another", () => waiting.Complete("check", "2026-03-03", By.Reviewer(of: District.Health)).Happened);
        waiting.Complete("check", "2026-03-02", By.System).Case.StepsDone.ShouldBeTrue();
    }

    [Fact]
    public void An_opinion_is_written() => District.Refused("opinion-missing", () => ACase.Accepted()
        .When("2026-03-03", By.Reviewer(), (c, m) => CompleteStep.Decide(c, m, "review", new(true, " ", null))).Happened, "opinion");

    [Fact]
    public void While_a_special_procedure_runs_the_clock_stands_still_and_the_applicant_is_told()
    {
        var begun = ACase.Accepted(e => e.Steps(Experts)).Begin("experts", "2026-03-04");
        (begun.Case.Statutory!.Due, begun.Case.Promised!.Due).ShouldBe((null, null));
        begun.Case.Notices[^1].SpecialProcedure.ShouldBe(new SpecialProcedureTerms("专家评审", "《中华人民共和国行政许可法》第四十五条", "5个工作日"));

        var ended = begun.Complete("experts", "2026-03-06").Case;
        (ended.Statutory!.Due, ended.Promised!.Due).ShouldBe((District.Day("2026-04-02"), District.Day("2026-03-19")));
        Clock.Derive(ended.Statutory.Deadline, WorkCalendar.National).Due.ShouldBe(ended.Statutory.Due);
    }

    [Fact]
    public void Of_two_procedures_that_overlap_each_day_is_left_out_once()
    {
        var both = ACase.Accepted(e => e.Steps(Experts with { After = [] }, Testing with { After = [] }))
            .Begin("experts", "2026-03-03").Begin("testing", "2026-03-04");
        var one = both.Complete("experts", "2026-03-05");
        one.Case.Statutory!.Due.ShouldBeNull();
        one.Case.Step("experts").Suspension.ShouldBeNull();
        var none = one.Complete("testing", "2026-03-09").Case;
        (none.Statutory!.Due, none.Promised!.Due).ShouldBe((District.Day("2026-04-07"), District.Day("2026-03-23")));
    }

    [Fact]
    public void A_special_procedure_that_never_began_is_not_completed_and_one_runs_once()
    {
        var open = ACase.Accepted(e => e.Steps(Experts));
        District.Refused("procedure-not-begun", () => open.Complete("experts").Happened).Status.ShouldBe(409);
        District.Refused("procedure-begun-before", () => open.Begin("experts", "2026-03-03").Begin("experts", "2026-03-04").Happened);
        District.Refused("step-runs-on-the-clock", () => ACase.Accepted().Begin("review", "2026-03-03").Happened);
        District.Refused("step-of-another", () => open.Begin("experts", "2026-03-03", By.Officer()).Happened);
        District.Refused("estimate-missing", () => open.When("2026-03-03", By.Reviewer(), (c, m) => BeginProcedure.Decide(c, m, "experts", new(Limit.OnTheSpot))).Happened, "estimated");
    }

    [Fact]
    public void A_period_that_was_over_before_the_procedure_began_stays_over()
    {
        var late = ACase.Accepted(e => e.Steps(Experts)).Begin("experts", "2026-03-20");
        (late.Case.Statutory!.Due, late.Case.Promised!.Due).ShouldBe((null, District.Day("2026-03-16")));
        late.Complete("experts", "2026-03-23").Case.Promised!.Due.ShouldBe(District.Day("2026-03-16"));
    }

    [Fact]
    public void The_head_of_the_agency_extends_the_statutory_limit_once_by_ten_working_days()
    {
        var extended = ACase.Accepted().Extend("2026-03-30");
        (extended.Case.Statutory!.Due, extended.Case.Promised!.Due).ShouldBe((District.Day("2026-04-14"), District.Day("2026-03-16")));
        extended.Case.Notices[^1].Kind.ShouldBe(NoticeKind.Extension);
        District.Refused("deadline-extended-already", () => extended.Extend("2026-03-31").Happened).Status.ShouldBe(409);
        District.Refused("overdue-not-extended", () => ACase.Accepted().Extend("2026-03-31").Happened);
        District.Refused("clock-stands-still", () => ACase.Accepted(e => e.Steps(Experts)).Begin("experts", "2026-03-04").Extend("2026-03-05").Happened);
        District.Refused("approval-missing", () => ACase.Accepted().Extend("2026-03-05", " ").Happened, "approvedBy");
    }

    [Fact]
    public void A_new_holiday_notice_moves_every_day_that_still_runs_and_says_why()
    {
        var without = WorkCalendar.From([]);
        var with = without.With(new CalendarNotice(2026, [new("测试通知", District.Day("2026-03-01"))], [new("区庆", District.Day("2026-03-04"), District.Day("2026-03-04"))], []));

        var filed = (ACase.Drafted() with { Calendar = without }).File();
        Rederived(filed).Case.RespondBy.ShouldBe(District.Day("2026-03-10"));

        var review = ((ACase.Drafted(AnItem.Registered(e => e.Steps(Survey)).HandedOver()) with { Calendar = without }).File()).Accept();
        var moved = Rederived(review);
        (moved.Case.Statutory!.Due, moved.Case.Promised!.Due, moved.Case.Step("survey").Due)
            .ShouldBe((District.Day("2026-03-31"), District.Day("2026-03-17"), District.Day("2026-03-05")));
        moved.Happened.ShouldHaveSingleItem().ShouldBeOfType<CaseEvent.DeadlineRederived>().Reason.ShouldBe("新通知");
        Rederived(moved).Happened.ShouldBeEmpty();

        var decided = ((ACase.Drafted() with { Calendar = without }).File()).Accept().Complete("review").Decide("2026-03-03");
        Rederived(decided).Case.IssueBy.ShouldBe(District.Day("2026-03-18"));
        Rederived(decided).Case.Statutory.ShouldBe(decided.Case.Statutory);

        ACase Rederived(ACase before) => (before with { Calendar = with }).When("2026-03-04", By.Administrator(), (c, m) => RederiveDeadlines.Decide(c, m, "新通知"));
    }

    private static ReviewStep Automatic => ReviewStep.BySystem<NoCheck>("check", "自动核验");

    private static ReviewStep Special(string key, string name, SpecialProcedure procedure) =>
        ReviewStep.ByOwner(key, name) with { Suspension = ClockSuspension.Article45(procedure) };

    private static IEnumerable<string> Open(ACase @case) => @case.Case.OpenSteps.Select(s => s.Key);
}

/// <summary>Stands for a module's code that is never run here.</summary>
internal sealed class NoCheck : IAutomaticStep
{
    public Task<StepOutcome> RunAsync(StepContext step, CancellationToken cancellationToken) => throw new NotSupportedException();
}
