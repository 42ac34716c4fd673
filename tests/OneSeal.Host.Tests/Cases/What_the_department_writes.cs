using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Memoranda;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Cases;

/// <summary>技术支撑: who surveys and gives opinions, by when, and what becomes of a case without them.</summary>
public class What_the_department_writes
{
    private const string Citation = "《审管衔接备忘录》（锦审备〔2026〕1号）";

    private static readonly ReviewStep Survey = ReviewStep.ByDepartment("survey", "现场勘验") with { Limit = Limit.WorkingDays(5) };

    private static readonly ReviewStep Review = ReviewStep.ByOwner("review", "审查");

    private static readonly ReviewStep Testing = ReviewStep.ByDepartment("testing", "水质检测") with
    {
        Suspension = ClockSuspension.Article45(SpecialProcedure.Testing),
        After = [],
    };

    [Fact]
    public void Is_led_and_helped_by_whom_the_memorandum_names_within_its_limit()
    {
        var begun = Begun(Agreed(District.Town, helper: District.Health), Survey, Review);

        begun.Case.Step("survey").Due.ShouldBe(District.Day("2026-03-04"));
        Tasks(begun).ShouldBe(["help:survey 区卫生健康局 DepartmentOfficer 9999-12-31", "step:survey 稷下街道办事处 DepartmentOfficer 2026-03-04"]);
        District.Refused("step-of-another", () => begun.Complete("survey", by: By.Officer()).Happened).Status.ShouldBe(403);
        begun.Complete("survey", by: By.Officer(of: District.Town)).Case.Step("survey").ByOrganisation.ShouldBe("稷下街道办事处");
    }

    [Fact]
    public void Is_the_reviewers_where_the_owner_itself_leads_and_needs_no_number()
    {
        var begun = Begun(Agreed(District.Bureau, helper: District.Health), Survey, Review);

        Tasks(begun).ShouldContain("step:survey 锦源区行政审批服务局 Reviewer 2026-03-04");
        var done = begun.When("2026-03-03", By.Reviewer(), (c, m) => CompleteStep.Decide(c, m, "survey", new(true, "符合", null)));
        done.Complete("review").Decide().Case.Decision!.Opinions.ShouldBeEmpty();
    }

    [Fact]
    public void Is_as_the_item_says_where_nothing_is_agreed_and_a_system_step_stays_the_systems()
    {
        var check = ReviewStep.BySystem<NoCheck>("survey", "自动核验");
        StepPerformer.Of(check, District.Bureau, District.Health, Agreed(District.Town).For("survey")).Role.ShouldBe(Role.System);
        Begun(Agreed(District.Town) with { Steps = [] }, Survey).Case.Step("survey").Due.ShouldBe(District.Day("2026-03-09"));
    }

    [Fact]
    public void Lead_and_helper_of_a_step_may_see_the_case_and_no_other_organisation()
    {
        var other = new Organisation("区交通运输局", "11370390MB1A23024B");
        var helped = Begun(Agreed(District.Health, helper: District.Town), Survey).Case;

        CaseAccess.MaySee(By.Officer(of: District.Town), helped, District.Locality).ShouldBeTrue();
        CaseAccess.MaySee(By.Officer(of: other), helped, District.Locality).ShouldBeFalse();
        // For a step that the case does not go through nobody needs to see it.
        CaseAccess.MaySee(By.Officer(of: District.Town), Begun(Agreed(District.Health, helper: District.Town), Review).Case, District.Locality)
            .ShouldBeFalse();
    }

    [Fact]
    public void Has_a_number_under_which_the_decision_cites_it_for_or_against()
    {
        var begun = ACase.Accepted(e => e.Steps(Survey, Review));
        District.Refused("opinion-number-missing", () => begun.When("2026-03-03", By.Officer(), (c, m) => CompleteStep.Decide(c, m, "survey", new(true, "符合", null))).Happened, "document");

        var against = begun.Complete("survey", by: By.Officer(), passed: false).Complete("review")
            .When("2026-03-04", By.Decider(), (c, m) => DecideCase.Decide(c, m, new(true, [ACase.Reason]))).Case;

        var cited = new CitedOpinion("区卫生健康局", "现场勘验意见", ACase.OpinionNumber, District.Day("2026-03-03"), false, null);
        against.Decision!.Opinions.ShouldBe([cited]);
        against.DecisionDocument!.Opinions.ShouldBe([cited]);
        Printed(against).ShouldContain($"区卫生健康局于2026年3月3日出具的《现场勘验意见》（{ACase.OpinionNumber}），结论为不符合要求。");
    }

    [Fact]
    public void Is_waited_for_unless_the_memorandum_says_otherwise()
    {
        var waiting = Begun(Agreed(District.Health), Survey, Review);
        PassOverSteps.AwaitedUntil(waiting.Case).ShouldBeNull();
        waiting.PassOver("2026-03-31").Happened.ShouldBeEmpty();
        ACase.Accepted(e => e.Steps(Survey, Review)).PassOver("2026-03-31").Happened.ShouldBeEmpty();
    }

    [Fact]
    public void Is_no_longer_waited_for_the_day_after_its_limit_where_silence_lets_the_case_go_on()
    {
        var silent = Begun(Agreed(District.Health, IfSilent.ProceedWithout), Survey, Review);
        PassOverSteps.AwaitedUntil(silent.Case).ShouldBe(District.Day("2026-03-04"));
        silent.PassOver("2026-03-04").Happened.ShouldBeEmpty();

        var passed = silent.PassOver("2026-03-05");

        var step = passed.Case.Step("survey");
        (step.CompletedOn, step.Passed, step.Opinion).ShouldBe((District.Day("2026-03-05"), null, null));
        passed.Case.OpenSteps.Select(s => s.Key).ShouldBe(["review"]);
        // That it did not come in time is on record for oversight all the same, and once.
        passed.Case.Delays.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            d => (d.Key, d.Organisation.Code, d.Due).ShouldBe(("step:survey", District.Health.Code, District.Day("2026-03-04"))),
            d => d.DoneOn.ShouldBe(District.Day("2026-03-05")));
        PassOverSteps.AwaitedUntil(passed.Case).ShouldBeNull();
        District.Refused("step-passed-over", () => passed.Complete("survey", "2026-03-05", By.Officer()).Happened).Status.ShouldBe(409);
        var decided = passed.Complete("review", "2026-03-05").Decide("2026-03-06").Case;
        decided.Decision!.Opinions.ShouldHaveSingleItem().Document.ShouldBeNull();
        Printed(decided).ShouldContain($"区卫生健康局未在2026年3月4日前就“现场勘验”出具意见，依照{Citation}关于逾期未出具意见的约定，本案继续办理。");
        passed.PassOver("2026-03-06").Happened.ShouldBeEmpty();
    }

    [Fact]
    public void Silence_ends_the_time_that_is_not_counted_on_the_agreed_day_however_late_it_is_noticed()
    {
        var support = new AgreedSupport(Citation, [new("testing", District.Health, null, Limit.WorkingDays(3), IfSilent.ProceedWithout)]);
        var silent = Begun(support, Testing).Begin("testing", "2026-03-03", By.Officer());

        var (inTime, late) = (silent.PassOver("2026-03-06").Case, silent.PassOver("2026-03-11").Case);

        inTime.Statutory.ShouldBe(late.Statutory);
        // From the 3rd to the 5th, three working days.
        inTime.Statutory!.Due.ShouldBe(District.Day("2026-04-02"));
    }

    [Fact]
    public void Silence_is_no_approval_a_record_filing_waits_for_a_decider()
    {
        var item = AnItem.Registered(e => e.AsRecordFiling(Survey)).HandedOver();
        var silent = ACase.Drafted(item).File(support: Agreed(District.Health, IfSilent.ProceedWithout)).Accept().PassOver("2026-03-05");

        silent.Case.Stage.ShouldBe(CaseStage.InReview);
        Tasks(silent).ShouldHaveSingleItem().ShouldStartWith("decide");
        silent.Decide("2026-03-06").Case.Decision!.Granted.ShouldBeTrue();
    }

    [Fact]
    public void What_was_agreed_at_the_filing_holds_also_for_a_step_that_a_corrected_form_brings()
    {
        var filed = ACase.Drafted(AnItem.Registered(e => e.Steps(Survey, Review)).HandedOver())
            .File(assessed: AnItem.Registered(e => e.Steps(Review)).Assessment(), support: Agreed(District.Town)).Case;
        filed.Under!.Steps.Select(s => s.Key).ShouldBe(["review"]);

        var item = AnItem.Registered(e => e.Steps(Survey, Review));
        var elements = item.Registrations[^1].Elements;
        var corrected = FormAssessment.Apply(filed.Under, elements, elements, item.Assessment());

        corrected.Steps[0].Limit.ShouldBe(Limit.WorkingDays(2));
        StepPerformer.Of(filed with { Under = corrected }, corrected.Steps[0]).Organisation.ShouldBe(District.Town);
    }

    [Fact]
    public void Who_filed_before_there_was_any_support_is_read_as_before()
    {
        var under = ACase.Filed().Case.Under!;
        var old = JournalJson.Write(under).Replace(",\"support\":null", "", StringComparison.Ordinal);
        old.ShouldNotContain("support");
        JournalJson.Read<FiledUnder>(System.Text.Encoding.UTF8.GetBytes(old)).Support.ShouldBeNull();
    }

    [Fact]
    public void Support_is_that_of_the_memorandum_that_holds_and_none_while_its_boundary_is_open()
    {
        var day = District.At("2026-03-02");
        AnItem.Registered().HandedOver().GoverningAt(day)!.Memorandum.ShouldBe("m-1");
        AnItem.Registered().HandedOver(settled: false).GoverningAt(day).ShouldBeNull();
        AnItem.Registered().HandedOver("2026-03-03").GoverningAt(day).ShouldBeNull();
    }

    private static AgreedSupport Agreed(Organisation lead, IfSilent ifSilent = IfSilent.Wait, Organisation? helper = null) =>
        new(Citation, [new TechnicalSupport("survey", lead, helper, Limit.WorkingDays(2), ifSilent)]);

    /// <summary>Filed and accepted on Monday 2026-03-02.</summary>
    private static ACase Begun(AgreedSupport support, params ReviewStep[] steps) =>
        ACase.Drafted(AnItem.Registered(e => e.Steps(steps)).HandedOver()).File(support: support).Accept();

    private static IEnumerable<string> Tasks(ACase @case) => CaseRows.TasksOf(@case.Case).Where(t => t.Key != "seal")
        .Select(t => $"{t.Key} {t.Organisation.Name} {t.Role} {t.Due:yyyy-MM-dd}").Order(StringComparer.Ordinal);

    private static string Printed(Host.Cases.Case @case) => NoticePage.Render(@case.DecisionDocument!, new Uri("https://example.gov.cn/verify/x"));
}
