using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneSeal.Sdk;

namespace OneSeal.Sdk.Tests;

public sealed class FormSchemaTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly FormSchema Schema = FormSchema.Of<Form>();

    private const string Sound = """
        {
            "name": "锦源宾馆", "kind": "large", "floors": 3, "area": 12.5, "opens": "2026-03-02", "owner": "11370800MB28559184",
            "manager": "11010519491231002X", "phone": "13800000000", "open": true, "rooms": [{ "number": "101", "beds": 2 }], "tags": ["a"]
        }
        """;

    private enum Kind
    {
        [Field("大型")]
        Large,

        [Field("小型")]
        VerySmall,
    }

    [Fact]
    public void The_schema_says_all_that_the_record_says() =>
        Schema.Document.ToJsonString(Readable).ReplaceLineEndings("\n").ShouldMatchApproved(c => c.NoDiff());

    [Fact]
    public void A_sound_form_has_no_fault() => Check(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData("name", null, "name Required")]
    [InlineData("name", "null", "name Required")]
    [InlineData("name", "\"\"", "name Required")]
    [InlineData("name", "\"  \"", "name Required")]
    [InlineData("name", "\"一二三四五六七八九十十一\"", "name Length 2–10")]
    [InlineData("name", "7", "name Type string")]
    [InlineData("name", "{}", "name Type string")]
    [InlineData("kind", "\"medium\"", "kind Choice 大型、小型")]
    [InlineData("kind", "0", "kind Choice 大型、小型")]
    [InlineData("kind", "null", "kind Required")]
    [InlineData("floors", "0", "floors Range 1–60")]
    [InlineData("floors", "61", "floors Range 1–60")]
    [InlineData("floors", "2.5", "floors Type integer")]
    [InlineData("floors", "\"3\"", "floors Type integer")]
    [InlineData("area", "1e400", "area Type number")]
    [InlineData("area", "0", "area Range 0.01–1000.5")]
    [InlineData("opens", "\"2026-02-30\"", "opens Format date")]
    [InlineData("opens", "\"02.03.2026\"", "opens Format date")]
    [InlineData("owner", "\"11370800MB28559185\"", "owner Format social-credit-code")]
    [InlineData("manager", "\"110105194912310021\"", "manager Format citizen-number")]
    [InlineData("phone", "\"1380000\"", "phone Pattern")]
    [InlineData("phone", "\"13800000000\\n\"", "phone Pattern")]
    [InlineData("open", "\"yes\"", "open Type boolean")]
    [InlineData("rooms", "[]", "rooms Length 1–2")]
    [InlineData("rooms", "[{\"number\":\"1\",\"beds\":1},{\"number\":\"2\",\"beds\":1},{\"number\":\"3\",\"beds\":1}]", "rooms Length 1–2")]
    [InlineData("rooms", "[{\"number\":\"1\"}]", "rooms[0].beds Required")]
    [InlineData("rooms", "[{\"number\":\"1\",\"beds\":9}]", "rooms[0].beds Range 1–4")]
    [InlineData("rooms", "[7]", "rooms[0] Type object")]
    [InlineData("tags", "[\"\"]", "tags[0] Required")]
    [InlineData("extra", "1", "extra Unknown")]
    public void A_fault_names_its_field_its_rule_and_what_is_expected(string member, string? value, string fault)
    {
        var faults = Check(form =>
        {
            form.Remove(member);
            if (value is not null) form[member] = JsonNode.Parse(value);
        });

        faults.ShouldBe([fault]);
    }

    [Theory]
    [InlineData("note")]
    [InlineData("stars")]
    public void A_member_that_may_be_null_may_be_left_out_or_null(string member)
    {
        Check(form => form.Remove(member)).ShouldBeEmpty();
        Check(form => form[member] = null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "kind": "large", "seats": 40 }""")]
    [InlineData("""{ "kind": "large", "seats": 40, "stage": "临街一侧" }""")]
    [InlineData("""{ "kind": "very-small", "seats": null, "open": true, "hours": "九时至十七时" }""")]
    [InlineData("""{ "kind": "very-small", "open": false }""")]
    [InlineData("""{ "kind": "large", "seats": 4, "kitchens": [{ "gas": true, "bottles": 2 }, { "gas": false }] }""")]
    public void What_is_asked_is_given_and_nothing_else(string form) => Faults(form).ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "kind": "large" }""", "seats Required")]
    [InlineData("""{ "kind": "large", "seats": null }""", "seats Required")]
    [InlineData("""{ "kind": "large", "seats": 0 }""", "seats Range 1–500")]
    [InlineData("""{ "kind": "very-small", "seats": 40 }""", "seats NotAsked “规模”为大型")]
    [InlineData("""{ "kind": "very-small", "seats": "many" }""", "seats NotAsked “规模”为大型")]
    [InlineData("""{ "kind": "very-small", "stage": "临街一侧" }""", "stage NotAsked “规模”为大型")]
    [InlineData("""{ "kind": "very-small", "open": true }""", "hours Required")]
    [InlineData("""{ "kind": "very-small", "hours": "九时至十七时" }""", "hours NotAsked “是否营业”为是")]
    [InlineData("""{ "kind": "very-small", "open": false, "hours": "九时至十七时" }""", "hours NotAsked “是否营业”为是")]
    [InlineData("""{ "kind": "very-small", "kitchens": [{ "gas": false, "bottles": 2 }] }""", "kitchens[0].bottles NotAsked “用燃气”为是")]
    [InlineData("""{ "kind": "very-small", "kitchens": [{ "gas": true }] }""", "kitchens[0].bottles Required")]
    public void A_field_that_is_missing_where_asked_or_given_where_not_is_a_fault(string form, string fault) => Faults(form).ShouldBe([fault]);

    [Fact]
    public void Addresses_and_amounts_are_known_by_the_schema()
    {
        var fields = FormSchema.Of<Inquiry>().Document["properties"]!;
        fields["stage"]!["format"]!.GetValue<string>().ShouldBe("address");
        fields["stage"]!["x-when"]!.ToJsonString().ShouldBe("""{"field":"kind","in":["large"],"optional":true}""");
        fields["hours"]!["x-when"]!.ToJsonString().ShouldBe("""{"field":"open","in":[true]}""");
        fields["rent"]!["x-amount"]!.GetValue<bool>().ShouldBeTrue();
        fields["seats"]!["x-amount"].ShouldBeNull();
    }

    /// <summary>The interface draws them so.</summary>
    [Fact]
    public void Fields_stand_in_the_order_of_the_record() => ((JsonObject)FormSchema.Of<Inquiry>().Document["properties"]!).Select(p => p.Key)
        .ShouldBe(["kind", "seats", "stage", "open", "hours", "rent", "kitchens"]);

    [Fact]
    public void A_schema_that_was_kept_checks_as_the_one_of_the_record()
    {
        var kept = FormSchema.From((JsonObject)JsonNode.Parse(Schema.Document.ToJsonString())!);

        kept.Check(JsonDocument.Parse("{}").RootElement).ShouldBe(Schema.Check(JsonDocument.Parse("{}").RootElement));
    }

    [Fact]
    public void A_fault_speaks_with_the_fields_label() =>
        Schema.Check(JsonDocument.Parse(Sound.Replace("\"floors\": 3", "\"floors\": 0", StringComparison.Ordinal)).RootElement)
            .ShouldHaveSingleItem().Label.ShouldBe("层数");

    private static IEnumerable<string> Check(Action<JsonObject> change)
    {
        var form = (JsonObject)JsonNode.Parse(Sound)!;
        change(form);
        return Words(Schema.Check(JsonDocument.Parse(form.ToJsonString()).RootElement));
    }

    private static IEnumerable<string> Faults(string form) => Words(FormSchema.Of<Inquiry>().Check(JsonDocument.Parse(form).RootElement));

    private static IEnumerable<string> Words(IEnumerable<FormFault> faults) => faults.Select(f => $"{f.Path} {f.Rule} {f.Expected}".TrimEnd());

    private sealed record Inquiry(
        [Field("规模")] Kind Kind,
        [Field("座位", Unit = "个"), AskedWhen(nameof(Kind), Kind.Large), Range(1, 500)] int? Seats,
        [Field("舞台位置", Address = true), AskedWhen(nameof(Kind), Kind.Large, Optional = true)] string? Stage,
        [Field("是否营业")] bool? Open,
        [Field("营业时间"), AskedWhen(nameof(Open), true)] string? Hours,
        [Field("年租金", Unit = "万元")] decimal? Rent,
        [Field("厨房")] IReadOnlyList<Kitchen>? Kitchens);

    private sealed record Kitchen([Field("用燃气")] bool Gas, [Field("气瓶"), AskedWhen(nameof(Gas), true)] int? Bottles);

    private sealed record Form(
        [Field("名称"), StringLength(10, MinimumLength = 2)] string Name,
        [Field("规模")] Kind Kind,
        [Field("层数", Unit = "层"), Range(1, 60)] int Floors,
        [Field("面积", Unit = "平方米", Group = "场所", Hint = "按房产证填写"), Range(0.01, 1000.5)] decimal Area,
        [Field("开业日期")] DateOnly Opens,
        [Field("单位")] SocialCreditCode Owner,
        [Field("负责人")] CitizenNumber Manager,
        [Field("电话"), RegularExpression("1[0-9]{10}")] string Phone,
        [Field("是否营业")] bool Open,
        [Field("房间"), MinLength(1), MaxLength(2)] IReadOnlyList<Room> Rooms,
        [Field("标签")] IReadOnlyList<string> Tags,
        [Field("说明", Multiline = true), StringLength(500)] string? Note,
        [Field("星级"), Range(1, 5)] int? Stars,
        [Field("备用电话")] string Spare = "无");

    private sealed record Room([Field("房号")] string Number, [Field("床位"), Range(1, 4)] int Beds);
}
