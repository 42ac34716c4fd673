using System.Text.Json;
using OneSeal.Sdk;

namespace OneSeal.Sdk.Tests;

/// <summary>Check vectors: codes as published, and each way in which one can be wrong.</summary>
public sealed class IdentifierTests
{
    [Theory]
    [InlineData("11370800MB28559184")]
    [InlineData("12441500196720244T")]
    [InlineData("11430000006122244L")]
    [InlineData("11220000013544541J")]
    public void A_published_credit_code_is_read(string code) => SocialCreditCode.Parse(code).Value.ShouldBe(code);

    [Theory]
    [InlineData("11370800MB28559185", "should be '4'")]
    [InlineData("11370800MB2855918", "has 17")]
    [InlineData("11370800MI28559184", "'I'")]
    [InlineData("11370800mb28559184", "'m'")]
    public void A_wrong_credit_code_is_told_what_is_wrong(string code, string says) =>
        Should.Throw<FormatException>(() => SocialCreditCode.Parse(code)).Message.ShouldContain(says);

    [Fact]
    public void Every_slip_of_one_character_in_a_credit_code_is_found()
    {
        const string code = "11370800MB28559184";
        foreach (var (i, right) in code.Index())
        {
            foreach (var wrong in "0123456789ABCDEFGHJKLMNPQRTUWXY".Where(c => c != right))
                SocialCreditCode.TryParse(code[..i] + wrong + code[(i + 1)..], null, out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_citizen_number_is_read() => CitizenNumber.Parse("11010519491231002X").Value.ShouldBe("11010519491231002X");

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData("110105194912310021")]
    [InlineData("11010519490231002X")]
    [InlineData("1101051949123100")]
    public void A_wrong_citizen_number_is_refused_and_not_repeated(string number) =>
        Should.Throw<FormatException>(() => CitizenNumber.Parse(number)).Message.ShouldNotContain(number);

    [Theory]
    [InlineData("11370800MB285591843370117002011")]
    [InlineData("12441500196720244T3442199806003")]
    public void A_published_item_code_is_read_and_taken_apart(string code)
    {
        var item = ItemCode.Parse(code);

        (item.Department.Value + code[18] + item.BasicCode).ShouldBe(code);
        ItemCode.Compose(item.Department, (AuthorityLevel)(code[18] - '0'), item.BasicCode).ShouldBe(item);
    }

    [Theory]
    [InlineData("11370800MB285591853370117002011")]
    [InlineData("11370800MB285591840370117002011")]
    [InlineData("11370800MB285591848370117002011")]
    [InlineData("11370800MB28559184337011700201")]
    [InlineData("11370800MB28559184337011700201A")]
    public void A_wrong_item_code_is_refused(string code) => Should.Throw<FormatException>(() => ItemCode.Parse(code));

    [Theory]
    [InlineData("370305", true)]
    [InlineData("037030", false)]
    [InlineData("37030", false)]
    [InlineData("37030A", false)]
    public void A_region_has_six_digits(string code, bool valid) => RegionCode.TryParse(code, null, out _).ShouldBe(valid);

    [Fact]
    public void Identifiers_are_texts_in_json()
    {
        Same(SocialCreditCode.Parse("11370800MB28559184"), "11370800MB28559184");
        Same(CitizenNumber.Parse("11010519491231002X"), "11010519491231002X");
        Same(ItemCode.Parse("11370800MB285591843370117002011"), "11370800MB285591843370117002011");
        Same(RegionCode.Parse("370305"), "370305");
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<SocialCreditCode>("\"11370800MB28559185\""));

        static void Same<T>(T identifier, string text)
        {
            JsonSerializer.Serialize(identifier).ShouldBe($"\"{text}\"");
            JsonSerializer.Deserialize<T>($"\"{text}\"").ShouldBe(identifier);
        }
    }

    [Fact]
    public void The_default_value_of_an_identifier_is_empty() =>
        new[] { default(SocialCreditCode).Value, default(CitizenNumber).Value, default(ItemCode).Value, default(ItemCode).BasicCode, default(RegionCode).Value }
            .ShouldAllBe(v => v.Length == 0);
}
