using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Documents;
using OneSeal.Host.Licences;
using OneSeal.Host.Memoranda;
using OneSeal.Sdk;

namespace OneSeal.Host.Linkage;

/// <summary>What is pushed to one department on one occasion.</summary>
/// <param name="Basis">On what it rests: the memorandum as people cite it, or the reason it was added by hand.</param>
/// <param name="ClaimWithin">The rule's own limit to claim; null for the locality's.</param>
internal sealed record PlannedPush(
    Organisation Recipient, IReadOnlyList<string> Fields, IReadOnlyList<NoticeKind>? Documents, Limit? ClaimWithin, string? Basis)
{
    /// <summary>The rule's own limit to push; null where no rule says. It is pushed at once all the same.</summary>
    public Limit? Within { get; init; }
}

/// <summary>
/// 推送规则: to whom something is pushed. The supervising department is always told, whether a rule names it or not; the memorandum's rules
/// name further ones and say what goes along; more are added by hand to one case.
/// </summary>
internal static class PushPlan
{
    public static IReadOnlyList<PlannedPush> For(SupervisionTopic topic, Case @case, Memorandum? memorandum)
    {
        var basis = @case.Under!.Citation;
        var byRule = (memorandum?.Content?.PushRules ?? [])
            .Where(r => r.Covers(topic))
            .Select(r => new PlannedPush(r.Recipient, r.Fields, r.Documents, r.ClaimWithin, basis) { Within = r.Within });
        var byHand = @case.AddedRecipients.Select(a => new PlannedPush(a.Organisation, [], null, null, a.Reason));
        var always = new PlannedPush(@case.Under.Supervisor, [], null, null, basis);
        // Who decides it knows it already.
        return [.. byRule.Append(always).Concat(byHand).Where(p => p.Recipient.Code != @case.Owner.Code).DistinctBy(p => p.Recipient.Code)];
    }

    /// <summary>Whether a department must claim it: the results, from which its supervision starts, not the way to them.</summary>
    public static bool NeedsClaim(SupervisionTopic topic, Case @case, LicenceState? licence) => topic switch
    {
        SupervisionTopic.Issued => true,
        SupervisionTopic.Decided => @case.Decision!.Granted && !@case.MayIssue,
        SupervisionTopic.LicenceChanged => licence != LicenceState.Expired,
        _ => false,
    };
}
