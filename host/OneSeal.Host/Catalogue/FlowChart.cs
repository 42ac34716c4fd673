using System.Text.Json.Serialization;

namespace OneSeal.Host.Catalogue;

/// <summary>审批流程图 as data: what there is to be done, and what follows what. A chart is read from top to bottom, in the order of its parts.</summary>
internal sealed class FlowChart
{
    private readonly List<object> _parts = [];

    public IEnumerable<FlowChartNode> Nodes => _parts.OfType<FlowChartNode>();

    public IEnumerable<FlowChartArrow> Arrows => _parts.OfType<FlowChartArrow>();

    /// <summary>Nodes and arrows as they were drawn.</summary>
    public IReadOnlyList<object> Parts => _parts;

    public void Start(string id, string title, params FlowChartLine?[] lines) => Add(FlowChartNodeKind.Start, id, title, lines);

    public void Step(string id, string title, params FlowChartLine?[] lines) => Add(FlowChartNodeKind.Step, id, title, lines);

    public void End(string id, string title) => Add(FlowChartNodeKind.End, id, title, []);

    /// <param name="about">The step it stands beside.</param>
    public void Note(string id, string about, params FlowChartLine?[] lines) => Add(FlowChartNodeKind.Note, id, null, lines, about);

    public void Arrow(string from, string to, string? label = null) => _parts.Add(new FlowChartArrow(from, to, label));

    private void Add(FlowChartNodeKind kind, string id, string? title, FlowChartLine?[] lines, string? about = null) =>
        _parts.Add(new FlowChartNode(id, kind, title, [.. lines.OfType<FlowChartLine>()], about));
}

/// <param name="Title">Null for a note, which has lines only.</param>
/// <param name="About">The step that a note stands beside; null for all others.</param>
internal sealed record FlowChartNode(
    string Id, FlowChartNodeKind Kind, string? Title, IReadOnlyList<FlowChartLine> Lines, string? About);

/// <param name="Text">As people read it, with the word for its meaning where it needs one.</param>
internal sealed record FlowChartLine(FlowChartMeaning Meaning, string Text);

internal sealed record FlowChartArrow(string From, string To, string? Label);

[JsonConverter(typeof(JsonStringEnumConverter<FlowChartNodeKind>))]
internal enum FlowChartNodeKind
{
    [JsonStringEnumMemberName("start")]
    Start,

    [JsonStringEnumMemberName("step")]
    Step,

    [JsonStringEnumMemberName("end")]
    End,

    /// <summary>风险点及防控措施.</summary>
    [JsonStringEnumMemberName("note")]
    Note,
}

/// <summary>What a line of a step tells.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlowChartMeaning>))]
internal enum FlowChartMeaning
{
    [JsonStringEnumMemberName("remark")]
    Remark,

    /// <summary>办理.</summary>
    [JsonStringEnumMemberName("handler")]
    Handler,

    /// <summary>配合.</summary>
    [JsonStringEnumMemberName("helper")]
    Helper,

    /// <summary>审查要求.</summary>
    [JsonStringEnumMemberName("requirement")]
    Requirement,

    /// <summary>时限.</summary>
    [JsonStringEnumMemberName("limit")]
    Limit,

    /// <summary>不计入期限的特别程序.</summary>
    [JsonStringEnumMemberName("suspension")]
    Suspension,

    /// <summary>办理结果.</summary>
    [JsonStringEnumMemberName("result")]
    Result,

    /// <summary>风险点.</summary>
    [JsonStringEnumMemberName("risk")]
    Risk,

    /// <summary>防控措施.</summary>
    [JsonStringEnumMemberName("control")]
    Control,
}
