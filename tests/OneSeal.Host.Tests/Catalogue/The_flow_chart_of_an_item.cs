using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Tests.Cases;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Catalogue;

public class The_flow_chart_of_an_item
{
    private static readonly Ownership Bureau = new(District.Bureau, District.Health) { Explanation = [] };

    [Fact]
    public void Shows_handler_requirement_limit_and_risk_of_each_step()
    {
        var elements = AnItem.Elements.Steps(
            ReviewStep.ByOwner("form-review", "形式审查") with { Limit = Limit.WorkingDays(1) },
            ReviewStep.ByDepartment("site-survey", "现场勘验") with { Requirement = "两人以上，附现场照片", After = [] },
            ReviewStep.ByDepartment("water-test", "水质检测") with
            {
                Suspension = ClockSuspension.Article45(SpecialProcedure.Testing),
                After = ["form-review", "site-survey"],
            },
            ReviewStep.ByOwner("review", "审查")) with
        {
            Tiers = [new("small", "200平方米以下", Limit.WorkingDays(5), Limit.WorkingDays(3))],
            RiskPoints = [new("site-survey", "降低标准", "两人签字")],
            Unconfirmed = [ItemElement.StatutoryLimit],
        };

        DrawFlowChart.Draw(elements, Bureau).ShouldMatchApproved(c => c.NoDiff().SubFolder("approved"));
    }

    [Fact]
    public void Shows_whom_the_memorandum_names_and_the_limit_it_agrees_on()
    {
        var support = new AgreedSupport("《备忘录》", [new("site-survey", District.Town, District.Health, Limit.WorkingDays(2))]);

        DrawFlowChart.Draw(AnItem.Elements.Steps(ReviewStep.ByDepartment("site-survey", "现场勘验") with { Limit = Limit.WorkingDays(5) }), Bureau, support)
            .ShouldContain("step1[\"现场勘验<br/>办理：稷下街道办事处<br/>配合：区卫生健康局<br/>时限：2个工作日\"]");
    }

    [Fact]
    public void Of_a_record_filing_without_steps_goes_from_the_counter_to_the_system()
    {
        var chart = DrawFlowChart.Draw(AnItem.Elements.AsRecordFiling(), Bureau);

        chart.ShouldContain("accept --> decide");
        chart.ShouldContain("decide[\"作出决定<br/>办理：系统");
    }

    [Fact]
    public void Is_not_broken_by_what_a_text_contains() =>
        DrawFlowChart.Draw(AnItem.Elements.Steps(ReviewStep.ByOwner("review", "核对\"#1\"<b>\n")), Bureau)
            .ShouldContain("step1[\"核对#quot;#35;1#quot;#lt;b#gt; <br/>");
}
