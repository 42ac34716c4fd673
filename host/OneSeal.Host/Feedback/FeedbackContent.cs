using System.Text.Json.Serialization;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Feedback;

/// <summary>反馈内容: what a department reports back to the bureau; what it may be about follows from its kind.</summary>
[JsonDerivedType(typeof(Inspection), "inspection")]
[JsonDerivedType(typeof(Finding), "finding")]
[JsonDerivedType(typeof(Penalty), "penalty")]
[JsonDerivedType(typeof(Credit), "credit")]
[JsonDerivedType(typeof(NormChange), "normChange")]
internal abstract record FeedbackContent
{
    private FeedbackContent()
    {
    }

    [JsonIgnore]
    public abstract FeedbackKind Kind { get; }

    /// <summary>The day on which it happened, from which the department's time to report it runs.</summary>
    [JsonIgnore]
    public abstract DateOnly HappenedOn { get; }

    /// <summary>Whether it speaks against the holder.</summary>
    [JsonIgnore]
    public abstract bool IsAdverse { get; }

    /// <summary>The last day on which it counts; null for what counts without end.</summary>
    [JsonIgnore]
    public virtual DateOnly? CountsUntil => null;

    /// <exception cref="Refusal">Something is missing or cannot be.</exception>
    public abstract void Check(DateOnly today);

    public bool MayBeAbout(SubjectKind subject) => (Kind == FeedbackKind.NormChange) == (subject == SubjectKind.Item);

    /// <summary>监督检查.</summary>
    /// <param name="Passed">Whether it found no fault.</param>
    /// <param name="Findings">检查情况, in words.</param>
    /// <param name="Inspectors">
    /// Who looked and signed the record (行政许可法 61); at least two, as article 55 has it for inspections before a decision.
    /// </param>
    public sealed record Inspection(DateOnly On, bool Passed, string Findings, IReadOnlyList<string> Inspectors) : FeedbackContent
    {
        public override FeedbackKind Kind => FeedbackKind.Inspection;

        public override DateOnly HappenedOn => On;

        public override bool IsAdverse => !Passed;

        public override void Check(DateOnly today)
        {
            NotAfter(today, On, "on");
            Written(Findings, "findings");
            if (Inspectors.Where(i => !string.IsNullOrWhiteSpace(i)).Select(i => i.Trim()).Distinct().Count() < 2)
                throw new Refusal("inspectors-too-few") { Field = "content.inspectors" };
        }
    }

    /// <summary>问题线索 (整改): a fault that is to be put right by a day.</summary>
    public sealed record Finding(DateOnly On, string Fault, DateOnly RectifyBy) : FeedbackContent
    {
        public override FeedbackKind Kind => FeedbackKind.Finding;

        public override DateOnly HappenedOn => On;

        public override bool IsAdverse => true;

        public override void Check(DateOnly today)
        {
            NotAfter(today, On, "on");
            Written(Fault, "fault");
            if (RectifyBy < On) throw new Refusal("rectified-before-found", ("date", On)) { Field = "content.rectifyBy" };
        }
    }

    /// <summary>行政处罚.</summary>
    /// <param name="Document">文号 of the decision.</param>
    /// <param name="Article">The provision it rests on.</param>
    /// <param name="Sanction">处罚种类: a warning, a fine and so on, as the decision has it.</param>
    /// <param name="Amount">In yuan; null where nothing is to be paid.</param>
    public sealed record Penalty(DateOnly On, string Document, string Article, string Sanction, decimal? Amount) : FeedbackContent
    {
        public override FeedbackKind Kind => FeedbackKind.Penalty;

        public override DateOnly HappenedOn => On;

        public override bool IsAdverse => true;

        public override void Check(DateOnly today)
        {
            NotAfter(today, On, "on");
            Written(Document, "document");
            Written(Article, "article");
            Written(Sanction, "sanction");
            if (Amount is <= 0 or > 1_000_000_000_000m) throw new Refusal("penalty-amount") { Field = "content.amount" };
        }
    }

    /// <summary>信用信息: good or bad, for a time.</summary>
    /// <param name="Level">等级, as the source has it.</param>
    /// <param name="Source">认定机关 or register.</param>
    /// <param name="Until">The last day on which it counts; null if the source names none.</param>
    public sealed record Credit(bool Good, string Level, string Source, DateOnly From, DateOnly? Until) : FeedbackContent
    {
        public override FeedbackKind Kind => FeedbackKind.Credit;

        public override DateOnly HappenedOn => From;

        public override bool IsAdverse => !Good;

        public override DateOnly? CountsUntil => Until;

        public override void Check(DateOnly today)
        {
            NotAfter(today, From, "from");
            Written(Level, "level");
            Written(Source, "source");
            if (Until < From) throw new Refusal("credit-over-before", ("date", From)) { Field = "content.until" };
        }
    }

    /// <summary>政策标准调整: a norm changes by which an item is decided.</summary>
    /// <param name="IssuedOn">The day of the document.</param>
    /// <param name="Document">文号.</param>
    /// <param name="What">What changes, in words.</param>
    /// <param name="From">From when it applies; often later.</param>
    public sealed record NormChange(DateOnly IssuedOn, string Document, string What, DateOnly From) : FeedbackContent
    {
        public override FeedbackKind Kind => FeedbackKind.NormChange;

        public override DateOnly HappenedOn => IssuedOn;

        public override bool IsAdverse => false;

        public override void Check(DateOnly today)
        {
            NotAfter(today, IssuedOn, "issuedOn");
            Written(Document, "document");
            Written(What, "what");
        }
    }

    private static void NotAfter(DateOnly today, DateOnly day, string field)
    {
        if (day > today) throw new Refusal("date-in-the-future") { Field = "content." + field };
    }

    private static void Written(string text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new Refusal("feedback-incomplete") { Field = "content." + field };
    }
}

internal enum FeedbackKind { Inspection, Finding, Penalty, Credit, NormChange }

/// <summary>What a feedback is about.</summary>
internal enum SubjectKind { Licence, Holder, Item }

/// <summary>What a feedback is about, with all by which it must be found again; as it stood when it was reported.</summary>
/// <param name="Licence">证照标识; null for what is not about a licence.</param>
/// <param name="HolderIdentifier">公民身份号码 or 统一社会信用代码; null for what is about an item.</param>
/// <param name="Item">The item, or the licence's; null for what is about a holder.</param>
internal sealed record FeedbackSubject(
    SubjectKind Kind, string? Licence, string? Holder, string? HolderIdentifier, string? Item, string? ItemName);
