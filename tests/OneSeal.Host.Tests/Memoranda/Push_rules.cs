using System.Text.Json.Nodes;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Tests.Linkage;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Memoranda;

public class Push_rules
{
    private static readonly PushRule Rule = APush.Rule(District.Health, SupervisionTopic.Accepted, SupervisionTopic.Issued);

    [Fact]
    public void Say_whom_what_and_by_when()
    {
        Should.NotThrow(() => PushRuleCheck.Check([Rule, APush.Rule(District.Health, SupervisionTopic.Decided), APush.Rule(APush.Transport, SupervisionTopic.Issued)]));
        Refused("push-rule-without-topics", "pushRules[0].topics", Rule with { Topics = [] });
        Refused("organisation-unnamed", "pushRules[0].recipient.name", Rule with { Recipient = Rule.Recipient with { Name = "" } });
        Refused("linkage-limit-out-of-range", "pushRules[0].within", Rule with { Within = Limit.WorkingDays(99) });
        Refused("linkage-limit-out-of-range", "pushRules[0].claimWithin", Rule with { ClaimWithin = Limit.WorkingDays(0) });
    }

    [Fact]
    public void Tell_one_department_of_one_thing_once()
    {
        Refused("push-rule-twice", "pushRules[1].topics", Rule, APush.Rule(District.Health, SupervisionTopic.Issued));
        // A rule on the acceptance covers the suspension, one on the issue what becomes of the licence.
        Refused("push-rule-twice", "pushRules[1].topics", Rule, APush.Rule(District.Health, SupervisionTopic.Suspended));
        Refused("push-rule-twice", "pushRules[1].topics", Rule, APush.Rule(District.Health, SupervisionTopic.LicenceChanged));
    }

    [Fact]
    public void Send_fields_that_an_items_form_has()
    {
        var item = AnItem.Registered(e => e with { Form = new JsonObject { ["properties"] = new JsonObject { ["area"] = new JsonObject() } } });
        Should.NotThrow(() => PushRuleCheck.CheckFields([Rule with { Fields = ["area"] }], [AnItem.Registered(), item]));
        District.Refused("push-of-unknown-field", () => Check("area", "size"), "pushRules[0].fields[1]").Message.ShouldContain("size");

        object? Check(params string[] fields)
        {
            PushRuleCheck.CheckFields([Rule with { Fields = fields }], [item]);
            return null;
        }
    }

    private static void Refused(string code, string field, params PushRule[] rules) => District.Refused(
        code,
        () =>
        {
            PushRuleCheck.Check(rules);
            return null;
        },
        field);
}
