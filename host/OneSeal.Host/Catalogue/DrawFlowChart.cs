using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Catalogue;

/// <summary>
/// 审批流程图: an item's procedure, drawn from the definition that cases run by: who handles each step, what he must look at,
/// within which limit, and where the risks lie. A step that only some forms need is drawn like the others.
/// </summary>
internal static class DrawFlowChart
{
    private const string MediaType = "text/vnd.mermaid";

    /// <summary>办理流程 for a program that draws it itself.</summary>
    public sealed record Procedure(
        string Code, string Name, IReadOnlyList<FlowChartNode> Nodes, IReadOnlyList<FlowChartArrow> Arrows);

    public static void MapDrawFlowChart(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/items/{code}/flow-chart", async (
            string code, string? region, RequestRegion regions, EventJournal journal, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            var (_, chart) = await OfTodayAsync(code, region, regions, journal, time, cancellationToken);
            return TypedResults.Text(MermaidText.Of(chart), MediaType + "; charset=utf-8");
        })
        .Produces<string>(StatusCodes.Status200OK, MediaType)
        .Anyone();

        routes.MapGet("/api/items/{code}/procedure", async (
            string code, string? region, RequestRegion regions, EventJournal journal, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            var (name, chart) = await OfTodayAsync(code, region, regions, journal, time, cancellationToken);
            return new Procedure(code, name, [.. chart.Nodes], [.. chart.Arrows]);
        }).Anyone();
    }

    public static FlowChart Draw(ItemElements elements, Ownership ownership, AgreedSupport? support = null)
    {
        var chart = new FlowChart();
        var nobody = new Organisation(Text.Of("chart.nobody"), "");
        var owner = (ownership.Owner ?? nobody).Name;
        chart.Start("apply", elements.Name, Remark(Text.Of("chart.apply")));
        chart.Step("accept", Text.Of("task.accept"), Handler(owner), Within(AcceptanceClock.LimitToAnswer));
        chart.Step("supplement", Text.Of("chart.supplement"), Remark(Text.Of("chart.once")));
        chart.End("declined", Text.Of("case.stage.Declined"));
        chart.Arrow("apply", "accept");
        chart.Arrow("accept", "supplement", Text.Of("chart.incomplete"));
        chart.Arrow("supplement", "accept");
        chart.Arrow("accept", "declined");
        DrawSteps(
            chart, elements with { Steps = [.. elements.Steps.Select(s => AgreedSupport.Apply(support, s))] },
            s => StepPerformer.Of(s, ownership.Owner ?? nobody, ownership.Supervisor, support?.For(s.Key)));
        DrawDecision(chart, elements, owner);
        return chart;
    }

    private static void DrawSteps(FlowChart chart, ItemElements elements, Func<ReviewStep, StepPerformer> performerOf)
    {
        var steps = elements.Steps;
        var ids = steps.Index().ToDictionary(s => s.Item.Key, s => $"step{s.Index + 1}", StringComparer.Ordinal);
        foreach (var (index, step) in steps.Index())
        {
            var performer = performerOf(step);
            chart.Step(
                ids[step.Key], step.Name,
                Handler(performer.Role == Role.System ? Text.Of("actor.system") : performer.Organisation.Name),
                performer.Helper is { } helper ? new(FlowChartMeaning.Helper, Text.Of("chart.helper", ("helper", helper.Name))) : null,
                step.Requirement is { Length: > 0 } requirement
                    ? new(FlowChartMeaning.Requirement, Text.Of("chart.requirement", ("requirement", requirement)))
                    : null,
                step.Limit is { } limit ? Within(limit) : null,
                step.Suspension is { } s
                    ? new(FlowChartMeaning.Suspension, Text.Of("chart.suspension", ("procedure", s.Name), ("article", s.Article)))
                    : null);
            var before = steps.Before(index);
            if (before.Count == 0) chart.Arrow("accept", ids[step.Key]);
            foreach (var key in before) chart.Arrow(ids[key], ids[step.Key]);
        }

        foreach (var (index, risk) in elements.RiskPoints.Index())
        {
            chart.Note(
                $"risk{index + 1}", ids[risk.StepKey],
                new FlowChartLine(FlowChartMeaning.Risk, Text.Of("chart.risk", ("risk", risk.Risk))),
                new FlowChartLine(FlowChartMeaning.Control, Text.Of("chart.control", ("control", risk.Control))));
        }

        var awaited = steps.Index().SelectMany(s => steps.Before(s.Index)).ToHashSet(StringComparer.Ordinal);
        foreach (var last in steps.Where(s => !awaited.Contains(s.Key))) chart.Arrow(ids[last.Key], "decide");
        if (steps.Count == 0) chart.Arrow("accept", "decide");
    }

    private static void DrawDecision(FlowChart chart, ItemElements elements, string owner)
    {
        var handler = DecideCase.IsAtOnce(elements.Handling, elements.Type) ? Text.Of("actor.system") : owner;
        string[] limits =
        [
            Marked("chart.statutory", LimitText.Of(elements.StatutoryLimit, elements.StartEvent), ItemElement.StatutoryLimit),
            Marked("chart.promised", LimitText.Of(elements.PromisedLimit), ItemElement.PromisedLimit),
            .. elements.Tiers.Select(t => Text.Of(
                "chart.tier", ("tier", t.Label), ("statutory", LimitText.Of(t.Statutory)), ("promised", LimitText.Of(t.Promised)))),
        ];
        chart.Step(
            "decide", Text.Of("task.decide"),
            [Handler(handler), .. limits.Select(limit => new FlowChartLine(FlowChartMeaning.Limit, limit))]);
        chart.Step(
            "deliver", Text.Of("task.deliver"), Handler(owner), elements.Result is { } result ? new(FlowChartMeaning.Result, result.Name) : null,
            Within(DecideCase.LimitToIssue));
        chart.End("denied", Text.Of("chart.denied"));
        chart.Arrow("decide", "deliver", Text.Of("chart.granted"));
        chart.Arrow("decide", "denied");

        string Marked(string key, string limit, ItemElement element) =>
            Text.Of(key, ("limit", limit)) + (elements.Unconfirmed.Contains(element) ? Text.Of("chart.unconfirmed") : "");
    }

    private static async Task<(string Name, FlowChart Chart)> OfTodayAsync(
        string code, string? region, RequestRegion regions, EventJournal journal, TimeProvider time, CancellationToken cancellationToken)
    {
        var (item, _) = await ShowItem.LoadAsync(journal, regions, region, code, cancellationToken);
        var now = time.GetUtcNow();
        var governing = item.State.GoverningAt(now);
        var support = governing is null
            ? null
            : AgreedSupport.Of((await journal.LoadAsync(
                Memorandum.Kind, Memorandum.Kind.Stream(item.Name.Region, governing.Memorandum), cancellationToken)).State, code);
        var elements = item.State.VersionAt(now)!.Elements;
        return (elements.Name, Draw(elements, item.State.OwnerAt(now), support));
    }

    private static FlowChartLine Remark(string text) => new(FlowChartMeaning.Remark, text);

    private static FlowChartLine Handler(string name) => new(FlowChartMeaning.Handler, Text.Of("chart.handler", ("handler", name)));

    private static FlowChartLine Within(Limit limit) => new(FlowChartMeaning.Limit, Text.Of("chart.limit", ("limit", LimitText.Of(limit))));
}
