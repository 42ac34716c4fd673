using System.Text.Json;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Api;

public class What_no_request_may_hold
{
    private static readonly TransferEntry Entry = new(AnItem.Code, TransferAction.Transfer, District.Bureau);

    [Fact]
    public void An_empty_place_in_a_list() => Refused("entry-missing", "entries[1]", new DraftTransferList.Request("第一批", 1, [Entry, null!]));

    [Fact]
    public void Ten_thousand_entries() => Refused("list-too-long", "entries", new DraftTransferList.Request("第一批", 1, [.. Enumerable.Repeat(Entry, 10_000)]));

    [Fact]
    public void An_absurdly_long_text_however_deep()
    {
        Refused("text-too-long", "title", new DraftTransferList.Request(new string('长', 10_001), 1, [Entry]));
        Refused("text-too-long", "entries[0].to.name", new DraftTransferList.Request("第一批", 1, [Entry with { To = new(new string('长', 10_001), "") }]));
        Refused("text-too-long", "form.area", Draft($$"""{"area":"{{new string('9', 10_001)}}"}"""));
        Refused("text-too-long", "form", Draft($$"""{"rooms":[{{string.Join(',', Enumerable.Repeat($"\"{new string('9', 9_000)}\"", 30))}}]}"""));
    }

    [Fact]
    public void A_character_that_cannot_be_stored()
    {
        Refused("text-unreadable", "title", new DraftTransferList.Request("第一\0批", 1, [Entry]));
        Refused("text-unreadable", "form.a.b[0]", Draft("""{"a":{"b":["\u0000"]}}"""));
        Refused("text-unreadable", "form.half", Draft("""{"half":"\ud800"}"""));
    }

    [Fact]
    public void A_day_nobody_can_mean() => Refused("day-out-of-range", "on", new PublishTransferList.Request("锦政办字〔2026〕1号", default));

    [Fact]
    public void What_a_person_fills_in_passes()
    {
        RequestLimits.Check(new DraftTransferList.Request("第一批", 1, [.. Enumerable.Repeat(Entry, 111)]));
        RequestLimits.Check(Draft("""{"area":120.5,"open":true,"rooms":["大厅"],"note":null}"""));
        RequestLimits.Check(Draft("null"));
        RequestLimits.Check(new SetRegime.Request(District.Day("2026-03-02"), new Regime.DepartmentLeads(District.Day("2026-12-31")), "临政发〔2026〕1号"));
    }

    [Theory]
    [InlineData("""{"from":"2026-03-02","basis":"临","regime":{"until":"2026-12-31"}}""")]
    [InlineData("""{"from":"2026-03-02","basis":"临","regime":{"$type":"nobodyLeads"}}""")]
    [InlineData("""{"from":"2026-03-02","basis":"临","regime":null}""")]
    public void A_regime_says_its_kind_or_the_request_is_malformed(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<SetRegime.Request>(json, Http)).Path.ShouldStartWith("$.regime");

    [Fact]
    public void A_regime_may_say_its_kind_anywhere() =>
        JsonSerializer.Deserialize<SetRegime.Request>("""{"from":"2026-03-02","basis":"临","regime":{"until":"2026-12-31","$type":"departmentLeads"}}""", Http)!
            .Regime.ShouldBe(new Regime.DepartmentLeads(District.Day("2026-12-31")));

    [Theory]
    [InlineData("""{"count":1000,"unit":"workingDay"}""")]
    [InlineData("""{"count":-1,"unit":"workingDay"}""")]
    [InlineData("""{"count":5,"unit":1}""")]
    [InlineData("""{"count":5,"unit":"year"}""")]
    [InlineData("""{"count":5}""")]
    [InlineData("null")]
    public void A_period_that_is_none_makes_the_request_malformed(string limit) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<BeginProcedure.Request>($$"""{"estimated":{{limit}}}""", Http));

    [Fact]
    public void A_period_is_read_and_written_alike()
    {
        const string json = """{"estimated":{"count":5,"unit":"calendarDay"}}""";
        var read = JsonSerializer.Deserialize<BeginProcedure.Request>(json, Http)!;
        read.Estimated.ShouldBe(Limit.CalendarDays(5));
        JsonSerializer.Serialize(read, Http).ShouldBe(json);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(37)]
    [InlineData(int.MaxValue)]
    public void A_transition_of_no_or_endless_months_is_refused(int months) => District.Refused(
        "transition-too-long",
        () => SetRegime.Decide(new(District.Day("2026-03-02"), new Regime.JointResponsibility(District.Day("2026-01-19"), months), "临政发〔2026〕1号"), District.Day("2026-03-02")),
        "regime.months");

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00")]
    public void An_instant_outside_any_living_memory_is_refused(string at) =>
        Should.Throw<Refusal>(() => Instants.Parse(at, "at")).Code.ShouldBe("day-out-of-range");

    [Theory]
    [InlineData("a")]
    [InlineData("ab\n")]
    [InlineData("a--b")]
    [InlineData("甲乙")]
    [InlineData("a-")]
    public void A_name_that_cannot_stand_in_an_address_is_refused(string id) => Should.Throw<Refusal>(() => Ids.Checked(id)).Code.ShouldBe("id-malformed");

    private static JsonSerializerOptions Http { get; } = Configured();

    private static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        HttpJson.Configure(options);
        return options;
    }

    private static DraftCase.Request Draft(string form) => new(AnItem.Code, Channel.Window, ACase.Applicant, JsonElement.Parse(form), null);

    private static void Refused(string code, string field, object request)
    {
        var refusal = Should.Throw<Refusal>(() => RequestLimits.Check(request));
        (refusal.Code, refusal.Field, refusal.Status).ShouldBe((code, field, 400));
    }
}
