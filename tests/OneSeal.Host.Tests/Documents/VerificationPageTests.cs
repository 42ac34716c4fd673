using OneSeal.Host.Documents;

namespace OneSeal.Host.Tests.Documents;

public class VerificationPageTests
{
    [Fact]
    public void A_found_document_shows_what_to_compare_and_nothing_private()
    {
        var content = Notices.Of(NoticeKind.Acceptance) with { ApplicantName = "欧阳小明", Contact = new("王主任", "13800000000", "家") };

        var html = VerificationPage.Render(new Verification.Found(content, DocumentState.Valid));

        html.ShouldContain("有效");
        html.ShouldContain("受理通知书");
        html.ShouldContain("锦审受〔2026〕000123号");
        html.ShouldContain("锦城区行政审批服务局");
        html.ShouldContain("欧**");
        html.ShouldNotContain("欧阳");
        html.ShouldNotContain("13800000000");
        html.ShouldNotContain(content.CaseNumber);
    }

    [Fact]
    public void An_unknown_number_is_said_to_be_unknown()
    {
        var number = new DocumentNumber(NoticeKind.Grant, "370390", 2026, 7, 1);

        var html = VerificationPage.Render(new Verification.NotFound(number));

        html.ShouldContain("查无此文书");
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
