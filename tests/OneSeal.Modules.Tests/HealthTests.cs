using OneSeal.Modules.Health;
using OneSeal.Sdk;
using OneSeal.Sdk.Testing;

namespace OneSeal.Modules.Tests;

public sealed class HealthTests : IDisposable
{
    private const string Hygiene = "公共场所卫生许可";

    private static readonly PublicPlaceHygiene.Form Hotel =
        new("锦源宾馆", PublicPlaceHygiene.Place.Lodging, "锦源区文昌路8号", 2_400, false, 24, 24);

    private readonly ModuleHarness _health = ModuleHarness.For<HealthModule>();

    public void Dispose() => _health.Dispose();

    [Fact]
    public void A_public_place_is_licensed_for_four_years_within_twenty_working_days()
    {
        _health.Given(Hygiene, Hotel)
            .ThenTheFormFails()
            .ThenTheLimitIs(Limit.WorkingDays(20), promised: Limit.WorkingDays(5))
            .ThenTheMaterialsAre("application", "identity", "floor-plan", "hygiene-report", "hygiene-rules")
            .ThenTheStepsAre("staff-check", "site-survey", "review");
        var licence = _health.Item(Hygiene).Definition.Result.ShouldNotBeNull();
        (licence.Validity, licence.RenewalWindow).ShouldBe((Limit.Months(48), Limit.CalendarDays(30)));
    }

    [Fact]
    public void Central_air_conditioning_is_reported_on() =>
        _health.Given(Hygiene, Hotel with { CentralAirConditioning = true }).Assessment.RequiredMaterials.ShouldContain("air-conditioning-report");

    [Fact]
    public void The_survey_of_a_public_place_runs_on_the_clock() =>
        _health.Item(Hygiene).Definition.Steps.ShouldAllBe(s => s.Suspension == null);

    [Fact]
    public async Task The_staff_check_names_the_day_of_the_next_inspection() =>
        (await _health.Given(Hygiene, Hotel).WhenTheStepRunsAsync("staff-check"))
            .ShouldBe(StepOutcome.Pass("从业人员健康合格证明齐全；如当日准予许可，复核不晚于2028年3月2日。"));

    [Fact]
    public async Task The_staff_check_objects_while_someone_has_no_certificate() =>
        (await _health.Given(Hygiene, Hotel with { StaffCertified = 22 }).WhenTheStepRunsAsync("staff-check"))
            .ShouldBe(StepOutcome.Object("2名直接为顾客服务的人员没有有效健康合格证明。"));

    [Fact]
    public async Task A_hygiene_licence_issued_plans_its_inspection_once()
    {
        await _health.WhenNotifiedAsync(SupervisionTopic.Issued, Hygiene, "办件-5");
        _health.Now = new DateTimeOffset(2026, 3, 9, 9, 0, 0, TimeSpan.FromHours(8));
        await _health.WhenNotifiedAsync(SupervisionTopic.Issued, Hygiene, "办件-5");
        await _health.WhenNotifiedAsync(SupervisionTopic.Issued, "医师执业注册", "办件-6");

        _health.Service<ReinspectionPlan>().Due.ShouldHaveSingleItem().ShouldBe(new("办件-5", new DateOnly(2028, 3, 2)));
        _health.Log.ShouldBe(["办件-5: 复核 2028-03-02"]);
    }

    [Fact]
    public async Task A_hygiene_licence_is_claimed_for_its_office_with_the_day_of_the_next_inspection()
    {
        using var health = ModuleHarness.For<HealthModule>(new Dictionary<string, string> { [ClaimHygieneLicence.Office] = "公共卫生监督科" });
        health.Desk.GivenClaimed("推送-2", "孙某");

        await health.WhenNotifiedAsync(SupervisionTopic.Issued, Hygiene, "办件-5", pushId: "推送-1");
        await health.WhenNotifiedAsync(SupervisionTopic.Issued, Hygiene, "办件-6", pushId: "推送-2");
        await health.WhenNotifiedAsync(SupervisionTopic.Issued, Hygiene, "办件-7");
        await health.WhenNotifiedAsync(SupervisionTopic.Issued, "医师执业注册", "办件-8", pushId: "推送-4");

        health.Desk.Claims.ShouldHaveSingleItem()
            .ShouldBe(new("推送-1", new SupervisionClaim("公共卫生监督科") { FirstInspectionOn = new DateOnly(2028, 3, 2) }));
        health.Log.ShouldContain("办件-6: 已由孙某认领");
    }

    [Fact]
    public async Task Without_an_office_people_claim()
    {
        await _health.WhenNotifiedAsync(SupervisionTopic.Issued, Hygiene, "办件-5", pushId: "推送-1");

        _health.Desk.Claims.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_notice_of_the_evening_in_utc_belongs_to_the_next_day_in_china()
    {
        _health.Now = new DateTimeOffset(2026, 3, 2, 16, 30, 0, TimeSpan.Zero);

        await _health.WhenNotifiedAsync(SupervisionTopic.Issued, Hygiene, "办件-5");

        _health.Service<ReinspectionPlan>().Due["办件-5"].ShouldBe(new DateOnly(2028, 3, 3));
    }

    [Fact]
    public void A_licence_of_the_leap_day_is_inspected_on_the_28th() =>
        _health.Service<ReinspectionCalendar>().FirstAfter(new DateOnly(2028, 2, 29)).ShouldBe(new DateOnly(2030, 2, 28));

    [Theory]
    [InlineData(0, "form-review site-acceptance opinion review")]
    [InlineData(60, "form-review site-acceptance expert-review opinion review")]
    public void A_medical_institution_is_registered_within_forty_five_days(int beds, string steps)
    {
        var clinic = new MedicalInstitutionRegistration.Form("锦源诊所", "锦源区文昌路9号", beds, ["内科"], 12);

        _health.Given("医疗机构执业登记(人体器官移植除外)", clinic)
            .ThenTheLimitIs(Limit.CalendarDays(45), promised: Limit.WorkingDays(10))
            .ThenTheStepsAre(steps.Split(' '));
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, false)]
    public void The_county_sets_up_institutions_of_less_than_a_hundred_beds(int beds, bool holds) =>
        _health.Given("医疗机构设置审批(县级)", new MedicalInstitutionSetup.Form("锦源医院", "综合医院", "锦源区城东", beds, ["内科", "外科"]))
            .ThenUnmetAre(holds ? [] : ["county-level"]);

    [Theory]
    [InlineData(NurseRegistration.Registration.First, 20, "application identity education examination health employment")]
    [InlineData(NurseRegistration.Registration.Renewal, 20, "application identity health employment")]
    [InlineData(NurseRegistration.Registration.Change, 7, "application identity health employment")]
    public void A_nurse_is_registered_from_receipt_on(NurseRegistration.Registration kind, int workingDays, string materials)
    {
        var nurse = new NurseRegistration.Form(kind, "张三", CitizenNumber.Parse("11010519491231002X"), "锦源医院",
            kind == NurseRegistration.Registration.First ? null : "202637039001");

        _health.Given("护士执业注册", nurse).ThenTheLimitIs(Limit.WorkingDays(workingDays)).ThenTheMaterialsAre(materials.Split(' '));
        _health.Item("护士执业注册").Definition.StartEvent.ShouldBe(StartEvent.Received);
    }

    [Fact]
    public void The_number_of_a_nurse_s_certificate_is_asked_when_there_is_one()
    {
        const string Nurse = """{ "kind": "KIND", "name": "张三", "number": "11010519491231002X", "institution": "锦源医院"NUMBER }""";
        _health.GivenJson("护士执业注册", Of("renewal", "")).ThenTheFormFails(("certificateNumber", FormRule.Required));
        _health.GivenJson("护士执业注册", Of("change", "12")).ThenTheFormFails(("certificateNumber", FormRule.Pattern));
        _health.GivenJson("护士执业注册", Of("first", "202637039001")).ThenTheFormFails(("certificateNumber", FormRule.NotAsked));

        static string Of(string kind, string number) => Nurse.Replace("KIND", kind, StringComparison.Ordinal)
            .Replace("NUMBER", number.Length == 0 ? "" : $", \"certificateNumber\": \"{number}\"", StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_devices_is_checked_line_by_line() =>
        _health.GivenJson("放射源诊疗技术和医用辐射机构许可(放射诊疗许可)", """
            {
                "categories": ["x-ray-imaging", "surgery"], "site": "门诊楼一层", "staff": 3,
                "devices": [{ "name": "数字X线机", "model": "DR-1", "parameters": null }, { "name": "", "parameters": null }]
            }
            """).ThenTheFormFails(("categories[1]", FormRule.Choice), ("devices[1].model", FormRule.Required), ("devices[1].name", FormRule.Required));

    [Fact]
    public void A_clinic_of_chinese_medicine_files_on_the_spot()
    {
        var clinic = new ChineseMedicineClinicFiling.Form("锦源中医诊所", "锦源区文昌路3号", CitizenNumber.Parse("11010519491231002X"), ["中医内科"], 3);

        _health.Given("中医诊所备案", clinic).ThenTheLimitIs(Limit.OnTheSpot, Limit.OnTheSpot).ThenTheStepsAre();
    }
}
