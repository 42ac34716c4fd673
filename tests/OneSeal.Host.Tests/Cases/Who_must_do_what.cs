using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Cases;

public class Who_must_do_what
{
    [Theory]
    [InlineData("Draft", "")]
    [InlineData("Filed", "accept:Window")]
    [InlineData("AwaitingSupplement", "seal:SealKeeper supplement:Window")]
    [InlineData("InReview", "seal:SealKeeper step:review:Reviewer")]
    [InlineData("Decided", "seal:SealKeeper")]
    [InlineData("Sealed", "issue:Window seal:SealKeeper")]
    [InlineData("Issued", "deliver:Window seal:SealKeeper")]
    [InlineData("Delivered", "archive:Window seal:SealKeeper")]
    [InlineData("Archived", "")]
    [InlineData("Declined", "archive:Window seal:SealKeeper")]
    [InlineData("Withdrawn", "archive:Window seal:SealKeeper")]
    [InlineData("Terminated", "archive:Window seal:SealKeeper")]
    public void In_each_stage_somebody_is_named(string stage, string tasks) =>
        Told(ACase.In(Enum.Parse<CaseStage>(stage))).ShouldBe(tasks);

    [Fact]
    public void No_stage_before_the_archive_is_without_a_task()
    {
        foreach (var stage in Enum.GetValues<CaseStage>().Except([CaseStage.None, CaseStage.Draft, CaseStage.Archived]))
            CaseRows.TasksOf(ACase.In(stage).Case).ShouldNotBeEmpty(stage.ToString());
    }

    [Fact]
    public void A_step_is_the_task_of_its_performer_by_its_own_day_or_the_cases()
    {
        var steps = CaseRows.TasksOf(ACase.Accepted(e => e.Steps(
            ReviewStep.ByDepartment("survey", "现场勘验") with { Limit = Limit.WorkingDays(2) }, ReviewStep.ByOwner("review", "审查") with { After = [] })).Case).ToArray();
        var (survey, review) = (steps.Single(t => t.Key == "step:survey"), steps.Single(t => t.Key == "step:review"));
        (survey.Organisation.Code, survey.Role, survey.Due).ShouldBe((District.Health.Code, Role.DepartmentOfficer, District.Day("2026-03-04")));
        (review.Organisation.Code, review.Role, review.Due).ShouldBe((District.Bureau.Code, Role.Reviewer, District.Day("2026-03-30")));
    }

    [Fact]
    public void What_the_system_is_to_do_is_watched_by_a_reviewer() =>
        Told(ACase.Accepted(e => e.Steps(ReviewStep.BySystem<NoCheck>("check", "自动核验")))).ShouldContain("step:check:Reviewer");

    [Fact]
    public void When_all_steps_are_done_it_is_the_deciders_by_the_promised_day()
    {
        var decide = CaseRows.TasksOf(ACase.Accepted().Complete("review").Case).Single(t => t.Key == "decide");
        (decide.Role, decide.Due).ShouldBe((Role.Decider, District.Day("2026-03-16")));
        CaseRows.TasksOf(ACase.Filed().Case).Single().Due.ShouldBe(District.Day("2026-03-09"));
    }

    [Fact]
    public void A_denial_is_delivered_as_it_is() =>
        Told(ACase.Accepted().Complete("review").Decide(granted: false).Seal()).ShouldContain("deliver:Window");

    [Fact]
    public void An_automatic_step_is_due_to_the_module()
    {
        var accepted = ACase.Accepted(e => e.Steps(ReviewStep.BySystem<NoCheck>("check", "自动核验")));
        var due = accepted.Happened.Select(e => CaseDeliveries.StepDueOf(ACase.Id, accepted.Case, e)).OfType<Delivery>().ShouldHaveSingleItem();
        (due.Recipient, due.Content).ShouldBe(("module:Health", new StepDue(ACase.Id, "check")));
    }

    [Fact]
    public void An_applicant_sees_how_far_it_is_and_not_what_reviewers_write()
    {
        var seen = ShowCase.ForApplicant(ACase.Accepted().Complete("review", passed: false).Case);
        seen.AcceptedBy.ShouldBeNull();
        var step = seen.Steps.ShouldHaveSingleItem();
        (step.Passed, step.Opinion, step.By).ShouldBe((null, null, null));
        step.CompletedOn.ShouldBe(District.Day("2026-03-03"));
    }

    private static string Told(ACase @case) => string.Join(' ', CaseRows.TasksOf(@case.Case).Select(t => $"{t.Key}:{t.Role}").Order(StringComparer.Ordinal));
}
