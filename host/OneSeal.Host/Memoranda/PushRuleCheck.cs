using System.Text.Json.Nodes;
using OneSeal.Host.Access;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Memoranda;

/// <summary>What is agreed on pushing must be possible: to somebody, within a time, once, and of fields that there are.</summary>
internal static class PushRuleCheck
{
    public static void Check(IReadOnlyList<PushRule> rules)
    {
        foreach (var (index, rule) in rules.Index())
        {
            var place = $"pushRules[{index}]";
            if (rule.Topics.Count == 0) throw new Refusal("push-rule-without-topics") { Field = place + ".topics" };
            rule.Recipient.RequireNamed(place + ".recipient");
            SetLinkageTerms.RequireSane(rule.Within, place + ".within");
            if (rule.ClaimWithin is { } claim) SetLinkageTerms.RequireSane(claim, place + ".claimWithin");
            if (rules.Take(index).Any(earlier => earlier.Recipient.Code == rule.Recipient.Code && Overlap(earlier, rule)))
                throw new Refusal("push-rule-twice", ("recipient", rule.Recipient.Name)) { Field = place + ".topics" };
        }
    }

    /// <summary>A field is asked for in the form of one of the items at least: the others simply have nothing to send.</summary>
    public static void CheckFields(IReadOnlyList<PushRule> rules, IEnumerable<Item> items)
    {
        var known = items.SelectMany(FieldsOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, rule) in rules.Index())
        {
            foreach (var (place, field) in rule.Fields.Index())
            {
                if (!known.Contains(field))
                    throw new Refusal("push-of-unknown-field", ("name", field)) { Field = $"pushRules[{index}].fields[{place}]" };
            }
        }
    }

    // One department is told of one thing by one rule: two would have to be guessed together.
    private static bool Overlap(PushRule one, PushRule other) =>
        Enum.GetValues<SupervisionTopic>().Any(t => one.Covers(t) && other.Covers(t));

    private static IEnumerable<string> FieldsOf(Item item) =>
        (item.Registrations[^1].Elements.Form["properties"] as JsonObject ?? []).Select(property => property.Key);
}
