using System.Text.Json.Serialization;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Requests;

/// <summary>陈述申辩和听证: how the holder was heard before something was taken from him.</summary>
[JsonDerivedType(typeof(Statement), "statement")]
[JsonDerivedType(typeof(Hearing), "hearing")]
[JsonDerivedType(typeof(Waived), "waived")]
[JsonDerivedType(typeof(Silent), "silent")]
internal abstract record HolderHeard
{
    private HolderHeard()
    {
    }

    /// <summary>As the decision says it.</summary>
    internal abstract string InWords { get; }

    internal virtual IReadOnlyList<string> Files => [];

    /// <summary>陈述、申辩: he said or wrote what he thinks of it.</summary>
    public sealed record Statement(DateOnly On, string Summary, IReadOnlyList<string> Attachments) : HolderHeard
    {
        internal override string InWords => Text.Of("request.heard.statement", ("on", On), ("summary", Clauses.Of(Summary)));

        internal override IReadOnlyList<string> Files => Attachments;
    }

    /// <summary>听证.</summary>
    /// <param name="Chair">听证主持人.</param>
    /// <param name="Record">The attachment with the signed record (听证笔录), on which the decision must rest (行政许可法 48).</param>
    public sealed record Hearing(DateOnly On, string Chair, string Summary, string Record) : HolderHeard
    {
        internal override string InWords =>
            Text.Of("request.heard.hearing", ("on", On), ("chair", Chair), ("summary", Clauses.Of(Summary)));

        internal override IReadOnlyList<string> Files => [Record];
    }

    /// <summary>放弃: he said that he has nothing to say and wants no hearing.</summary>
    /// <param name="Attachments">What proves it: his paper, or the record that he signed; at least one.</param>
    public sealed record Waived(DateOnly On, IReadOnlyList<string> Attachments) : HolderHeard
    {
        internal override string InWords => Text.Of("request.heard.waived", ("on", On));

        internal override IReadOnlyList<string> Files => Attachments;
    }

    /// <summary>逾期未提出: the time passed without a word of his.</summary>
    public sealed record Silent : HolderHeard
    {
        internal override string InWords => Text.Of("request.heard.silent");
    }
}
