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

        MermaidText.Of(DrawFlowChart.Draw(elements, Bureau)).ShouldMatchApproved(c => c.NoDiff().SubFolder("approved"));
    }

    [Fact]
    public void Shows_whom_the_memorandum_names_and_the_limit_it_agrees_on()
    {
        var support = new AgreedSupport("《备忘录》", [new("site-survey", District.Town, District.Health, Limit.WorkingDays(2))]);

        MermaidText.Of(DrawFlowChart.Draw(
            AnItem.Elements.Steps(ReviewStep.ByDepartment("site-survey", "现场勘验") with { Limit = Limit.WorkingDays(5) }), Bureau, support))
            .ShouldContain("step1[\"现场勘验<br/>办理：稷下街道办事处<br/>配合：区卫生健康局<br/>时限：2个工作日\"]");
    }

    [Fact]
    public void Of_a_record_filing_without_steps_goes_from_the_counter_to_the_system()
    {
        var chart = MermaidText.Of(DrawFlowChart.Draw(AnItem.Elements.AsRecordFiling(), Bureau));

        chart.ShouldContain("accept --> decide");
        chart.ShouldContain("decide[\"作出决定<br/>办理：系统");
    }

    [Fact]
    public void Is_not_broken_by_what_a_text_contains() =>
        MermaidText.Of(DrawFlowChart.Draw(AnItem.Elements.Steps(ReviewStep.ByOwner("review", "核对\"#1\"<b>\n")), Bureau))
            .ShouldContain("step1[\"核对#quot;#35;1#quot;#lt;b#gt; <br/>");

    [Fact]
    public void Says_as_data_what_each_line_means_and_what_follows_what()
    {
        var chart = DrawFlowChart.Draw(
            AnItem.Elements.Steps(ReviewStep.ByDepartment("site-survey", "现场勘验") with { Limit = Limit.WorkingDays(2) }) with
            {
                RiskPoints = [new("site-survey", "降低标准", "两人签字")],
            },
            Bureau);

        chart.Nodes.Single(n => n.Title == "现场勘验").Lines.ShouldBe(
            [new(FlowChartMeaning.Handler, "办理：区卫生健康局"), new(FlowChartMeaning.Limit, "时限：2个工作日")]);
        var note = chart.Nodes.Single(n => n.Kind == FlowChartNodeKind.Note);
        (note.About, note.Lines[0]).ShouldBe(("step1", new(FlowChartMeaning.Risk, "风险点：降低标准")));
        chart.Arrows.ShouldContain(new FlowChartArrow("accept", "supplement", "材料不齐全或不符合法定形式"));
        chart.Arrows.SelectMany(a => new[] { a.From, a.To }).Distinct().ShouldBeSubsetOf(chart.Nodes.Select(n => n.Id));
    }
}
