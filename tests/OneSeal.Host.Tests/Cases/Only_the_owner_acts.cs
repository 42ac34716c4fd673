using OneSeal.Host.Access;
using OneSeal.Host.Cases;

namespace OneSeal.Host.Tests.Cases;

/// <summary>The other side of the memorandum does nothing to a case, whichever side it is.</summary>
public class Only_the_owner_acts
{
    private static readonly Dictionary<string, (CaseStage Stage, Func<ACase, Organisation, ACase> Run)> Commands = new()
    {
        ["accept"] = (CaseStage.Filed, (c, of) => c.When("2026-03-03", By.Window(of: of), AcceptCase.Decide)),
        ["ask for a supplement"] = (CaseStage.Filed, (c, of) => c.When("2026-03-03", By.Window(of: of), (@case, m) => AskForSupplement.Decide(@case, m, new(null)))),
        ["supplement"] = (CaseStage.AwaitingSupplement, (c, of) => c.When("2026-03-03", By.Window(of: of), (@case, m) => ReceiveSupplement.Decide(@case, m, new([ACase.Paper("report")])))),
        ["decline"] = (CaseStage.Filed, (c, of) => c.When("2026-03-03", By.Window(of: of), (@case, m) => DeclineCase.Decide(@case, m, new([ACase.Reason], null)))),
        ["extend"] = (CaseStage.InReview, (c, of) => c.When("2026-03-03", By.Decider(of: of), (@case, m) => ExtendCase.Decide(@case, m, new("案情复杂", "赵某")))),
        ["decide"] = (CaseStage.InReview, (c, of) => c.Decide(by: By.Decider(of: of))),
        ["seal"] = (CaseStage.Decided, (c, of) => c.Seal(by: By.SealKeeper(of: of))),
        ["issue"] = (CaseStage.Sealed, (c, of) => c.When("2026-03-05", By.Window(of: of), IssueLicence.Decide)),
        ["deliver"] = (CaseStage.Issued, (c, of) => c.When("2026-03-05", By.Window(of: of), (@case, m) => DeliverResult.Decide(@case, m, new(DeliveryMethod.Window, "钱某", m.Today)))),
        ["archive"] = (CaseStage.Delivered, (c, of) => c.Archive(by: By.Window(of: of))),
        ["withdraw"] = (CaseStage.InReview, (c, of) => c.Withdraw(by: By.Window(of: of))),
        ["terminate"] = (CaseStage.InReview, (c, of) => c.When("2026-03-03", By.Decider(of: of), (@case, m) => TerminateCase.Decide(@case, m, new([ACase.Reason])))),
    };

    public static TheoryData<string> All => [.. Commands.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void On_the_bureaus_case_the_department_does_nothing_and_on_the_departments_the_bureau(string command)
    {
        var (stage, run) = Commands[command];
        var bureaus = ACase.In(stage);
        District.Refused("case-of-another", () => run(bureaus, District.Health).Happened).Status.ShouldBe(403);
        var departments = bureaus with { Case = bureaus.Case with { Under = bureaus.Case.Under! with { Owner = District.Health } } };
        District.Refused("case-of-another", () => run(departments, District.Bureau).Happened).Message.ShouldContain("区卫生健康局");
    }
}
