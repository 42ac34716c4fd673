using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>You implement: how the host gets what the department's own system has to report, see <see cref="ModuleBuilder.CollectFeedback"/>.</summary>
/// <remarks>
/// Asked page after page: the host stores a page's items and its cursor, asks on while a page brings items, and rests when one is empty.
/// A page that throws, is too slow (a minute) or cannot be stored is asked for again next time from the same cursor, so that nothing is lost
/// and an item may come twice; <see cref="SupervisionFeedback.Id"/> tells.
/// </remarks>
public interface IFeedbackSource
{
    /// <summary>Gets the next page.</summary>
    /// <param name="cursor">Where the last page said to go on; null at the very beginning.</param>
    /// <param name="cancellationToken">Cancelled when the time limit is over or the module is being disabled.</param>
    Task<FeedbackPage> CollectAsync(string? cursor, CancellationToken cancellationToken);
}

/// <summary>Some feedback, oldest first.</summary>
/// <param name="Items">The items; none if there is nothing new.</param>
/// <param name="Cursor">Where to go on, in words of the department's system; null to go on from where this page was asked for.</param>
public sealed record FeedbackPage(IReadOnlyList<SupervisionFeedback> Items, string? Cursor)
{
    // A copy: a list of the module's own making would run its code when it is read, and keep the module in memory.
    /// <summary>The items; none if there is nothing new.</summary>
    public IReadOnlyList<SupervisionFeedback> Items { get; init; } = [.. Items];
}

/// <summary>监管反馈的种类. Later versions may add members.</summary>
[JsonConverter(typeof(CamelCaseEnum<FeedbackKind>))]
public enum FeedbackKind
{
    /// <summary>检查: an inspection with its result.</summary>
    Inspection,

    /// <summary>问题: something to be put right by a day.</summary>
    Finding,

    /// <summary>行政处罚: a penalty.</summary>
    Penalty,

    /// <summary>信用: a good or bad entry in the credit record.</summary>
    Credit,

    /// <summary>政策调整: a rule changed that the bureau decides by.</summary>
    NormChange,
}

/// <summary>
/// 监管反馈: what a department reports back to whoever approves. Made by the function of its kind, then tied with <see cref="About"/> to what
/// it is about; members that its kind does not have are null.
/// </summary>
/// <example>
/// <code>
/// SupervisionFeedback.Penalty("P-17", day, "未按许可路线行驶", "锦交罚〔2026〕17号", "《公路安全保护条例》第六十五条", "罚款", 5000)
///     .About(holder: "91370390MA00000179");
/// </code>
/// </example>
public sealed record SupervisionFeedback
{
    private SupervisionFeedback(FeedbackKind kind, string id, DateOnly on, string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        (Kind, Id, On, Title) = (kind, id, on, title);
    }

    /// <summary>Its id in the department's own system: the same whenever it is collected, and of nothing else.</summary>
    public string Id { get; }

    /// <summary>What it is.</summary>
    public FeedbackKind Kind { get; }

    /// <summary>The day on which it happened, in the region's time.</summary>
    public DateOnly On { get; }

    /// <summary>What it says in one line, in Chinese.</summary>
    public string Title { get; }

    /// <summary>证照标识 of the licence it is about.</summary>
    public string? Licence { get; private init; }

    /// <summary>统一社会信用代码 or 公民身份号码 of whom it is about.</summary>
    public string? Holder { get; private init; }

    /// <summary>The item it is about.</summary>
    public ItemCode? Item { get; private init; }

    /// <summary>文号 of a penalty's decision or of a norm.</summary>
    public string? Document { get; private init; }

    /// <summary>Of an inspection: whether it found nothing wrong.</summary>
    public bool? Passed { get; private init; }

    /// <summary>Of an inspection: what was found, each in Chinese; empty for the other kinds.</summary>
    public IReadOnlyList<string> Findings { get; private init; } = [];

    /// <summary>Of an inspection: who inspected; empty for the other kinds.</summary>
    public IReadOnlyList<string> Inspectors { get; private init; } = [];

    /// <summary>Of a finding: the last day by which it must be put right.</summary>
    public DateOnly? RectifyBy { get; private init; }

    /// <summary>Of a penalty: the provision it rests on.</summary>
    public string? Article { get; private init; }

    /// <summary>Of a penalty: its kind in the words of 行政处罚法 9, for example 罚款.</summary>
    public string? PenaltyKind { get; private init; }

    /// <summary>Of a penalty: the fine in yuan; null for another kind of penalty.</summary>
    public decimal? Amount { get; private init; }

    /// <summary>Of a credit entry: whether it speaks for the holder.</summary>
    public bool? IsGood { get; private init; }

    /// <summary>Of a credit entry: how grave it is, in the department's words.</summary>
    public string? Level { get; private init; }

    /// <summary>The first day on which a credit entry counts, or a changed norm is in force.</summary>
    public DateOnly? From { get; private init; }

    /// <summary>The last day on which a credit entry counts; null for no end.</summary>
    public DateOnly? Until { get; private init; }

    /// <summary>Of a finding: the fault; of a norm: what has changed, in Chinese.</summary>
    public string? Text { get; private init; }

    /// <summary>检查.</summary>
    /// <param name="id">Its id in the department's system.</param>
    /// <param name="on">The day of the inspection.</param>
    /// <param name="title">In one line, in Chinese.</param>
    /// <param name="passed">Whether nothing wrong was found.</param>
    /// <param name="findings">What was found; at least one if not passed.</param>
    /// <param name="inspectors">Who inspected; at least two (行政处罚法 42).</param>
    /// <exception cref="ArgumentException">There are fewer than two inspectors, or no finding although it was not passed.</exception>
    public static SupervisionFeedback Inspection(
        string id, DateOnly on, string title, bool passed, IReadOnlyList<string> findings, IReadOnlyList<string> inspectors)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(inspectors);
        if (inspectors.Count < 2) throw new ArgumentException("An inspection is made by two at least.", nameof(inspectors));
        if (!passed && findings.Count == 0) throw new ArgumentException("What was not passed has a finding.", nameof(findings));
        return new(FeedbackKind.Inspection, id, on, title) { Passed = passed, Findings = [.. findings], Inspectors = [.. inspectors] };
    }

    /// <summary>问题.</summary>
    /// <param name="id">Its id in the department's system.</param>
    /// <param name="on">The day on which it was found.</param>
    /// <param name="title">In one line, in Chinese.</param>
    /// <param name="fault">What is wrong, in Chinese.</param>
    /// <param name="rectifyBy">The last day by which it must be put right.</param>
    public static SupervisionFeedback Finding(string id, DateOnly on, string title, string fault, DateOnly rectifyBy) =>
        new(FeedbackKind.Finding, id, on, title) { Text = fault, RectifyBy = rectifyBy };

    /// <summary>行政处罚.</summary>
    /// <param name="id">Its id in the department's system.</param>
    /// <param name="on">The day of the decision.</param>
    /// <param name="title">What was punished, in one line, in Chinese.</param>
    /// <param name="document">文号 of the decision.</param>
    /// <param name="article">The provision it rests on.</param>
    /// <param name="kind">Its kind in the words of 行政处罚法 9, for example 罚款.</param>
    /// <param name="amount">The fine in yuan; null for another kind.</param>
    public static SupervisionFeedback Penalty(
        string id, DateOnly on, string title, string document, string article, string kind, decimal? amount) =>
        new(FeedbackKind.Penalty, id, on, title) { Document = document, Article = article, PenaltyKind = kind, Amount = amount };

    /// <summary>信用.</summary>
    /// <param name="id">Its id in the department's system.</param>
    /// <param name="on">The day on which it was entered.</param>
    /// <param name="title">In one line, in Chinese.</param>
    /// <param name="isGood">Whether it speaks for the holder.</param>
    /// <param name="level">How grave it is, in the department's words.</param>
    /// <param name="from">The first day on which it counts.</param>
    /// <param name="until">The last day; null for no end.</param>
    public static SupervisionFeedback Credit(
        string id, DateOnly on, string title, bool isGood, string level, DateOnly from, DateOnly? until) =>
        new(FeedbackKind.Credit, id, on, title) { IsGood = isGood, Level = level, From = from, Until = until };

    /// <summary>政策调整.</summary>
    /// <param name="id">Its id in the department's system.</param>
    /// <param name="on">The day on which it was published.</param>
    /// <param name="title">The norm's name, in Chinese.</param>
    /// <param name="document">文号.</param>
    /// <param name="what">What changes for whoever approves, in Chinese.</param>
    /// <param name="from">The first day on which it is in force.</param>
    public static SupervisionFeedback NormChange(string id, DateOnly on, string title, string document, string what, DateOnly from) =>
        new(FeedbackKind.NormChange, id, on, title) { Document = document, Text = what, From = from };

    /// <summary>Ties it to what it is about; a further call adds to the ties.</summary>
    /// <param name="licence">证照标识; null to leave it.</param>
    /// <param name="holder">统一社会信用代码 or 公民身份号码; null to leave it.</param>
    /// <param name="item">The item; null to leave it.</param>
    public SupervisionFeedback About(string? licence = null, string? holder = null, ItemCode? item = null) =>
        this with { Licence = licence ?? Licence, Holder = holder ?? Holder, Item = item ?? Item };
}
