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
        return Schema.Check(JsonDocument.Parse(form.ToJsonString()).RootElement).Select(f => $"{f.Path} {f.Rule} {f.Expected}".TrimEnd());
    }

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
