using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Hall;

namespace OneSeal.Host.Tests.Boundaries;

[Collection(PostgresFixture.Collection)]
public sealed class Published_lists(PostgresFixture postgres)
{
    [Fact]
    public async Task Anyone_reads_who_does_what_and_what_the_reform_has_changed()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.Hall.OpenAsync(database);
        await hall.HandOverAsync();
        var anybody = hall.Anybody();
        var (today, longAgo) = (ReformStory.Day(ReformStory.Today), ReformStory.Day(ReformStory.Today.AddYears(-1)));

        var first = (await anybody.GetAsync("/api/boundaries?limit=1")).Succeeded().Json;
        first.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await anybody.GetAsync($"/api/boundaries?limit=200&after={Uri.EscapeDataString(first.GetProperty("next").GetString()!)}")).Succeeded()
            .Text.ShouldNotContain(first.GetProperty("items")[0].GetProperty("item").GetString()!);
        var hygiene = (await anybody.GetAsync($"/api/boundaries?limit=200&on={today}&department={Uri.EscapeDataString("锦源区行政审批服务局")}")).Succeeded()
            .Json.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (hygiene.GetProperty("item").GetString(), hygiene.GetProperty("status").GetString()).ShouldBe((Hygiene.Item, "settled"));
        hygiene.GetProperty("steps").ToString().ShouldContain("site-survey");
        (await anybody.GetAsync($"/api/boundaries?on={longAgo}")).Succeeded().Json.GetProperty("items").GetArrayLength().ShouldBe(0);

        (await anybody.GetAsync("/api/boundaries.csv")).Succeeded().Text.ShouldContain("《审管衔接备忘录》（锦审备〔2026〕1号）");
        using var workbook = await anybody.Http.GetAsync($"/api/boundaries.xlsx?on={today}");
        workbook.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe($"职责边界清单（{ReformStory.Today:yyyy年M月d日}）.xlsx");
        (await workbook.Content.ReadAsByteArrayAsync()).Take(2).ShouldBe("PK"u8.ToArray());
        (await anybody.GetAsync($"/api/duties?department={Uri.EscapeDataString("区卫生健康局")}")).Succeeded().Text.ShouldContain("supervises");
        (await anybody.GetAsync("/api/duties.csv")).Succeeded().Text.ShouldContain("事中事后监管");
        (await anybody.GetAsync("/api/duties.xlsx")).Succeeded();
        (await anybody.GetAsync($"/api/boundaries/difference?from={longAgo}&to={today}&limit=200")).Succeeded().Text.ShouldContain("added");
        (await anybody.GetAsync($"/api/boundaries/difference.csv?from={longAgo}")).Succeeded().Text.ShouldContain("增加");
        (await anybody.GetAsync($"/api/boundaries/difference?from={today}&to={longAgo}")).WasRefused(400, "difference-backwards");
        (await anybody.GetAsync("/api/boundaries?on=morgen")).WasRefused(400, "instant-malformed");
    }
}
