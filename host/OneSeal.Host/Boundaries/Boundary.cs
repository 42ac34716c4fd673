using System.Text.Json.Serialization;
using OneSeal.Host.Access;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Memoranda;
using OneSeal.Sdk;

namespace OneSeal.Host.Boundaries;

/// <summary>职责边界: who does what of one item on a day, within which limits, and on which basis.</summary>
/// <param name="Item">实施编码.</param>
/// <param name="Owner">Who accepts, reviews and decides.</param>
/// <param name="Supervisor">监管部门.</param>
/// <param name="Status">Whether both sides agree.</param>
internal sealed record Boundary(string Item, string ItemName, Organisation Owner, Organisation Supervisor, BoundaryStatus Status)
{
    /// <summary>协助方: who helps during a transition; null outside one.</summary>
    public Organisation? Assisting { get; init; }

    /// <summary>The regime of the transition by which the owner was found; null without a memorandum.</summary>
    public string? Regime { get; init; }

    /// <summary>审批职责, as both sides put it; empty where they have not.</summary>
    public string Approves { get; init; } = "";

    /// <summary>监管职责, as both sides put it; empty where they have not.</summary>
    public string Supervises { get; init; } = "";

    public required IReadOnlyList<BoundaryStep> Steps { get; init; }

    public required Limit StatutoryLimit { get; init; }

    public required StartEvent StartEvent { get; init; }

    public required Limit PromisedLimit { get; init; }

    /// <summary>How approval and supervision keep each other informed; null where one organisation does both.</summary>
    public LinkageLimits? Linkage { get; init; }

    /// <summary>设定依据.</summary>
    public required IReadOnlyList<string> LegalBasis { get; init; }

    /// <summary>The memorandum, as people cite it, and the agreements by which it was settled or amended; none where the law alone says it.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Whoever has a part in it; some of them more than one.</summary>
    [JsonIgnore]
    public IEnumerable<Organisation> Organisations =>
        Steps.SelectMany(s => new[] { s.Performer, s.Helper }).Concat([Owner, Supervisor, Assisting]).OfType<Organisation>();

    /// <summary>Whether an organisation, by name or code, has a part in it.</summary>
    public bool Concerns(string organisation) => Organisations.Any(o => o.Name == organisation || o.Code == organisation);
}

internal enum BoundaryStatus
{
    /// <summary>No memorandum: the department does it all, by law.</summary>
    ByLaw,

    /// <summary>已明确: a memorandum holds and both sides agree.</summary>
    Settled,

    /// <summary>尚未明确: a memorandum covers it, but both sides do not agree yet; until they do it stays where it was.</summary>
    Open,
}

/// <summary>One review step.</summary>
/// <param name="Performer">主体责任; null for what the system does by itself.</param>
/// <param name="Helper">配合责任.</param>
/// <param name="Limit">The agreed limit, else the item's own; null if only the case's clock binds it.</param>
/// <param name="IfSilent">What happens without an opinion; null where nothing is agreed on.</param>
internal sealed record BoundaryStep(
    string Key, string Name, Organisation? Performer, Organisation? Helper, Limit? Limit, IfSilent? IfSilent);

/// <param name="Push">推送时限; null if no rule says it.</param>
/// <param name="Claim">认领时限; null where a push counts as claimed (推送即认领).</param>
/// <param name="Feedback">反馈时限.</param>
internal sealed record LinkageLimits(Limit? Push, Limit? Claim, Limit Feedback);
