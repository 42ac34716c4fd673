using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using OneSeal.Host.Documents;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Documents;

public partial class NoticePageTests
{
    public static TheoryData<string> Kinds => [.. Notices.Kinds.Select(k => k.ToString())];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_each_kind_says_stays_as_approved(string kind)
    {
        var html = NoticePage.Render(Notices.Of(Enum.Parse<NoticeKind>(kind)), Notices.VerificationUrl);

        WordsOf(html).ShouldMatchApproved(c => c.NoDiff().SubFolder("approved").WithDiscriminator(kind));
    }

    [Fact]
    public void Every_kind_has_a_template() => Notices.Kinds.Select(k => k.Key).ShouldBeSubsetOf(Templates.Names);

    [Fact]
    public void What_an_applicant_wrote_is_shown_and_never_run()
    {
        var content = Notices.Of(NoticeKind.Denial) with
        {
            ApplicantName = "<script>alert('a')</script>",
            Reasons = [new("<img src=x onerror=alert(1)>", "\"&")],
            IssuingOrganisation = "局</text><script>",
        };

        var html = NoticePage.Render(content, Notices.VerificationUrl);

        html.ShouldContain("&lt;script&gt;alert(");
        html.ShouldNotContain("<script", Case.Insensitive);
        html.ShouldNotContain("<img", Case.Insensitive);
    }

    [Fact]
    public void Only_a_sealed_notice_carries_the_seal_and_only_an_unsealed_one_the_watermark()
    {
        var complete = Notices.Of(NoticeKind.Acceptance);
        var sealedPage = NoticePage.Render(complete, Notices.VerificationUrl);
        var draft = NoticePage.Render(complete with { Seal = null }, Notices.VerificationUrl);

        sealedPage.ShouldContain("class=\"seal\"");
        sealedPage.ShouldNotContain("class=\"draft\"");
        draft.ShouldNotContain("class=\"seal\"");
        draft.ShouldContain("class=\"draft\"");
    }

    [Fact]
    public void A_page_refers_to_nothing_outside_itself()
    {
        var html = NoticePage.Render(Notices.Of(NoticeKind.Grant), Notices.VerificationUrl);

        html.ShouldNotContain(" src=");
        html.ShouldNotContain("<link");
        html.ShouldNotContain("url(");
    }

    [Fact]
    public void A_denial_without_reasons_and_remedies_is_not_made()
    {
        var content = Notices.Of(NoticeKind.Denial) with { Reasons = [], Remedies = null };

        var refusal = Should.Throw<Refusal>(() => NoticePage.Render(content, Notices.VerificationUrl));

        refusal.Code.ShouldBe("notice-incomplete");
        refusal.Message.ShouldBe("《不予行政许可决定书》还缺少：理由、行政复议和行政诉讼的途径。请补齐后再制作文书。");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_notice_survives_its_keeping_as_JSON(string kind)
    {
        var json = JsonSerializer.Serialize(Notices.Of(Enum.Parse<NoticeKind>(kind)), JsonSerializerOptions.Web);

        var again = JsonSerializer.Deserialize<NoticeContent>(json, JsonSerializerOptions.Web)!;

        JsonSerializer.Serialize(again, JsonSerializerOptions.Web).ShouldBe(json);
    }

    [Fact]
    public void A_licence_without_end_says_so() =>
        WordsOf(NoticePage.Render(
            Notices.Of(NoticeKind.Grant) with { Licence = new("执业证书", "A1", new(2026, 3, 20), null) }, Notices.VerificationUrl))
            .ShouldContain("自2026年3月20日起长期有效");

    /// <summary>The words a reader sees, one block a line; the drawings are left out.</summary>
    private static string WordsOf(string html)
    {
        var words = Drawing().Replace(html, "");
        words = BlockEnd().Replace(words, "\n");
        words = Tag().Replace(words, " ");
        var lines = WebUtility.HtmlDecode(words).Split('\n').Select(line => Spaces().Replace(line, " ").Trim());
        return string.Join("\n", lines.Where(line => line.Length > 0)) + "\n";
    }

    [GeneratedRegex("<svg.*?</svg>|<style>.*?</style>|<title>.*?</title>", RegexOptions.Singleline)]
    private static partial Regex Drawing();

    [GeneratedRegex("</(p|li|tr|h1|div)>")]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
