using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneSeal.Sdk;
using OneSeal.Sdk.Testing;

namespace OneSeal.Sdk.Tests;

/// <summary>The test kit says what differs, in the words of the domain.</summary>
public sealed class HarnessTests : IDisposable
{
    private const string Item = "试用事项";

    private readonly ModuleHarness _harness = ModuleHarness.For<Module>();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public void What_is_as_stated_passes() =>
        _harness.Given(Item, new Form(3, "好"))
            .ThenTheFormFails()
            .ThenUnmetAre()
            .ThenTheLimitIs(Limit.WorkingDays(20), promised: Limit.WorkingDays(5))
            .ThenTheMaterialsAre("application")
            .ThenTheStepsAre("count", "review");

    [Fact]
    public void A_difference_names_the_item_and_both_sides()
    {
        var given = _harness.Given(Item, new Form(3, "好"));

        Says(() => given.ThenTheLimitIs(Limit.CalendarDays(7)), "试用事项: statutory limit: expected [7日], found [20个工作日].");
        Says(() => given.ThenTheLimitIs(Limit.WorkingDays(20), Limit.OnTheSpot), "promised limit: expected [当场], found [5个工作日]");
        Says(() => given.ThenTheMaterialsAre("plan"), "required materials: expected [plan], found [application]");
        Says(() => given.ThenUnmetAre("small"), "unmet conditions: expected [small], found []");
        Says(() => given.ThenTheFormFails(("size", FormRule.Range)), "faults of the form: expected [size Range], found []");
    }

    [Fact]
    public void A_form_with_faults_cannot_be_assessed()
    {
        var given = _harness.GivenJson(Item, """{ "size": 0 }""");

        given.ThenTheFormFails(("note", FormRule.Required), ("size", FormRule.Range));
        Says(() => given.ThenTheStepsAre(), "试用事项: the form cannot be filed: [note 说明 Required, size 规模 Range 1–9].");
    }

    [Fact]
    public void What_does_not_exist_is_told()
    {
        Says(() => _harness.Item("别的事项"), "区试用局 has no item '别的事项'; it has 试用事项.");
        Says(() => _harness.GivenJson(Item, "{"), "is not JSON");
        Says(() => _harness.Given(Item, new Form(3, "好")).WhenTheStepRunsAsync("review"), "the system performs no step 'review'");
        Says(() => _harness.WhenNotifiedAsync(SupervisionTopic.Decided, Item).GetAwaiter().GetResult(), "No hook of 区试用局 observes Decided.");
    }

    [Fact]
    public void An_item_is_found_by_name_code_or_basic_code()
    {
        var item = _harness.Item(Item);

        _harness.Item(item.Code.Value).ShouldBeSameAs(item);
        _harness.Item(item.Code.BasicCode).ShouldBeSameAs(item);
    }

    [Fact]
    public async Task A_step_runs_with_the_modules_services_and_the_standing_clock()
    {
        _harness.Now = new DateTimeOffset(2026, 5, 6, 23, 30, 0, TimeSpan.FromHours(8));

        var outcome = await _harness.Given(Item, new Form(3, "好")).WhenTheStepRunsAsync("count", materials: ["application", "plan"]);

        outcome.ShouldBe(StepOutcome.Pass("2026-05-06 3 application,plan"));
        _harness.Service<Counter>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_hook_gets_the_notice_as_given()
    {
        await _harness.WhenNotifiedAsync(SupervisionTopic.Issued, Item, "办件-9", new { licence = "证-1" }, id: "n-2");

        _harness.Log.ShouldBe(["n-2 办件-9 证-1"]);
    }

    private static void Says(Action act, string text) => Should.Throw<ExpectationException>(act).Message.ShouldContain(text);

    private static void Says<T>(Func<T> act, string text) => Says(() => { _ = act(); }, text);

    public sealed record Form([Field("规模"), Range(1, 9)] int Size, [Field("说明")] string Note);

    private sealed class Counter
    {
        public int Count { get; set; }
    }

    private sealed class Count(Counter counter, TimeProvider time) : IAutomaticStep
    {
        public Task<StepOutcome> RunAsync(StepContext step, CancellationToken cancellationToken)
        {
            counter.Count++;
            return Task.FromResult(StepOutcome.Pass($"{time.GetLocalNow():yyyy-MM-dd} {step.Form<Form>().Size} {string.Join(",", step.Materials)}"));
        }
    }

    private sealed class Hook(ILogger<Hook> log) : ISupervisionHook
    {
        public Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken)
        {
            log.LogInformation("{Id} {Case} {Licence}", notice.Id, notice.CaseNumber, notice.Content.GetProperty("licence").GetString());
            return Task.CompletedTask;
        }
    }

    private sealed class Module : IDepartmentModule
    {
        public void Configure(ModuleBuilder module)
        {
            module.Department(new("区试用局", SocialCreditCode.Parse("11370800MB28559184"), RegionCode.Parse("370390")));
            module.AddItem(new ItemDefinition<Form>
            {
                BasicCode = "000117001000",
                Name = Item,
                LegalBasis = ["《试用法》第一条"],
                StatutoryLimit = Limit.WorkingDays(20),
                PromisedLimit = Limit.WorkingDays(5),
                Conditions = [new("small", "规模不超过5") { Holds = form => form.Size <= 5 }],
                Materials = [new("application", "申请表")],
                Steps = [ReviewStep.BySystem<Count>("count", "计数"), ReviewStep.ByOwner("review", "审查")],
            });
            module.Services.AddSingleton<Counter>();
            module.ObserveSupervision<Hook>(SupervisionTopic.Issued);
        }
    }
}
