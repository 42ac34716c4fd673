using OneSeal.Host.Documents;
using OneSeal.Host.Licences;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Documents;

public class VerificationPageTests
{
    private static readonly DateTimeOffset Now = District.At("2026-11-22");

    [Fact]
    public void A_found_document_shows_what_to_compare_and_nothing_private()
    {
        var content = Notices.Of(NoticeKind.Acceptance) with { ApplicantName = "欧阳小明", Contact = new("王主任", "13800000000", "家") };

        var html = VerificationPage.Render(Verification.Found.Of(content with { Seal = new("行政审批专用章", content.IssuedOn) }, null, Now));

        html.ShouldContain("class=\"state valid\"");
        html.ShouldContain("核验时间</dt><dd>2026年11月22日 10:00");
        html.ShouldContain("受理通知书");
        html.ShouldContain("锦审受〔2026〕000123号");
        html.ShouldContain("锦城区行政审批服务局");
        html.ShouldContain("欧**");
        html.ShouldNotContain("欧阳");
        html.ShouldNotContain("13800000000");
        html.ShouldNotContain(content.CaseNumber);
    }

    [Theory]
    [InlineData(LicenceState.Valid)]
    [InlineData(LicenceState.Suspended)]
    [InlineData(LicenceState.Changed)]
    [InlineData(LicenceState.Withdrawn)]
    [InlineData(LicenceState.Revoked)]
    [InlineData(LicenceState.Cancelled)]
    [InlineData(LicenceState.Expired)]
    [InlineData(LicenceState.Renewed)]
    public void A_licence_shows_its_state_in_its_own_look_on_itself_and_on_the_paper_that_granted_it(object given)
    {
        var state = (LicenceState)given;
        var licence = new Licence { State = state, Name = "卫生许可证", Holder = "锦源云溪商贸有限公司", HolderIdentifier = "91370390MA00000179", ValidUntil = new(2029, 1, 1) };
        LicenceIdentifier.TryParse("11100000000013338W032.11220000013544541J.2430599.001.F", out var identifier).ShouldBeTrue();
        var paper = Notices.Of(NoticeKind.Grant) with { Seal = new("行政审批专用章", new(2026, 3, 2)) };

        foreach (var html in new[] { Verification.Found.Of(identifier!, licence, Now), Verification.Found.Of(paper, licence, Now) }.Select(VerificationPage.Render))
        {
            html.ShouldContain($"<div class=\"state {state.InJson()}\"><strong>{state.InChinese()}</strong>");
            html.ShouldContain($".state.{state.InJson()} ");
            html.ShouldContain(Text.Of("licence.meaning." + state));
            html.ShouldContain("2029年1月1日");
            html.ShouldNotContain("91370390MA00000179");
            html.ShouldNotContain("云溪商贸");
        }
    }

    [Fact]
    public void A_paper_that_is_not_sealed_is_worth_nothing_yet()
    {
        VerificationPage.Render(Verification.Found.Of(Notices.Of(NoticeKind.Grant) with { Seal = null }, null, Now)).ShouldContain("class=\"state unsealed\"");
    }

    [Fact]
    public void An_unknown_number_is_said_to_be_unknown()
    {
        var number = new DocumentNumber(NoticeKind.Grant, "370390", 2026, 7, 1);

        var html = VerificationPage.Render(new Verification.NotFound(number.ToString()));

        html.ShouldContain("查无此文书或证照");
        html.ShouldContain(number.ToString());
    }

    [Fact]
    public void A_malformed_number_is_echoed_escaped_and_short()
    {
        var html = VerificationPage.Render(new Verification.Malformed("<script>" + new string('x', 500), "请重新输入。"));

        html.ShouldContain("编号有误");
        html.ShouldContain("&lt;script&gt;");
        html.ShouldNotContain("<script>");
        html.ShouldNotContain(new string('x', 50));
        html.ShouldContain("请重新输入。");
    }

    [Fact]
    public void Every_state_has_a_label()
    {
        foreach (var state in Enum.GetValues<DocumentState>()) state.Label.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("王芳", "王**")]
    [InlineData("欧阳小明", "欧**")]
    [InlineData("阿卜杜拉·买买提", "阿**")]
    [InlineData("John Smith", "J**")]
    [InlineData("锦城区老巷子餐饮有限公司", "锦城****有限公司")]
    [InlineData("", "**")]
    public void Names_are_masked(string name, string masked) => MaskedName.Of(name).ShouldBe(masked);
}
