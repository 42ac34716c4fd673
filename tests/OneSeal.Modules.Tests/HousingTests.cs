using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OneSeal.Modules.Housing;
using OneSeal.Sdk;
using OneSeal.Sdk.Testing;

namespace OneSeal.Modules.Tests;

public sealed class HousingTests : IDisposable
{
    private const string ConstructionPermitName = "建筑工程施工许可证核发";

    private static readonly ConstructionPermit.Form Tower = new(
        "锦源新城一期", "锦源区文昌路1号", 8600, 24_000, 78, 12, SocialCreditCode.Parse("91370390MA1TEXT0X7"), ContractorGrade.Second,
        new DateOnly(2026, 4, 1), new DateOnly(2027, 10, 31));

    private readonly ModuleHarness _housing = ModuleHarness.For<HousingModule>();

    public void Dispose() => _housing.Dispose();

    private static ModuleHarness Connected(StandIn system) => ModuleHarness.For<HousingModule>(
        new Dictionary<string, string> { [TellSiteSafety.Address] = "http://site-safety.invalid/sites" },
        services => services.AddSingleton(new HttpClient(system)));

    private static object Notice(string state) => new
    {
        holder = "锦源某置业公司",
        licence = new { name = "建筑工程施工许可证", identifier = "证-1", state, validFrom = "2026-03-02" },
        fields = new { project = Tower.Project, site = Tower.Site, contractor = Tower.Contractor },
    };

    [Fact]
    public void A_construction_permit_is_due_seven_calendar_days_after_receipt()
    {
        _housing.Given(ConstructionPermitName, Tower)
            .ThenTheFormFails()
            .ThenUnmetAre()
            .ThenTheLimitIs(Limit.CalendarDays(7), promised: Limit.WorkingDays(3))
            .ThenTheStepsAre("contractor-check", "review")
            .ThenTheMaterialsAre("application", "land-approval", "planning-permit", "contract", "funding-commitment", "drawing-review", "safety-measures");
        _housing.Item(ConstructionPermitName).Definition.StartEvent.ShouldBe(StartEvent.Received);
    }

    [Theory]
    [InlineData(30, 5000)]
    [InlineData(500, 300)]
    public void Small_works_need_no_construction_permit(int contractSum, int floorArea) =>
        _housing.Given(ConstructionPermitName, Tower with { ContractSum = contractSum, FloorArea = floorArea }).ThenUnmetAre("above-threshold");

    [Theory]
    [InlineData(ContractorGrade.Third, 50, true)]
    [InlineData(ContractorGrade.Third, 51, false)]
    [InlineData(ContractorGrade.Second, 100, true)]
    [InlineData(ContractorGrade.Second, 101, false)]
    [InlineData(ContractorGrade.First, 200, true)]
    [InlineData(ContractorGrade.First, 201, false)]
    [InlineData(ContractorGrade.Special, 500, true)]
    public async Task The_contractor_builds_as_high_as_its_grade_allows(ContractorGrade grade, int height, bool passes)
    {
        var outcome = await _housing.Given(ConstructionPermitName, Tower with { Grade = grade, Height = height }).WhenTheStepRunsAsync("contractor-check");

        outcome.Passed.ShouldBe(passes, outcome.Opinion);
    }

    [Fact]
    public async Task The_contractor_check_names_everything_that_does_not_agree()
    {
        var outcome = await _housing
            .Given(ConstructionPermitName, Tower with { Grade = ContractorGrade.Third, Span = 30, Completion = Tower.Start })
            .WhenTheStepRunsAsync("contractor-check");

        outcome.Passed.ShouldBeFalse();
        outcome.Opinion.ShouldBe("核验不符：建筑高度78米，超过50米；单跨跨度30米，超过27米；计划竣工日期不晚于计划开工日期。");
    }

    [Fact]
    public async Task A_permit_issued_plans_the_check_on_commencement_once()
    {
        await _housing.WhenNotifiedAsync(SupervisionTopic.Issued, ConstructionPermitName, "办件-7");
        await _housing.WhenNotifiedAsync(SupervisionTopic.Issued, ConstructionPermitName, "办件-7");
        await _housing.WhenNotifiedAsync(SupervisionTopic.Issued, "商品房预售许可", "办件-8");

        _housing.Service<CommencementPlan>().Due.ShouldHaveSingleItem().ShouldBe(new("办件-7", new DateOnly(2026, 6, 2)));
        _housing.Log.ShouldContain("办件-7: 开工核查 2026-06-02");
    }

    [Fact]
    public async Task A_permit_issued_and_changed_is_sent_to_the_site_safety_system()
    {
        using var system = new StandIn();
        using var housing = Connected(system);

        await housing.WhenNotifiedAsync(SupervisionTopic.Issued, ConstructionPermitName, "办件-7", Notice("valid"), id: "n-1");
        await housing.WhenNotifiedAsync(SupervisionTopic.LicenceChanged, ConstructionPermitName, "办件-7", Notice("revoked"), id: "n-2");
        await housing.WhenNotifiedAsync(SupervisionTopic.Issued, "商品房预售许可", "办件-8", Notice("valid"), id: "n-3");

        system.Asked.ShouldBe(["POST /sites n-1", "POST /sites n-2"]);
        var sent = JsonDocument.Parse(system.Sent[0]).RootElement;
        string Of(string member) => sent.GetProperty(member).GetString()!;
        (Of("case"), Of("project"), Of("address"), Of("contractor"), Of("permit"), Of("state"), Of("on"))
            .ShouldBe(("办件-7", "锦源新城一期", "锦源区文昌路1号", "91370390MA1TEXT0X7", "证-1", "valid", "2026-03-02"));
        JsonDocument.Parse(system.Sent[1]).RootElement.GetProperty("state").GetString().ShouldBe("revoked");
    }

    [Fact]
    public async Task A_site_safety_system_that_fails_has_the_notice_come_again()
    {
        using var system = new StandIn { Status = HttpStatusCode.ServiceUnavailable };
        using var housing = Connected(system);

        await Should.ThrowAsync<HttpRequestException>(() => housing.WhenNotifiedAsync(SupervisionTopic.Issued, ConstructionPermitName));
    }

    [Fact]
    public async Task Without_an_address_nothing_is_sent_and_the_log_says_so()
    {
        await _housing.WhenNotifiedAsync(SupervisionTopic.Issued, ConstructionPermitName, "办件-7");

        _housing.Log.ShouldContain("办件-7: 未设置 SiteSafetyAddress，不发送施工安全监督系统");
    }

    [Theory]
    [InlineData(2500, true)]
    [InlineData(2499, false)]
    public void Homes_are_sold_ahead_once_a_quarter_is_invested(int invested, bool holds)
    {
        var presale = new PresalePermit.Form("锦源新城一期", "1、2号楼", 320, 35_000, 10_000, invested, new DateOnly(2027, 12, 31));

        _housing.Given("商品房预售许可", presale)
            .ThenTheLimitIs(Limit.CalendarDays(10), promised: Limit.WorkingDays(5))
            .ThenUnmetAre(holds ? [] : ["quarter-invested"]);
    }

    [Theory]
    [InlineData(DrainagePermit.Discharge.Domestic, false, "form-review site-survey review", false)]
    [InlineData(DrainagePermit.Discharge.Industrial, false, "form-review site-survey water-test review", false)]
    [InlineData(DrainagePermit.Discharge.Industrial, true, "form-review site-survey water-test review", true)]
    public void Drainage_is_tested_and_monitored_as_its_kind_asks(DrainagePermit.Discharge kind, bool keyPolluter, string steps, bool monitoring)
    {
        var drainage = new DrainagePermit.Form("锦源区工业路9号", kind, 120, keyPolluter, ["悬浮物"], "工业路污水主管");

        _housing.Given("城镇污水排入排水管网许可", drainage)
            .ThenTheLimitIs(Limit.WorkingDays(20))
            .ThenTheStepsAre(steps.Split(' '))
            .Assessment.RequiredMaterials.Contains("online-monitoring").ShouldBe(monitoring);
    }

    [Fact]
    public void Of_drainage_the_water_test_alone_stops_the_clock()
    {
        var steps = _housing.Item("城镇污水排入排水管网许可").Definition.Steps;

        var suspending = steps.Where(s => s.Suspension is not null).ShouldHaveSingleItem();
        (suspending.Key, suspending.Suspension!.Procedure).ShouldBe(("water-test", SpecialProcedure.Testing));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, false, false)]
    public void A_young_road_is_dug_up_only_with_the_governments_approval(bool digs, bool young, bool approval)
    {
        var road = new RoadOccupation.Form("文昌路", 40, digs, digs ? young : null, new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 20), "敷设供热管道");

        _housing.Given("市政设施建设类审批(占用、挖掘城市道路)", road)
            .Assessment.RequiredMaterials.Contains("government-approval").ShouldBe(approval);
    }

    [Fact]
    public void A_special_fire_design_brings_its_papers_and_the_experts() =>
        _housing.Given("特殊建设工程消防设计审查", new FireDesignReview.Form("锦源会展中心", "会展", 42_000, 32, false, true))
            .ThenTheMaterialsAre("application", "design", "special-design")
            .ThenTheStepsAre("technical-review", "expert-review", "review");
}
