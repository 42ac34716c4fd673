using OneSeal.Host.Access;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Jurisdiction;

/// <summary>划转: a memorandum in force moves an item from one organisation to another.</summary>
/// <param name="Memorandum">The memorandum's id.</param>
/// <param name="Citation">The memorandum as people cite it: title and number.</param>
/// <param name="From">移交方: who decided before.</param>
/// <param name="To">承接方: who decides from then on.</param>
/// <param name="Supervisor">监管部门 after the handover.</param>
/// <param name="Regime">The locality's regime on the day the memorandum took effect.</param>
/// <param name="EffectiveFrom">The signing by the second side, or the handover date if that is later; never in the past.</param>
internal sealed record Assignment(
    string Memorandum, string Citation, Organisation From, Organisation To, Organisation Supervisor, Regime Regime,
    DateTimeOffset EffectiveFrom)
{
    /// <summary>
    /// 职责边界: from when both sides agree who does what; null while they do not, and the item stays where it was (达拉特旗 三(三)1).
    /// </summary>
    public DateTimeOffset? BoundarySettledAt { get; init; }

    /// <summary>From when the memorandum no longer holds for the item; null while it does.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
