using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Sheets;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Boundaries;

/// <summary>权责清单: the same boundaries from the organisations' side, what each of them has to do.</summary>
internal static class DutyList
{
    /// <returns>Organisation by organisation, item by item.</returns>
    public static IReadOnlyList<Duty> Of(IEnumerable<Boundary> boundaries) =>
        [.. boundaries.SelectMany(Of).OrderBy(d => d.Organisation.Code, StringComparer.Ordinal).ThenBy(d => d.Item, StringComparer.Ordinal)];

    public static IReadOnlyList<Column<Duty>> Columns { get; } =
    [
        new(Text.Of("boundary.organisation"), 20, d => d.Organisation.Name),
        new(Text.Of("boundary.duty"), 14, d => TextOf(d.Kind)),
        new(Text.Of("boundary.item"), 36, d => d.Item),
        new(Text.Of("boundary.name"), 24, d => d.ItemName),
        new(Text.Of("boundary.content"), 44, d => d.Content),
        new(Text.Of("boundary.limit"), 20, d => d.Limit),
        new(Text.Of("boundary.basis"), 36, d => string.Join('\n', d.Basis)),
    ];

    private static IEnumerable<Duty> Of(Boundary b)
    {
        string[] basis = [.. b.LegalBasis, .. b.Documents];
        yield return new Duty(b.Owner, DutyKind.Decides, b.Item, b.ItemName, b.Approves, LimitText.Of(b.PromisedLimit), basis);
        foreach (var step in b.Steps)
        {
            var limit = step.Limit is { } given ? LimitText.Of(given) : "";
            if (step.Performer is { } performer && performer.Code != b.Owner.Code)
                yield return new Duty(performer, DutyKind.Supports, b.Item, b.ItemName, step.Name, limit, basis, step.Key);
            // Who helps has no day of his own.
            if (step.Helper is { } helper)
                yield return new Duty(helper, DutyKind.Helps, b.Item, b.ItemName, step.Name, "", basis, step.Key);
        }

        yield return new Duty(b.Supervisor, DutyKind.Supervises, b.Item, b.ItemName, b.Supervises, "", basis);
        if (b.Assisting is { } assisting) yield return new Duty(assisting, DutyKind.Assists, b.Item, b.ItemName, "", "", basis);
    }

    private static string TextOf(DutyKind kind) => kind switch
    {
        DutyKind.Decides => Text.Of("boundary.decides"),
        DutyKind.Supports => Text.Of("boundary.supports"),
        DutyKind.Helps => Text.Of("boundary.helping"),
        DutyKind.Supervises => Text.Of("boundary.supervising"),
        _ => Text.Of("boundary.assists"),
    };
}

/// <param name="Content">The words of the memorandum, or the name of the step; empty where neither says more than the kind.</param>
/// <param name="Limit">Within what, in words; empty if no limit is set.</param>
/// <param name="Step">The key of the step; null for what is no step.</param>
internal sealed record Duty(
    Organisation Organisation, DutyKind Kind, string Item, string ItemName, string Content, string Limit, IReadOnlyList<string> Basis,
    string? Step = null);

internal enum DutyKind
{
    /// <summary>受理、审查、决定.</summary>
    Decides,

    /// <summary>技术支撑: performs a step of the owner's procedure.</summary>
    Supports,

    /// <summary>配合技术支撑.</summary>
    Helps,

    /// <summary>事中事后监管.</summary>
    Supervises,

    /// <summary>过渡期协助.</summary>
    Assists,
}
