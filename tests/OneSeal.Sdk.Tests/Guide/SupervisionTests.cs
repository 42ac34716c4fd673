using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneSeal.Sdk;
using OneSeal.Sdk.Testing;

namespace OneSeal.Modules.Culture;

public sealed class SupervisionTests
{
    private static readonly Performance.Form Concert =
        new("春季音乐会", Performance.Place.Venue, Site: null, new DateOnly(2026, 5, 1), Capacity: 800, Tickets: 700, Remarks: null);

    [Fact]
    public async Task A_permit_is_claimed_with_the_day_of_the_performance()
    {
        using var culture = ModuleHarness.For<CultureModule>();

        await culture.WhenNotifiedAsync(
            SupervisionTopic.Issued, "营业性演出审批", content: new { fields = new { on = "2026-05-01" } }, pushId: "推送-1");

        culture.Desk.Claims["推送-1"].ShouldBe(new SupervisionClaim("文化市场科") { FirstInspectionOn = new DateOnly(2026, 5, 1) });
    }

    [Fact]
    public async Task An_organiser_ordered_to_stop_is_not_granted()
    {
        using var culture = Connected("""["锦文停〔2026〕3号"]""");

        var answer = (await culture.Given("营业性演出审批", Concert).WhenGrantedAsync())["举办单位未被责令停业整顿"];

        answer.ShouldBe(RequirementAnswer.Unmet("举办单位正被责令停业整顿（锦文停〔2026〕3号）。"));
    }

    [Fact]
    public async Task Inspections_are_reported_back()
    {
        using var culture = Connected(
            """[{ "id": "检-7", "on": "2026-05-01", "licence": "证-1", "findings": ["安全出口堵塞"], "inspectors": ["孙某", "李某"] }]""");

        var page = await culture.WhenCollectedAsync<InspectionRecords>(cursor: "检-6");

        page.Cursor.ShouldBe("检-7");
        var record = page.Items.ShouldHaveSingleItem();
        (record.Id, record.Kind, record.Passed, record.Licence).ShouldBe(("检-7", FeedbackKind.Inspection, false, "证-1"));
    }

    [Fact]
    public void Without_an_address_nothing_is_required_or_collected()
    {
        using var culture = ModuleHarness.For<CultureModule>();

        (culture.Module.Requirements.Count, culture.Module.FeedbackSources.Count).ShouldBe((0, 0));
    }

    private static ModuleHarness Connected(string answer) => ModuleHarness.For<CultureModule>(
        new Dictionary<string, string> { [CultureSystem.Address] = "http://culture.invalid/" },
        services => services.AddSingleton(new HttpClient(new Says(answer))));

    private sealed class Says(string json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json) });
    }
}
