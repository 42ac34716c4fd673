using OneSeal.Sdk;
using OneSeal.Sdk.Testing;

namespace OneSeal.Modules.Culture;

public sealed class PerformanceTests : IDisposable
{
    private static readonly Performance.Form Concert =
        new("春季音乐会", Performance.Place.Venue, Site: null, new DateOnly(2026, 5, 1), Capacity: 800, Tickets: 700, Remarks: null);

    private readonly ModuleHarness _culture = ModuleHarness.For<CultureModule>();

    public void Dispose() => _culture.Dispose();

    [Fact]
    public void A_concert_in_a_venue_is_decided_within_three_days() =>
        _culture.Given("营业性演出审批", Concert)
            .ThenTheLimitIs(Limit.CalendarDays(3), promised: Limit.WorkingDays(1))
            .ThenTheMaterialsAre("application", "programme", "fire-safety")
            .ThenTheStepsAre("crowd-check", "review");

    [Fact]
    public void More_tickets_than_places_stand_in_the_way_of_acceptance() =>
        _culture.Given("营业性演出审批", Concert with { Tickets = 801 }).ThenUnmetAre("tickets-fit");

    [Fact]
    public void A_form_is_wrong_in_its_fields() =>
        _culture.GivenJson("营业性演出审批", """{ "title": "春季音乐会", "place": "park", "on": "2026-05-01", "capacity": 0, "tickets": 0 }""")
            .ThenTheFormFails(("place", FormRule.Choice), ("capacity", FormRule.Range));

    [Fact]
    public async Task A_large_crowd_is_objected_to()
    {
        var given = _culture.Given("营业性演出审批", Concert with { Capacity = 5000, Tickets = 4000 });

        (await given.WhenTheStepRunsAsync("crowd-check")).Passed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_decision_is_put_on_the_inspection_list()
    {
        await _culture.WhenNotifiedAsync(SupervisionTopic.Decided, "营业性演出审批", "办件-1");

        _culture.Log.ShouldBe(["办件-1: 列入演出现场检查"]);
    }
}
