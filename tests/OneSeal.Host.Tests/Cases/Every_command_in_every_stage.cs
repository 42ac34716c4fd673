using OneSeal.Host.Cases;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Cases;

/// <summary>What may be done in which stage, as one table; whatever is not in it is refused as of the wrong stage.</summary>
public class Every_command_in_every_stage
{
    private static readonly Dictionary<string, (Func<ACase, ACase> Run, CaseStage[] Allowed)> Commands = new()
    {
        ["change the draft"] = (c => c.When("2026-03-09", By.Window(), (@case, _) => [DraftCase.Decide(@case, new DraftCase.ChangeRequest(ACase.Applicant, default, null))]), [CaseStage.Draft]),
        ["file"] = (c => c.File("2026-03-09"), [CaseStage.Draft]),
        ["accept"] = (c => c.Accept("2026-03-09"), [CaseStage.Filed]),
        ["ask for a supplement"] = (c => c.AskForSupplement("2026-03-09"), [CaseStage.Filed]),
        ["supplement"] = (c => c.Supplement("2026-03-09", "report"), [CaseStage.AwaitingSupplement]),
        ["decline"] = (c => c.Decline("2026-03-09"), [CaseStage.Filed, CaseStage.AwaitingSupplement]),
        ["begin a procedure"] = (c => c.Begin("review", "2026-03-09"), [CaseStage.InReview]),
        ["complete a step"] = (c => c.Complete("review", "2026-03-09"), [CaseStage.InReview]),
        ["extend"] = (c => c.Extend("2026-03-09"), [CaseStage.InReview]),
        ["decide"] = (c => c.Decide("2026-03-09"), [CaseStage.InReview]),
        ["issue"] = (c => c.Issue("2026-03-09"), [CaseStage.Sealed]),
        ["deliver"] = (c => c.Deliver("2026-03-09"), [CaseStage.Sealed, CaseStage.Issued]),
        ["archive"] = (c => c.Archive("2026-03-09"), [CaseStage.Delivered, CaseStage.Declined, CaseStage.Withdrawn, CaseStage.Terminated]),
        ["withdraw"] = (c => c.Withdraw("2026-03-09"), [CaseStage.Filed, CaseStage.AwaitingSupplement, CaseStage.InReview]),
        ["add a recipient"] = (c => c.Add(Hall.Hall.Transport), [CaseStage.Filed, CaseStage.AwaitingSupplement, CaseStage.InReview, CaseStage.Decided, CaseStage.Sealed, CaseStage.Issued, CaseStage.Delivered, CaseStage.Archived]),
        ["terminate"] = (c => c.Terminate("2026-03-09"), [CaseStage.AwaitingSupplement, CaseStage.InReview]),
    };

    /// <summary>Commands of the law and of the calendar are given for all cases at once: they pass by what they do not concern.</summary>
    private static readonly Dictionary<string, (Func<ACase, ACase> Run, CaseStage[] Allowed)> Sweeps = new()
    {
        ["deem accepted"] = (c => c.Deem("2026-03-20"), [CaseStage.Filed]),
        ["pass over"] = (c => c.PassOver("2026-03-20"), []),
        ["derive anew"] = (c => c.When("2026-03-09", By.System, (@case, m) => RederiveDeadlines.Decide(@case, m, "新通知")), []),
    };

    public static TheoryData<string, string> Table
    {
        get
        {
            var table = new TheoryData<string, string>();
            foreach (var command in Commands.Keys)
            {
                foreach (var stage in Enum.GetNames<CaseStage>()) table.Add(command, stage);
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Is_done_or_refused_as_of_the_wrong_stage(string command, string stage)
    {
        var (run, allowed) = Commands[command];
        var @case = ACase.In(Enum.Parse<CaseStage>(stage));
        var refused = Refusal(() => run(@case));
        if (allowed.Contains(@case.Case.Stage) && !IsDeliveredOnlyWhenIssued(command, @case)) refused?.Code.ShouldNotBe("wrong-stage", refused.Message);
        else (refused?.Code, refused?.Status).ShouldBe(("wrong-stage", 409));
    }

    [Fact]
    public void What_is_done_to_all_cases_at_once_passes_by_those_it_does_not_concern()
    {
        foreach (var (name, (run, allowed)) in Sweeps)
        {
            foreach (var stage in Enum.GetValues<CaseStage>())
                run(ACase.In(stage)).Happened.Any().ShouldBe(allowed.Contains(stage), $"{name} in {stage}");
        }
    }

    [Fact]
    public void Every_rule_on_a_case_is_in_the_table_or_has_its_own_tests()
    {
        var rules = typeof(AcceptCase).Assembly.GetTypes().Where(t => t.Namespace == typeof(AcceptCase).Namespace)
            .Where(t => t.GetMethods().Any(m => m.Name == "Decide" && m.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(OneSeal.Host.Cases.Case)))
            .Select(t => t.Name).Order().ToArray();
        rules.ShouldBe(
            [
                nameof(AcceptCase), nameof(AddRecipient), nameof(ArchiveCase), nameof(AskForSupplement), nameof(BeginProcedure), nameof(CompleteStep), nameof(DecideCase), nameof(DeclineCase),
                nameof(DeemAccepted), nameof(DeliverResult), nameof(DraftCase), nameof(ExtendCase), nameof(FileCase), nameof(IssueLicence), nameof(PassOverSteps), nameof(ReceiveSupplement),
                nameof(RederiveDeadlines), nameof(SealDocument), nameof(TerminateCase), nameof(WithdrawCase),
            ]);
    }

    // A grant with a licence is delivered when that is issued, not before.
    private static bool IsDeliveredOnlyWhenIssued(string command, ACase @case) =>
        command == "deliver" && @case.Case is { Stage: CaseStage.Sealed, MayIssue: true };

    private static Refusal? Refusal(Func<ACase> run)
    {
        try
        {
            run();
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal;
        }
    }
}
