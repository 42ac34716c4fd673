using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Sheets;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Boundaries;

/// <summary>The columns of the published list (职责边界清单); the difference of two lists is told by the same columns.</summary>
internal static class BoundaryColumns
{
    public static IReadOnlyList<Column<Boundary>> All { get; } =
    [
        new(Text.Of("boundary.item"), 36, b => b.Item),
        new(Text.Of("boundary.name"), 24, b => b.ItemName),
        new(Text.Of("boundary.owner"), 20, b => b.Owner.Name),
        new(Text.Of("boundary.steps"), 44, b => string.Join('\n', b.Steps.Select(StepText))),
        new(Text.Of("boundary.supervisor"), 20, b => b.Supervisor.Name),
        new(Text.Of("boundary.assisting"), 20, b => b.Assisting?.Name ?? ""),
        new(Text.Of("boundary.approves"), 36, b => b.Approves),
        new(Text.Of("boundary.supervises"), 36, b => b.Supervises),
        new(Text.Of("boundary.statutory"), 20, b => LimitText.Of(b.StatutoryLimit, b.StartEvent)),
        new(Text.Of("boundary.promised"), 14, b => LimitText.Of(b.PromisedLimit)),
        new(Text.Of("boundary.linkage"), 28, b => b.Linkage is { } linkage ? LinkageOf(linkage) : ""),
        new(Text.Of("boundary.legal-basis"), 36, b => string.Join('\n', b.LegalBasis)),
        new(Text.Of("boundary.documents"), 36, b => string.Join('\n', b.Documents)),
        new(Text.Of("boundary.status"), 12, b => StatusOf(b.Status)),
    ];

    /// <summary>Such as 现场勘验：甲局主体责任，乙局配合责任，2个工作日，逾期未出具意见的继续办理.</summary>
    public static string StepText(BoundaryStep step) => Text.Of("boundary.step", ("step", step.Name)) + string.Join('，', Parts(step));

    private static IEnumerable<string> Parts(BoundaryStep step)
    {
        yield return Lead(step);
        if (step.Helper is { } helper) yield return Text.Of("boundary.helps", ("organisation", helper.Name));
        if (step.Limit is { } limit) yield return LimitText.Of(limit);
        if (step.IfSilent == IfSilent.ProceedWithout) yield return Text.Of("boundary.proceeds");
    }

    private static string Lead(BoundaryStep step) => step.Performer is { } performer
        ? step.Helper is null ? performer.Name : Text.Of("boundary.leads", ("organisation", performer.Name))
        : Text.Of("actor.system");

    private static string LinkageOf(LinkageLimits linkage) => string.Join('\n', Limits(linkage));

    private static IEnumerable<string> Limits(LinkageLimits linkage)
    {
        if (linkage.Push is { } push) yield return Text.Of("boundary.push", ("limit", LimitText.Of(push)));
        yield return linkage.Claim is { } claim
            ? Text.Of("boundary.claim", ("limit", LimitText.Of(claim)))
            : Text.Of("boundary.deemed-claimed");
        yield return Text.Of("boundary.feedback", ("limit", LimitText.Of(linkage.Feedback)));
    }

    private static string StatusOf(BoundaryStatus status) => status switch
    {
        BoundaryStatus.ByLaw => Text.Of("boundary.by-law"),
        BoundaryStatus.Settled => Text.Of("boundary.settled"),
        _ => Text.Of("boundary.open"),
    };
}
