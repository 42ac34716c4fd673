using System.Text.Json.Nodes;
using OneSeal.Sdk;

namespace OneSeal.Host.Catalogue;

/// <summary>实施清单要素: the elements of an item as data, so that it can be read when its module is not loaded.</summary>
internal sealed record ItemElements(
    string Code,
    string Name,
    ItemType Type,
    AuthorityLevel Level,
    HandlingType Handling,
    IReadOnlyList<string> LegalBasis,
    Limit StatutoryLimit,
    Limit PromisedLimit,
    StartEvent StartEvent,
    IReadOnlyList<ConditionText> Conditions,
    IReadOnlyList<TierText> Tiers,
    IReadOnlyList<Material> Materials,
    IReadOnlyList<ReviewStep> Steps,
    ResultLicence? Result,
    Fee? Fee,
    string SupervisingDepartment,
    IReadOnlyList<RiskPoint> RiskPoints,
    IReadOnlyList<ItemElement> Unconfirmed,
    JsonObject Form)
{
    public static ItemElements Of(RegisteredItem item, string department)
    {
        var d = item.Definition;
        return new ItemElements(
            item.Code.Value, d.Name, d.Type, d.Level, d.Handling, d.LegalBasis, d.StatutoryLimit, d.PromisedLimit, d.StartEvent,
            item.Conditions, item.Tiers, d.Materials, d.Steps, d.Result, d.Fee, d.SupervisingDepartment ?? department, d.RiskPoints,
            d.Unconfirmed, item.Form.Document);
    }

    /// <summary>The elements with an administrator's adjustment on top.</summary>
    public ItemElements With(ItemAdjustment adjustment) => this with
    {
        StatutoryLimit = adjustment.StatutoryLimit ?? StatutoryLimit,
        PromisedLimit = adjustment.PromisedLimit ?? PromisedLimit,
        Materials = adjustment.Materials ?? Materials,
        Fee = adjustment.NoFee ? null : adjustment.Fee ?? Fee,
        Tiers = adjustment.PromisedLimit is { } promise ? [.. Tiers.Select(t => Promising(t, promise))] : Tiers,
    };

    // A tier without a promise of its own follows the item's, as long as that does not exceed the tier's statute.
    private TierText Promising(TierText tier, Limit promise) =>
        tier.Promised == PromisedLimit && !promise.IsLongerThan(tier.Statutory) ? tier with { Promised = promise } : tier;
}

/// <summary>What an administrator changes of an item without code; null means "as the module registered it".</summary>
internal sealed record ItemAdjustment(
    Limit? StatutoryLimit = null, Limit? PromisedLimit = null, IReadOnlyList<Material>? Materials = null, Fee? Fee = null,
    bool NoFee = false);

/// <summary>An item as it was in force from a moment on.</summary>
/// <param name="Number">Which registration by the module and which adjustment on top, as <c>2.1</c>; it never changes its meaning.</param>
internal sealed record ItemVersion(string Number, DateTimeOffset From, string Source, ItemElements Elements);
