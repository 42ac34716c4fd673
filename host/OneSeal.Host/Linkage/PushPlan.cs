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
    Organisation Recipient, IReadOnlyList<string> Fields, IReadOnlyList<NoticeKind>? Documents, Limit? ClaimWithin, string? Basis);

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
            .Where(r => Covers(r.Topics, topic))
            .Select(r => new PlannedPush(r.Recipient, r.Fields, r.Documents, r.ClaimWithin, basis));
        var always = @case.AddedRecipients.Prepend(@case.Under.Supervisor).Select(o => new PlannedPush(o, [], null, null, basis));
        // Who decides it knows it already.
        return [.. byRule.Concat(always).Where(p => p.Recipient.Code != @case.Owner.Code).DistinctBy(p => p.Recipient.Code)];
    }

    /// <summary>Whether a department must claim it: the results, from which its supervision starts, not the way to them.</summary>
    public static bool NeedsClaim(SupervisionTopic topic, Case @case, LicenceState? licence) => topic switch
    {
        SupervisionTopic.Issued => true,
        SupervisionTopic.Decided => @case.Decision!.Granted && !@case.MayIssue,
        SupervisionTopic.LicenceChanged => licence != LicenceState.Expired,
        _ => false,
    };

    // Who is told that it was accepted is told what then happens to it, and who is told of a licence is told what becomes of it.
    private static bool Covers(IReadOnlyList<SupervisionTopic> agreed, SupervisionTopic topic) => agreed.Contains(topic) || topic switch
    {
        SupervisionTopic.Suspended or SupervisionTopic.Resumed or SupervisionTopic.Closed => agreed.Contains(SupervisionTopic.Accepted),
        SupervisionTopic.LicenceChanged => agreed.Contains(SupervisionTopic.Issued),
        _ => false,
    };
}
