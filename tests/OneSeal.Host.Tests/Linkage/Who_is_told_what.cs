using System.Text.Json;
using OneSeal.Host.Cases;
using OneSeal.Host.Documents;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Tests.Cases;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Linkage;

public class Who_is_told_what
{
    private static readonly ACase Issued = ACase.In(CaseStage.Issued);

    [Fact]
    public void The_supervising_department_is_told_of_everything_though_no_rule_names_it()
    {
        foreach (var topic in Enum.GetValues<SupervisionTopic>().Except([SupervisionTopic.LicenceChanged]))
            APush.Of(Issued, topic).ShouldHaveSingleItem().Recipient.ShouldBe(District.Health, topic.ToString());
    }

    [Fact]
    public void A_rule_names_further_departments_and_what_goes_along()
    {
        var filed = new ACase(Issued.Case with { Application = Issued.Case.Application! with { Form = JsonElement.Parse("""{"area":260,"staff":6,"phone":"1"}""") } }, Issued.Item);
        var rule = APush.Rule(APush.Transport, SupervisionTopic.Decided) with { Fields = ["area", "absent"], Documents = [NoticeKind.Acceptance, NoticeKind.Grant] };

        var told = APush.Of(filed, SupervisionTopic.Decided, APush.Agreed(rule));

        told.Select(p => p.Recipient).ShouldBe([APush.Transport, District.Health]);
        told[0].Content.Fields.ShouldHaveSingleItem().Key.ShouldBe("area");
        told[0].Content.Documents.Select(d => d.Title).ShouldBe(["受理通知书", "准予行政许可决定书"]);
        told[0].Basis.ShouldBe("《备忘录》（m-1）");
        // Nobody has agreed on more for the supervising department than the decision itself.
        told[1].Content.Fields.ShouldBeEmpty();
        told[1].Content.Documents.ShouldHaveSingleItem().Title.ShouldBe("准予行政许可决定书");
    }

    [Fact]
    public void Nothing_else_of_the_application_goes_along()
    {
        var json = JsonSerializer.Serialize(APush.Of(Issued, SupervisionTopic.Issued)[0].Content);
        json.ShouldNotContain(ACase.Applicant.Contact);
        json.ShouldContain(ACase.Applicant.Identifier);
    }

    [Fact]
    public void A_rule_on_the_acceptance_covers_what_then_happens_and_one_on_the_issue_what_becomes_of_the_licence()
    {
        var accepted = APush.Agreed(APush.Rule(APush.Transport, SupervisionTopic.Accepted));
        foreach (var topic in new[] { SupervisionTopic.Accepted, SupervisionTopic.Suspended, SupervisionTopic.Resumed, SupervisionTopic.Closed })
            Recipients(topic, accepted).ShouldContain(APush.Transport.Code, topic.ToString());
        Recipients(SupervisionTopic.Decided, accepted).ShouldBe([District.Health.Code]);

        var issued = APush.Agreed(APush.Rule(APush.Transport, SupervisionTopic.Issued));
        Recipients(SupervisionTopic.LicenceChanged, issued).ShouldContain(APush.Transport.Code);
        Recipients(SupervisionTopic.Closed, issued).ShouldBe([District.Health.Code]);

        static IEnumerable<string> Recipients(SupervisionTopic topic, Memorandum memorandum) =>
            PushPlan.For(topic, Issued.Case, memorandum).Select(p => p.Recipient.Code);
    }

    [Fact]
    public void Who_decides_is_not_told_of_it() =>
        APush.Of(Issued, SupervisionTopic.Issued, APush.Agreed(APush.Rule(District.Bureau, SupervisionTopic.Issued))).ShouldHaveSingleItem().Recipient.ShouldBe(District.Health);

    [Fact]
    public void Who_was_added_by_hand_is_told_for_the_reason_given_or_as_a_rule_has_it()
    {
        var added = Issued.Add(APush.Transport);
        APush.Of(added, SupervisionTopic.Issued).Select(p => (p.Recipient, p.Basis)).ShouldBe([(District.Health, "《备忘录》（m-1）"), (APush.Transport, "涉及联合监管")]);
        var rule = APush.Rule(APush.Transport, SupervisionTopic.Issued) with { ClaimWithin = Limit.WorkingDays(5) };
        APush.Of(added, SupervisionTopic.Issued, APush.Agreed(rule)).Single(p => p.Recipient == APush.Transport).ClaimLimit!.Deadline.Limit.ShouldBe(Limit.WorkingDays(5));
    }

    [Fact]
    public void What_is_told_of_the_acceptance_knows_no_decision()
    {
        // A record-filing is accepted and decided in one command; both are told of as the case stands after it.
        var rule = APush.Rule(APush.Transport, SupervisionTopic.Accepted) with { Documents = [NoticeKind.Acceptance, NoticeKind.Grant] };
        var told = APush.Of(Issued, SupervisionTopic.Accepted, APush.Agreed(rule))[0].Content;
        (told.Granted, told.Licence).ShouldBe((null, null));
        told.Documents.ShouldHaveSingleItem().Title.ShouldBe("受理通知书");
        APush.Of(Issued, SupervisionTopic.Accepted)[0].Content.Documents.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(LicenceState.Revoked, true)]
    [InlineData(LicenceState.Changed, true)]
    [InlineData(LicenceState.Suspended, true)]
    [InlineData(LicenceState.Expired, false)]
    public void What_becomes_of_a_licence_is_claimed_unless_its_term_is_simply_over(object state, bool claimed)
    {
        var licence = CaseDeliveries.LicenceOf(Issued.Case) with { State = (LicenceState)state };
        (APush.Of(Issued, SupervisionTopic.LicenceChanged, licence)[0].ClaimLimit is not null).ShouldBe(claimed);
    }

    [Fact]
    public void Of_a_decision_that_brings_a_licence_only_the_licence_is_claimed()
    {
        APush.Of(Issued, SupervisionTopic.Decided)[0].ClaimLimit.ShouldBeNull();
        APush.Of(Issued, SupervisionTopic.Issued)[0].ClaimLimit.ShouldNotBeNull();
        APush.Of(ACase.Accepted().Complete("review").Decide(granted: false), SupervisionTopic.Decided)[0].ClaimLimit.ShouldBeNull();
        var filing = ACase.Accepted(e => e.AsRecordFiling(e.Steps[0]) with { Handling = HandlingType.Promised, Result = null }).Complete("review").Decide();
        APush.Of(filing, SupervisionTopic.Decided)[0].ClaimLimit.ShouldNotBeNull();
    }

    [Fact]
    public void It_is_told_at_once_and_shows_by_when_the_rule_had_it_told()
    {
        var told = APush.Of(Issued, SupervisionTopic.Issued, APush.Agreed(APush.Rule(District.Health, SupervisionTopic.Issued)), on: "2026-09-30")[0];
        told.PushBy.ShouldBe(District.Day("2026-10-08"));
        APush.Of(Issued, SupervisionTopic.Issued)[0].PushBy.ShouldBeNull();
    }

    [Fact]
    public void Added_by_hand_it_is_told_of_the_latest_result()
    {
        Latest(CaseStage.Filed).ShouldBeNull();
        Latest(CaseStage.InReview).ShouldBe(SupervisionTopic.Accepted);
        Latest(CaseStage.Sealed).ShouldBe(SupervisionTopic.Decided);
        Latest(CaseStage.Issued, LicenceState.Valid).ShouldBe(SupervisionTopic.Issued);
        Latest(CaseStage.Archived, LicenceState.Revoked).ShouldBe(SupervisionTopic.LicenceChanged);

        static SupervisionTopic? Latest(CaseStage stage, LicenceState? licence = null) => AddRecipient.LatestOf(ACase.In(stage).Case, licence);
    }

    [Fact]
    public void A_department_is_added_by_the_owner_once_and_with_a_reason()
    {
        District.Refused("case-of-another", () => Issued.Add(APush.Transport, by: By.Reviewer(of: District.Health)));
        District.Refused("recipient-told-already", () => Issued.Add(APush.Transport).Add(APush.Transport), "recipient").Status.ShouldBe(409);
        District.Refused("recipient-told-already", () => Issued.Add(District.Health), "recipient");
        District.Refused("recipient-is-owner", () => Issued.Add(District.Bureau), "recipient");
        District.Refused("reason-missing", () => Issued.Add(APush.Transport, reason: " "), "reason");
        District.Refused("organisation-code-invalid", () => Issued.Add(new("某局", "1")), "recipient.code");
    }

    [Fact]
    public void Where_a_push_counts_as_claimed_nothing_runs()
    {
        var deemed = APush.Of(Issued, SupervisionTopic.Issued, terms: APush.Deeming)[0];
        (deemed.Deemed, deemed.ClaimLimit).ShouldBe((true, null));
        APush.Of(Issued, SupervisionTopic.Decided, terms: APush.Deeming)[0].Deemed.ShouldBeFalse();
    }
}
