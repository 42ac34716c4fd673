using System.Text;

namespace OneSeal.Host.Catalogue;

/// <summary>A flow chart in the few words of Mermaid that are needed here.</summary>
internal static class MermaidText
{
    public static string Of(FlowChart chart)
    {
        var text = new StringBuilder("flowchart TD\n");
        foreach (var line in chart.Parts.SelectMany(LinesOf)) text.Append("    ").Append(line).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> LinesOf(object part) => part switch
    {
        FlowChartNode { Kind: FlowChartNodeKind.Step } step => [$"{step.Id}[\"{Label(step)}\"]"],
        FlowChartNode { Kind: FlowChartNodeKind.Note } note => [$"{note.Id}>\"{Label(note)}\"]", $"{note.Id} -.- {note.About}"],
        FlowChartNode end => [$"{end.Id}([\"{Label(end)}\"])"],
        FlowChartArrow { Label: { } label } arrow => [$"{arrow.From} -->|\"{Escaped(label)}\"| {arrow.To}"],
        FlowChartArrow arrow => [$"{arrow.From} --> {arrow.To}"],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    private static string Label(FlowChartNode node) =>
        string.Join("<br/>", node.Lines.Select(l => l.Text).Prepend(node.Title).OfType<string>().Select(Escaped));

    // Mermaid's own entities; the number sign first, for the others bring it.
    private static string Escaped(string text) => text.ReplaceLineEndings(" ")
        .Replace("#", "#35;", StringComparison.Ordinal)
        .Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal)
        .Replace(">", "#gt;", StringComparison.Ordinal);
}
