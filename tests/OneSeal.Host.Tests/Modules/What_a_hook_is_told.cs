using System.Text.Json;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Tests.Cases;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Modules;

/// <summary>What the host pushes, as a module reads it.</summary>
public class What_a_hook_is_told
{
    [Fact]
    public void Is_the_content_of_the_push_without_reading_JSON()
    {
        var notice = Notice(new PushedLicence("卫生许可证", "证-1", LicenceState.Valid, District.Day("2026-03-04"), District.Day("2030-03-03")), "信用承诺");

        (notice.Holder, notice.HolderIdentifier, notice.Granted, notice.Reason).ShouldBe(("锦源某宾馆", "91370390MA00000179", true, "信用承诺"));
        notice.Licence.ShouldBe(new NoticeLicence("卫生许可证", "证-1", LicenceStanding.Valid, District.Day("2026-03-04"), District.Day("2030-03-03")));
        (notice.Field<string>("name"), notice.Field<int?>("area"), notice.Field<int?>("staff")).ShouldBe(("锦源宾馆", 2400, null));
        Should.Throw<JsonException>(() => notice.Field<int>("name"));
    }

    [Fact]
    public void Lacks_what_there_is_not_yet()
    {
        var notice = Notice(null, null);

        (notice.Licence, notice.Reason).ShouldBe((null, null));
        Notice(new PushedLicence("卫生许可证", "证-1", LicenceState.Valid, District.Day("2026-03-04"), null), null).Licence!.ValidUntil.ShouldBeNull();
    }

    [Fact]
    public void Knows_every_state_of_a_licence()
    {
        foreach (var state in Enum.GetValues<LicenceState>().Where(s => s != LicenceState.None))
            Notice(new PushedLicence("卫生许可证", "证-1", state, District.Day("2026-03-04"), null), null).Licence!.State.ToString().ShouldBe(state.ToString());
    }

    [Theory]
    [InlineData("push:2026000123-7-11370390MB1A23023D/1/1", "2026000123-7-11370390MB1A23023D")]
    [InlineData("case:2026000123/7/1", null)]
    public void Names_the_push_that_can_be_claimed(string delivery, string? push) => ModuleDelivery.PushOf(delivery).ShouldBe(push);

    private static SupervisionNotice Notice(PushedLicence? licence, string? reason)
    {
        var content = new PushContent(
            SupervisionTopic.Issued, District.At("2026-03-04"), ACase.Id, "办件-1", AnItem.Code, "公共场所卫生许可", District.Bureau, "锦源某宾馆",
            "91370390MA00000179", true, licence, reason,
            new Dictionary<string, JsonElement> { ["name"] = ModuleHall.Json("\"锦源宾馆\""), ["area"] = ModuleHall.Json("2400") }, []);
        return new SupervisionNotice
        {
            Id = "n-1", Topic = content.Topic, CaseNumber = content.CaseNumber, Item = ItemCode.Parse(content.Item), At = content.At,
            Content = JsonSerializer.Deserialize<JsonElement>(JournalJson.Write(content)),
        };
    }
}
