using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Tests.Cases;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Licences;

/// <summary>延续 (行政许可法 50). A licence until 2026-03-31; the case is drafted, filed, accepted and reviewed in March.</summary>
public class Asking_for_more_time
{
    private static readonly ResultLicence Yearly = new("卫生许可证") { Validity = Limit.Months(12), RenewalWindow = Limit.CalendarDays(30) };

    private static Licence Until(string last) => ALicence.Issued("2025-04-01", last);

    [Theory]
    [InlineData("2026-04-01", true)]
    [InlineData("2026-03-31", false)]
    public void Is_in_time_thirty_days_before_the_last_day(string last, bool inTime)
    {
        var (_, licence) = Filed(Until(last));
        licence.Renewal.ShouldBe(new PendingRenewal(ACase.Id, District.Day("2026-03-02"), inTime));
        licence.On("2026-03-02").ShouldBe(LicenceState.Valid);
    }

    [Fact]
    public void Granted_it_is_the_same_licence_from_the_day_after_its_last_on()
    {
        var (filed, licence) = Filed(Until("2026-03-31"));
        var issued = Follow(filed.Accept().Complete("review").Decide() with { Renewed = licence }, licence, out licence).Seal().Issue();
        issued = Follow(issued, licence, out licence);

        var granted = issued.Case.Decision!.Licence!;
        (granted.Identifier, granted.ValidFrom, granted.ValidUntil).ShouldBe((ALicence.Identifier, District.Day("2026-04-01"), District.Day("2027-03-31")));
        issued.Case.DecisionDocument!.Licence.ShouldBe(granted);
        (licence.State, licence.ValidFrom, licence.ValidUntil, licence.Renewal).ShouldBe((LicenceState.Renewed, District.Day("2025-04-01"), District.Day("2027-03-31"), null));
        CaseDeliveries.LicenceOf(issued.Case).State.ShouldBe(LicenceState.Renewed);
    }

    [Fact]
    public void Denied_withdrawn_ended_or_declined_leaves_it_as_it_was()
    {
        var (filed, licence) = Filed(Until("2026-03-31"));
        foreach (var ended in new[] { filed.Accept().Complete("review").Decide(granted: false), filed.Accept().Withdraw(), filed.Accept().Terminate(), filed.Decline() })
        {
            Follow(ended, licence, out var after);
            (after.State, after.Renewal, after.ValidUntil).ShouldBe((LicenceState.Valid, null, District.Day("2026-03-31")));
        }
    }

    [Fact]
    public void What_the_law_has_renewed_can_be_granted_still_but_not_denied()
    {
        var (filed, licence) = Filed(Until("2026-04-01"));
        var reviewed = filed.Accept().Complete("review");
        foreach (var renewed in new[] { licence, licence.Swept("2026-04-02").After })
        {
            var late = reviewed with { Renewed = renewed };
            District.Refused("renewal-deemed-granted", () => late.Decide("2026-04-02", granted: false)).Message.ShouldContain("2026年4月1日届满");
            late.Decide("2026-04-02").Case.Decision!.Licence!.ValidFrom.ShouldBe(District.Day("2026-04-02"));
            late.Decide("2026-04-02").Case.Decision!.Licence!.ValidUntil.ShouldBe(District.Day("2027-04-01"));
        }

        (reviewed with { Renewed = licence }).Decide("2026-04-01", granted: false).Case.Decision!.Granted.ShouldBeFalse();
    }

    [Fact]
    public void Asked_for_too_late_it_must_be_decided_before_the_last_day_is_over()
    {
        var (filed, licence) = Filed(Until("2026-03-31"));
        var reviewed = filed.Accept().Complete("review") with { Renewed = licence };
        District.Refused("renewal-too-late", () => reviewed.Decide("2026-04-01"));
        reviewed.Decide("2026-04-01", granted: false).Case.Decision!.Granted.ShouldBeFalse();
        // Decided on the last day, it is issued later all the same, even if the sweep has come by.
        var sealedLate = (reviewed.Decide("2026-03-31") with { Renewed = licence.Swept("2026-04-01").After }).Seal("2026-04-01");
        sealedLate.Issue("2026-04-01").Case.Stage.ShouldBe(CaseStage.Issued);
    }

    [Fact]
    public void What_was_taken_away_meanwhile_cannot_be_given_more_time()
    {
        var (filed, licence) = Filed(Until("2026-03-31"));
        var revoked = filed.Accept().Complete("review") with { Renewed = licence.And(new LicenceEvent.Revoked(ALicence.Act, false)) };
        District.Refused("renewal-too-late", () => revoked.Decide()).Message.ShouldContain("已撤销");
        revoked.Decide(granted: false).Case.Decision!.Granted.ShouldBeFalse();
        Follow(revoked.Decide(granted: false), revoked.Renewed!, out var after);
        after.ShouldBe(revoked.Renewed);
    }

    [Fact]
    public void Is_for_a_licence_of_the_same_item_and_holder_that_is_in_force_and_not_asked_for_already()
    {
        var licence = Until("2026-03-31");
        Refused("renewal-licence-unknown", new Licence());
        Refused("renewal-of-another-item", licence with { Item = "某" });
        Refused("renewal-of-another-holder", licence with { HolderIdentifier = "91370390MA00000250" });
        Refused("renewal-not-in-force", licence.Suspended());
        Refused("renewal-not-in-force", Until("2026-03-01"));
        Refused("renewal-not-provided", ALicence.Issued(until: null));
        Refused("renewal-not-provided", licence, Yearly with { RenewalWindow = null });
        Refused("renewal-filed-before", licence.AskedFor("2026-02-01", inTime: true));

        static void Refused(string code, Licence licence, ResultLicence? result = null) =>
            District.Refused(code, () => Filed(licence, result).Case.Happened, "renews");
    }

    [Fact]
    public void An_application_from_before_there_were_renewals_is_read_as_one_for_a_new_licence() =>
        JournalJson.Read<Application>(
            """{"applicant":{"kind":"organisation","name":"锦源某宾馆","identifier":"91370390MA00000179","contact":""},"form":{},"materials":[]}""")
            .Renews.ShouldBeNull();

    private static (ACase Case, Licence Licence) Filed(Licence licence, ResultLicence? result = null)
    {
        var drafted = ACase.Drafted(AnItem.Registered(e => e with { Result = result ?? Yearly }).HandedOver());
        var asking = drafted with
        {
            Case = drafted.Case with { Application = drafted.Case.Application! with { Renews = ALicence.Identifier } },
            Renewed = licence,
        };
        var filed = Follow(asking.File(), licence, out var after);
        return (filed with { Renewed = after }, after);
    }

    /// <summary>What the last command on the case brings about for the licence.</summary>
    private static ACase Follow(ACase told, Licence licence, out Licence after)
    {
        after = licence;
        foreach (var happened in told.Happened.Where(e => CaseLicence.IdentifierOf(told.Case, e) is not null))
        {
            if (CaseLicence.EventOf(ACase.Id, told.Case, happened, after, told.Calendar) is { } follows) after = after.And(follows);
        }

        return told;
    }
}
