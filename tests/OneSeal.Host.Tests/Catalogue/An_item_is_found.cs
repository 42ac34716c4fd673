using System.Text.Json;
using System.Text.Json.Nodes;
using OneSeal.Host.Access;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Localities;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Hall;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Catalogue;

[Collection(PostgresFixture.Collection)]
public sealed class An_item_is_found(PostgresFixture postgres)
{
    [Theory]
    [InlineData("公共场所卫生许可", "ggcswsxk")]
    [InlineData("建筑工程施工许可证核发（重新办理）", "jzgcsgxkzhfcxbl")]
    [InlineData("机动车驾驶员培训机构的备案", "jdcjsypxjgdba")]
    [InlineData("医疗机构执业登记", "yljgzydj")]
    [InlineData("空调系统调整", "ktxttz")]
    [InlineData("银行网点行政许可", "yhwdxzxk")]
    [InlineData("会计代理记账KTV", "kjdljzktv")]
    [InlineData("殡葬设施", "bzss")]
    public void By_the_initials_that_are_typed_for_its_name(string name, string initials) => Initials.Of(name).ShouldBe(initials);

    [Fact]
    public void By_every_word_of_its_form_and_its_papers()
    {
        var form = JsonNode.Parse("""{ "properties": { "kind": { "title": "场所类别", "x-labels": { "baths": "沐浴场所" }, "description": "含足浴" } } }""")!.AsObject();
        var words = ItemWords.Of(AnItem.Elements with { Form = form, Conditions = [new("fit", "符合卫生标准")] }).Split('\n');
        words.ShouldBe(["卫生许可证", "符合卫生标准", "卫生许可证申请表", "卫生检测报告", "平面图", "营业执照", "场所类别", "沐浴场所", "含足浴"], ignoreOrder: true);
    }

    [Fact]
    public void With_whoever_decides_it_from_when_on()
    {
        var leads = new Regime.DepartmentLeads(District.Day("2026-06-30"));
        var item = AnItem.Registered().HandedOver(from: "2026-02-02", leads)
            .And(new ItemEvent.Cancelled(District.Day("2026-09-01"), "batch-2"), "2026-08-03");
        item.Owners.Select(o => (LocalTime.DayOf(o.From), o.Owner)).ShouldBe(
        [
            (District.Day("2026-01-05"), District.Health), (District.Day("2026-07-01"), District.Bureau), (District.Day("2026-09-01"), null),
        ]);
    }

    [Fact]
    public async Task By_name_initials_word_and_code_what_begins_so_first()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.Hall.OpenAsync(database);
        await hall.EnableAsync("department");
        var anybody = hall.Anybody();

        async Task<string[]> FoundAsync(string typed) =>
            [.. Items(await anybody.GetAsync("/api/items?q=" + Uri.EscapeDataString(typed))).Select(i => i.GetProperty("name").GetString()!)];

        (await FoundAsync("ggcswsxk")).ShouldBe(["公共场所卫生许可"]);
        (await FoundAsync("GGCS"))[0].ShouldBe("公共场所卫生许可");
        (await FoundAsync("沐浴")).ShouldBe(["公共场所卫生许可"]);
        (await FoundAsync(Hygiene.Item[^12..])).ShouldBe(["公共场所卫生许可"]);
        (await FoundAsync(Hygiene.Item[..20])).ShouldContain("公共场所卫生许可");
        (await FoundAsync("没有的事项")).ShouldBeEmpty();
        var licences = await FoundAsync("许可");
        licences.Length.ShouldBeGreaterThan(3);
        (await FoundAsync("卫生"))[^1].ShouldNotBe("公共场所卫生许可");

        var paged = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = (await anybody.GetAsync($"/api/items?q={Uri.EscapeDataString("许可")}&limit=2&after={next}")).Succeeded().Json;
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()!));
            next = page.GetProperty("next").GetString();
        }

        paged.ShouldBe(licences);
    }

    [Fact]
    public async Task And_its_row_says_who_decides_it_today_and_whether_it_is_served()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.Hall.OpenAsync(database);
        await hall.EnableAsync("department");
        (await RowAsync()).ShouldBe(("区卫生健康局", true));
        await hall.HandOverAsync();
        (await RowAsync()).ShouldBe(("锦源区行政审批服务局", false));
        await hall.EnableAsync();
        (await RowAsync()).ShouldBe(("锦源区行政审批服务局", true));

        async Task<(string?, bool)> RowAsync()
        {
            var row = Items(await hall.Anybody().GetAsync("/api/items?q=ggcswsxk")).Single();
            return (row.GetProperty("owner").GetProperty("name").GetString(), row.GetProperty("served").GetBoolean());
        }
    }

    private static JsonElement.ArrayEnumerator Items(Answer answer) => answer.Succeeded().Json.GetProperty("items").EnumerateArray();
}
