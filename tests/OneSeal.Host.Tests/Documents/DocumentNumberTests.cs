using System.Text.Json;
using OneSeal.Host.Documents;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Documents;

public class DocumentNumberTests
{
    private static readonly DocumentNumber Number = new(NoticeKind.Acceptance, "370390", 2026, 123, 1);

    [Fact]
    public void It_says_kind_region_year_serial_and_sequence_with_a_check_character()
    {
        Number.ToString().ShouldBe("SL370390202600012301B");
        DocumentNumber.Parse(Number.ToString()).ShouldBe(Number);
    }

    [Fact]
    public void Spaces_and_small_letters_are_forgiven() =>
        DocumentNumber.Parse(" " + Number.ToString().ToLowerInvariant().Insert(8, " ")).ShouldBe(Number);

    [Fact]
    public void Every_kind_has_a_code_of_its_own_that_leads_back_to_it()
    {
        foreach (var kind in Enum.GetValues<NoticeKind>())
            DocumentNumber.Parse(new DocumentNumber(kind, "370390", 2026, 1, 1).ToString()).Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SL37039020260001230")]
    [InlineData("XX370390202600012301A")]
    [InlineData("SL07039020260001230 1A")]
    [InlineData("SL３７０３９０202600012301A")]
    [InlineData("<script>alert(1)</script>")]
    public void What_is_no_number_at_all_is_malformed(string? text)
    {
        Should.Throw<Refusal>(() => DocumentNumber.Parse(text)).Code.ShouldBe("document-number-malformed");
        DocumentNumber.TryParse(text, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_serial_of_zero_is_malformed_even_with_the_right_check()
    {
        const string body = "SL370390202600000001";

        Should.Throw<Refusal>(() => DocumentNumber.Parse(body + Host.Licences.Mod3736.CheckCharacterOf(body)))
            .Code.ShouldBe("document-number-malformed");
    }

    [Fact]
    public void One_wrong_digit_is_mistyped()
    {
        var wrong = Number.ToString().Replace("000123", "000124", StringComparison.Ordinal);

        Should.Throw<Refusal>(() => DocumentNumber.Parse(wrong)).Code.ShouldBe("document-number-mistyped");
    }

    [Theory]
    [InlineData("37039", 2026, 1, 1)]
    [InlineData("370390", 26, 1, 1)]
    [InlineData("370390", 2026, 0, 1)]
    [InlineData("370390", 2026, 1_000_000, 1)]
    [InlineData("370390", 2026, 1, 100)]
    public void Parts_outside_their_range_make_no_number(string region, int year, int serial, int sequence) =>
        Should.Throw<ArgumentException>(() => new DocumentNumber(NoticeKind.Grant, region, year, serial, sequence));

    [Fact]
    public void People_write_it_with_the_abbreviation_of_the_organisation()
    {
        Number.Display("锦").ShouldBe("锦审受〔2026〕000123号");
        new DocumentNumber(NoticeKind.Supplement, "370390", 2026, 123, 2).Display("锦").ShouldBe("锦审补〔2026〕000123-2号");
    }

    [Fact]
    public void In_JSON_it_is_its_text()
    {
        var json = JsonSerializer.Serialize(Number);

        json.ShouldBe($"\"{Number}\"");
        JsonSerializer.Deserialize<DocumentNumber>(json).ShouldBe(Number);
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<DocumentNumber>("\"SL1\""));
    }
}
