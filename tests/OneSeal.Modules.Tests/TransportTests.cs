using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OneSeal.Modules.Transport;
using OneSeal.Sdk;
using OneSeal.Sdk.Testing;

namespace OneSeal.Modules.Tests;

public sealed class TransportTests : IDisposable
{
    private const string Overload = "公路超限运输许可";

    private static readonly Load Girder = new(
        "预制梁", false, 18_000, Vehicle.Combination, false, 4.1m, 2.5m, 18m, 40_000, [7_000, 7_000, 7_000, 7_000, 6_000, 6_000],
        "锦源区物流园", "锦源区高铁站工地", "文昌路—工业路", new DateOnly(2026, 3, 20));

    private readonly ModuleHarness _transport = ModuleHarness.For<TransportModule>();

    public void Dispose() => _transport.Dispose();

    [Theory]
    [InlineData("[]", true, "执法系统中没有对承运人生效的停业整顿或者吊销许可决定。")]
    [InlineData("""[{ "kind": "责令停业整顿", "document": "锦交停〔2026〕3号", "until": "2026-03-01" }]""", true,
        "执法系统中没有对承运人生效的停业整顿或者吊销许可决定。")]
    [InlineData("""[{ "kind": "责令停业整顿", "document": "锦交停〔2026〕3号", "until": "2026-03-02" }]""", false,
        "承运人被责令停业整顿（锦交停〔2026〕3号），至2026年3月2日，依据《公路安全保护条例》第六十六条。")]
    [InlineData("""[{ "kind": "吊销道路运输经营许可证", "document": "锦交罚〔2025〕9号" }]""", false,
        "承运人被吊销道路运输经营许可证（锦交罚〔2025〕9号），依据《公路安全保护条例》第六十六条。")]
    public async Task A_carrier_ordered_to_stop_is_not_granted_an_overload_permit(string orders, bool met, string reason)
    {
        using var system = new StandIn { Answer = orders };
        using var transport = Connected(system);

        var answer = (await transport.Given(Overload, Girder).WhenGrantedAsync("91370390MA00000179")).Values.ShouldHaveSingleItem();

        (answer.IsMet, answer.Reason).ShouldBe((met, reason));
        system.Asked.ShouldBe(["GET /api/carriers/91370390MA00000179/orders"]);
    }

    [Fact]
    public async Task A_carrier_that_cannot_be_asked_about_is_not_taken_for_one_in_order()
    {
        using var system = new StandIn { Status = HttpStatusCode.NotFound };
        using var transport = Connected(system);

        await Should.ThrowAsync<HttpRequestException>(() => transport.Given(Overload, Girder).WhenGrantedAsync());
    }

    [Fact]
    public async Task Penalties_are_reported_page_by_page_tied_to_carrier_and_licence()
    {
        using var system = new StandIn
        {
            Answer = """
                {
                    "items": [{
                        "id": "罚-17", "on": "2026-02-20", "fault": "未按许可路线行驶", "document": "锦交罚〔2026〕17号",
                        "article": "《公路安全保护条例》第六十五条", "kind": "罚款", "amount": 5000, "carrier": "91370390MA00000179", "licence": "证-1"
                    }],
                    "next": "17"
                }
                """,
        };
        using var transport = Connected(system);

        var page = await transport.WhenCollectedAsync<EnforcementPenalties>(cursor: "16");

        system.Asked.ShouldBe(["GET /api/penalties?after=16"]);
        page.Cursor.ShouldBe("17");
        var penalty = page.Items.ShouldHaveSingleItem();
        (penalty.Id, penalty.Kind, penalty.Document, penalty.Amount, penalty.Holder, penalty.Licence)
            .ShouldBe(("罚-17", FeedbackKind.Penalty, "锦交罚〔2026〕17号", 5000m, "91370390MA00000179", "证-1"));
    }

    [Fact]
    public async Task Without_the_enforcement_system_nothing_is_required_or_collected()
    {
        (await _transport.Given(Overload, Girder).WhenGrantedAsync()).ShouldBeEmpty();
        _transport.Module.FeedbackSources.ShouldBeEmpty();
    }

    private static ModuleHarness Connected(StandIn system) => ModuleHarness.For<TransportModule>(
        new Dictionary<string, string> { [EnforcementSystem.Address] = "http://enforcement.invalid/api/" },
        services => services.AddSingleton(new HttpClient(system)));

    [Theory]
    [InlineData(4.2, 3.0, 20.0, 49_000, 2, 1)]
    [InlineData(4.21, 3.0, 20.0, 49_000, 5, 2)]
    [InlineData(4.2, 3.01, 20.0, 49_000, 5, 2)]
    [InlineData(4.2, 3.0, 20.1, 49_000, 5, 2)]
    [InlineData(4.2, 3.0, 20.0, 49_001, 5, 2)]
    [InlineData(4.5, 3.75, 28.0, 100_000, 5, 2)]
    [InlineData(4.51, 3.75, 28.0, 100_000, 15, 2)]
    [InlineData(4.5, 3.76, 28.0, 100_000, 15, 2)]
    [InlineData(4.5, 3.75, 28.1, 100_000, 15, 2)]
    [InlineData(4.5, 3.75, 28.0, 100_001, 15, 2)]
    public void The_load_decides_on_the_limit(double height, double width, double length, int mass, int statutory, int promised)
    {
        var load = Girder with { Height = (decimal)height, Width = (decimal)width, Length = (decimal)length, TotalMass = mass };

        _transport.Given(Overload, load).ThenTheLimitIs(Limit.WorkingDays(statutory), Limit.WorkingDays(promised));
    }

    [Theory]
    [InlineData(Vehicle.Truck, 2, 18_000)]
    [InlineData(Vehicle.Truck, 3, 25_000)]
    [InlineData(Vehicle.Truck, 4, 31_000)]
    [InlineData(Vehicle.Combination, 3, 27_000)]
    [InlineData(Vehicle.Combination, 4, 36_000)]
    [InlineData(Vehicle.Combination, 5, 43_000)]
    [InlineData(Vehicle.Combination, 6, 49_000)]
    [InlineData(Vehicle.HydraulicTrailer, 12, 49_000)]
    public void A_road_bears_this_mass_without_a_permit(Vehicle vehicle, int axles, int mass) =>
        LoadClass.PermittedMass(Girder with { Vehicle = vehicle, AxleLoads = [.. Enumerable.Repeat(5_000, axles)] }).ShouldBe(mass);

    [Fact]
    public void A_single_drive_axle_bears_three_tonnes_less() => LoadClass.PermittedMass(Girder with { SingleDriveAxle = true }).ShouldBe(46_000);

    [Fact]
    public void A_load_of_the_third_class_brings_escort_plan_and_drawing_and_its_route_is_surveyed() =>
        _transport.Given(Overload, Girder with { Width = 4.8m })
            .ThenTheMaterialsAre("application", "business-licence", "vehicle-licence", "cargo-data", "outline-drawing", "escort-plan")
            .ThenTheStepsAre("load-check", "route-survey", "traffic-opinion", "strengthening", "review");

    [Fact]
    public void A_load_of_the_first_class_is_only_computed_and_reviewed() =>
        _transport.Given(Overload, Girder)
            .ThenTheMaterialsAre("application", "business-licence", "vehicle-licence", "cargo-data")
            .ThenTheStepsAre("load-check", "review");

    [Theory]
    [InlineData(Vehicle.Combination, 13_000, true)]
    [InlineData(Vehicle.Combination, 13_001, false)]
    [InlineData(Vehicle.HydraulicTrailer, 20_000, true)]
    [InlineData(Vehicle.HydraulicTrailer, 20_001, false)]
    public void An_axle_that_bears_too_much_stands_in_the_way_of_acceptance(Vehicle vehicle, int greatest, bool holds) =>
        _transport.Given(Overload, Girder with { Vehicle = vehicle, AxleLoads = [5_000, 5_000, greatest] })
            .ThenUnmetAre(holds ? [] : ["axle-load"]);

    [Fact]
    public void Divisible_cargo_stands_in_the_way_of_acceptance() => _transport.Given(Overload, Girder with { Divisible = true }).ThenUnmetAre("indivisible");

    [Fact]
    public async Task The_load_check_says_by_how_much_each_limit_is_exceeded()
    {
        var load = Girder with { Width = 3.2m, TotalMass = 52_000, AxleLoads = [8_000, 8_000, 9_000, 9_000, 9_000, 9_000] };

        var outcome = await _transport.Given(Overload, load).WhenTheStepRunsAsync("load-check");

        outcome.ShouldBe(StepOutcome.Pass("属于二类大件运输：总高度超过0.1米；总宽度超过0.65米；总质量超过3000千克。"));
    }

    [Fact]
    public async Task The_load_check_objects_to_a_load_that_needs_no_permit() =>
        (await _transport.Given(Overload, Girder with { Height = 4m }).WhenTheStepRunsAsync("load-check"))
            .ShouldBe(StepOutcome.Object("车货总体未超过限值，不需要办理超限运输许可。"));

    [Fact]
    public async Task The_load_check_objects_to_axles_that_do_not_add_up() =>
        (await _transport.Given(Overload, Girder with { TotalMass = 45_000 }).WhenTheStepRunsAsync("load-check"))
            .ShouldBe(StepOutcome.Object("各轴轴荷之和与车货总质量相差超过1%，请核对。"));

    [Fact]
    public void Of_roadside_works_the_experts_alone_stop_the_clock()
    {
        var item = _transport.Item("涉路施工活动许可").Definition;

        item.StatutoryLimit.ShouldBe(Limit.CalendarDays(20));
        item.Steps.Where(s => s.Suspension is not null).ShouldHaveSingleItem().Suspension!.Procedure.ShouldBe(SpecialProcedure.ExpertReview);
    }

    [Theory]
    [InlineData(RoadsideWorks.Works.Crossing, true, "form-review site-survey expert-review opinion review")]
    [InlineData(RoadsideWorks.Works.Sign, false, "form-review site-survey opinion review")]
    public void Roadside_works_ask_for_what_they_touch(RoadsideWorks.Works kind, bool affectsTraffic, string steps)
    {
        var works = new RoadsideWorks.Form(kind, "X012线 K3+200", affectsTraffic, 30, "顶管穿越");

        _transport.Given("涉路施工活动许可", works)
            .ThenTheStepsAre(steps.Split(' '))
            .Assessment.RequiredMaterials.Contains("traffic-consent").ShouldBe(affectsTraffic);
    }

    [Fact]
    public async Task A_driving_school_files_on_the_spot_and_is_visited_afterwards()
    {
        const string filing = "机动车驾驶员培训备案";
        var school = new DriverTrainingFiling.Form("锦源驾校", "锦源区城南", 12_000, ["C1", "C2"], 30, 32);

        _transport.Given(filing, school).ThenUnmetAre().ThenTheLimitIs(Limit.OnTheSpot, Limit.OnTheSpot).ThenTheStepsAre();
        await _transport.WhenNotifiedAsync(SupervisionTopic.Issued, filing, "办件-3");
        await _transport.WhenNotifiedAsync(SupervisionTopic.Issued, filing, "办件-3");
        await _transport.WhenNotifiedAsync(SupervisionTopic.Issued, Overload, "办件-4");

        _transport.Service<SiteCheckPlan>().Due.ShouldHaveSingleItem().ShouldBe(new("办件-3", new DateOnly(2026, 4, 1)));
        _transport.Log.ShouldBe(["办件-3: 备案后核查 2026-04-01"]);
    }

    [Theory]
    [InlineData(4500, false)]
    [InlineData(4501, true)]
    public void Light_freight_needs_no_licence(int heaviest, bool holds) =>
        _transport.Given("道路货物运输经营许可(除使用4500千克及以下普通货运车辆外)", new FreightLicence.Form("普通货运", 3, heaviest, 4))
            .ThenUnmetAre(holds ? [] : ["heavier-than-4500"]);

    [Fact]
    public void A_coach_line_into_the_next_county_is_agreed_with_it()
    {
        var line = new PassengerLicence.Form(PassengerLicence.Line.WithinCounty, "锦源—邻源", null, 6, 12);

        _transport.Given("道路旅客运输经营许可(县内/毗邻县际)", line).ThenTheStepsAre("form-review", "review");
        _transport.Given("道路旅客运输经营许可(县内/毗邻县际)", line with { Line = PassengerLicence.Line.BetweenCounties, NeighbouringCounty = "邻源县" })
            .ThenTheStepsAre("form-review", "neighbour-consent", "review");
    }
}
