using OneSeal.Host.Documents;
using OneSeal.Host.Licences;
using OneSeal.Host.Requests;
using OneSeal.Host.Tests.Cases;

namespace OneSeal.Host.Tests.Requests;

/// <summary>行政许可法 7, 45, 47, 48: before something is taken from him.</summary>
public class The_holder_is_heard
{
    private static ARequest Told => ARequest.In(RequestStage.HolderTold);

    [Fact]
    public void He_is_told_why_and_until_when_he_may_ask_for_a_hearing()
    {
        var paper = Told.Request.Notices.ShouldHaveSingleItem();
        (paper.Kind, paper.Deadline!.DueOn, paper.ApplicantName).ShouldBe((NoticeKind.Intention, District.Day("2026-05-09"), "锦源某宾馆"));
        paper.Number.ToString().ShouldStartWith("GZ370390202600000701");
        paper.Reasons.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(nameof(LicenceActKind.Change), true)]
    [InlineData(nameof(LicenceActKind.Withdraw), true)]
    [InlineData(nameof(LicenceActKind.Revoke), true)]
    [InlineData(nameof(LicenceActKind.Suspend), true)]
    [InlineData(nameof(LicenceActKind.Cancel), false)]
    public void Of_what_burdens_him_and_only_of_that(string kind, bool heard)
    {
        var verified = ARequest.Submitted(ARequest.Act(Enum.Parse<LicenceActKind>(kind))).Verify();
        if (heard) District.Refused("holder-not-heard", () => verified.Accept());
        else District.Refused("holder-need-not-be-heard", () => verified.Tell());
        (heard ? verified.Tell().Request.Stage : verified.Accept().Request.Stage).ShouldBe(heard ? RequestStage.HolderTold : RequestStage.Decided);
    }

    [Theory]
    [InlineData("ForceMajeure", true)]
    [InlineData("Other", true)]
    [InlineData("PersonGone", false)]
    [InlineData("OrganisationEnded", false)]
    public void Of_a_cancellation_that_is_a_matter_of_judgement(string ground, bool heard)
    {
        var verified = ARequest.Submitted(new RequestedAct.Cancel(Enum.Parse<CancelGround>(ground))).Verify();
        if (heard) District.Refused("holder-not-heard", () => verified.Accept());
        else District.Refused("holder-need-not-be-heard", () => verified.Tell());
        var decided = (heard ? verified.Tell().Waive() : verified).Accept();
        foreach (var paper in decided.Request.Notices) NoticePage.Render(paper, new Uri("https://example.gov.cn/verify/1")).ShouldContain("卫生许可证");
        var paperToHim = decided.Request.Notices.Single(n => n.Kind == NoticeKind.LicenceCancellation);
        (paperToHim.Remedies is not null).ShouldBe(heard);
        NoticePage.Render(paperToHim, new Uri("https://example.gov.cn/verify/1")).Contains("行政复议", StringComparison.Ordinal).ShouldBe(heard);
    }

    [Fact]
    public void A_change_to_which_he_has_agreed_in_writing_needs_no_hearing_and_no_compensation()
    {
        var agreed = new RequestedAct.Change(ChangeGround.WrittenWrongly, null, "锦源新宾馆", null, "consent-1");
        agreed.Files.ShouldBe(["consent-1"]);
        ARequest.Submitted(agreed).Verify().Decide(on: "2026-04-29").Request.Stage.ShouldBe(RequestStage.Decided);
    }

    [Fact]
    public void What_is_not_upheld_is_rejected_without_troubling_him()
    {
        var unfounded = ARequest.Submitted().Verify(upheld: false);
        District.Refused("holder-need-not-be-heard", () => unfounded.Tell());
        District.Refused("request-not-upheld", () => unfounded.Accept());
        unfounded.Decide(accepted: false, on: "2026-04-29").Request.Notices.ShouldHaveSingleItem().Kind.ShouldBe(NoticeKind.Reply);
    }

    [Fact]
    public void He_has_five_working_days_and_until_they_are_over_silence_is_no_answer()
    {
        District.Refused("holder-may-still-speak", () => Told.Hear(new HolderHeard.Silent(), "2026-05-09")).Status.ShouldBe(409);
        Told.Hear(new HolderHeard.Silent(), "2026-05-11").Request.Stage.ShouldBe(RequestStage.Heard);
        District.Refused("hearing-asked-too-late", () => Told.Call("2026-05-11", applied: "2026-05-11", held: "2026-05-20"), "appliedOn");
        District.Refused("before-holder-was-told", () => Told.Call(applied: "2026-04-28"), "appliedOn");
        District.Refused("date-in-the-future", () => Told.Call(applied: "2026-05-08"), "appliedOn");
        Told.Call("2026-05-11", applied: "2026-05-09", held: "2026-05-20").Request.Stage.ShouldBe(RequestStage.HearingCalled);
    }

    [Fact]
    public void Who_has_stated_his_case_may_still_ask_for_a_hearing_and_nothing_is_decided_before_that_time_is_over()
    {
        var stated = Told.Hear(new HolderHeard.Statement(District.Day("2026-04-30"), "不知情", []), "2026-04-30");
        District.Refused("hearing-may-still-be-asked", () => stated.Accept("2026-05-09"));
        stated.Accept("2026-05-11").Request.Stage.ShouldBe(RequestStage.Decided);
        stated.Call().Request.Stage.ShouldBe(RequestStage.HearingCalled);
    }

    [Fact]
    public void He_hears_of_it_seven_days_ahead_and_it_is_held_within_twenty()
    {
        District.Refused("hearing-notice-too-short", () => Told.Call(held: "2026-05-14"), "on").Message.ShouldContain("2026年5月15日");
        District.Refused("hearing-too-late", () => Told.Call(held: "2026-06-04"), "on").Message.ShouldContain("2026年6月3日");
        Told.Call(held: "2026-05-15").Request.Hearing!.On.ShouldBe(District.Day("2026-05-15"));
        Told.Call(held: "2026-06-03").Request.Notices[^1].Hearing!.On.ShouldBe(District.Day("2026-06-03"));
    }

    [Fact]
    public void Called_too_late_to_keep_both_it_is_held_as_soon_as_he_has_had_his_seven_days()
    {
        District.Refused("hearing-too-late", () => Told.Call("2026-06-01", held: "2026-06-11"), "on");
        Told.Call("2026-06-01", held: "2026-06-10").Request.Stage.ShouldBe(RequestStage.HearingCalled);
    }

    [Fact]
    public void Who_looked_into_the_matter_does_not_chair_it()
    {
        District.Refused("hearing-chair-verified", () => Told.Call(chair: "丑"), "chair");
        District.Refused("hearing-chair-verified", () => Told.Call().Hearing(chair: "丑"), "how.chair");
        District.Refused("signature-without-name", () => Told.Call(chair: " "), "chair");
        District.Refused("heard-too-early", () => Told.Call().Hear(new HolderHeard.Hearing(District.Day("2026-05-15"), "卯", "要点", "r"), "2026-05-18"), "how.on");
    }

    [Fact]
    public void Told_of_what_then_is_not_done_he_is_told_that_as_well()
    {
        Told.TakeBack("2026-05-06").Request.Notices[^1].Kind.ShouldBe(NoticeKind.Clearance);
        Told.Waive().Decide(accepted: false, interest: ARequest.GreatHarm).Request.Notices.Select(n => n.Kind)
            .ShouldBe([NoticeKind.Intention, NoticeKind.Clearance, NoticeKind.Reply]);
        ARequest.Submitted().TakeBack().Request.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void The_time_of_the_hearing_is_not_counted()
    {
        var called = Told.Call();
        called.Request.Answer!.Due.ShouldBeNull();
        called.Hearing().Request.Answer!.Due.ShouldBe(District.Day("2026-06-02"));
        called.Waive("2026-05-08").Request.Answer!.Due.ShouldBe(District.Day("2026-05-22"));
    }
}
