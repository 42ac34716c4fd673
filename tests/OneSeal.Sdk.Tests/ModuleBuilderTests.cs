using Microsoft.Extensions.DependencyInjection;
using OneSeal.Sdk;

namespace OneSeal.Sdk.Tests;

public sealed class ModuleBuilderTests
{
    private static readonly DepartmentIdentity Department = new("区试用局", SocialCreditCode.Parse("11370800MB28559184"), RegionCode.Parse("370390"));

    private static readonly ItemDefinition<Form> Item = new()
    {
        BasicCode = "000117001000",
        Name = "试用事项",
        LegalBasis = ["《试用法》第一条"],
        StatutoryLimit = Limit.WorkingDays(20),
        PromisedLimit = Limit.WorkingDays(5),
        Materials = [],
    };

    [Fact]
    public void After_configuration_nothing_more_is_taken()
    {
        ModuleBuilder? kept = null;
        var module = Configure(m =>
        {
            m.Department(Department);
            m.AddItem(Item);
            kept = m;
        });

        Should.Throw<InvalidOperationException>(() => kept!.AddItem(Item with { BasicCode = "000117002000" }));
        Should.Throw<InvalidOperationException>(() => kept!.Department(Department));
        Should.Throw<InvalidOperationException>(() => kept!.ObserveSupervision<Hook>(SupervisionTopic.Issued));
        Should.Throw<InvalidOperationException>(() => kept!.Services);
        Should.Throw<InvalidOperationException>(() => module.Services.AddSingleton(this));
        module.Items.Count.ShouldBe(1);
    }

    [Fact]
    public void The_department_comes_first_and_once()
    {
        Should.Throw<InvalidOperationException>(() => Configure(m => m.AddItem(Item)));
        Should.Throw<InvalidOperationException>(() => Configure(m =>
        {
            m.Department(Department);
            m.Department(Department);
        }));
    }

    [Fact]
    public void A_department_without_name_code_or_region_is_refused()
    {
        Should.Throw<ModuleDefinitionException>(() => Configure(m => m.Department(Department with { Name = "" })));
        Should.Throw<ModuleDefinitionException>(() => Configure(m => m.Department(Department with { Code = default })));
        Should.Throw<ModuleDefinitionException>(() => Configure(m => m.Department(Department with { Region = default })));
    }

    [Fact]
    public void A_module_names_a_department_and_brings_an_item()
    {
        Should.Throw<ModuleDefinitionException>(() => Configure(_ => { }));
        Should.Throw<ModuleDefinitionException>(() => Configure(m => m.Department(Department)));
    }

    [Fact]
    public void A_code_is_registered_once() =>
        Should.Throw<ModuleDefinitionException>(() => Configure(m =>
        {
            m.Department(Department);
            m.AddItem(Item);
            m.AddItem(Item with { Name = "又一事项" });
        })).Message.ShouldContain("registered twice");

    [Fact]
    public void A_hook_observes_something() =>
        Should.Throw<ArgumentException>(() => Configure(m => m.ObserveSupervision<Hook>()));

    [Fact]
    public void A_requirement_stands_before_items_that_a_person_decides()
    {
        var filing = Item with { BasicCode = "000117002000", Name = "试用备案", Handling = HandlingType.Immediate, Type = ItemType.Other };

        Required().Requirements.ShouldHaveSingleItem().BasicCodes.ShouldBe([Item.BasicCode]);
        Refused(" ", Item.BasicCode).ShouldContain("needs a name");
        Refused("有余量").ShouldContain("at least one item");
        Refused("有余量", "000117009000").ShouldContain("not registered");
        Refused("有余量", filing.BasicCode).ShouldContain("decided at once");
        Should.Throw<ModuleDefinitionException>(() => Required(m => m.RequireBeforeGranting<Requirement>("有余量", Item.BasicCode)))
            .Message.ShouldContain("has it already");

        ModuleDefinition Required(Action<ModuleBuilder>? then = null) => Configure(m =>
        {
            m.Department(Department);
            m.AddItem(Item);
            m.AddItem(filing);
            m.RequireBeforeGranting<Requirement>("有余量", Item.BasicCode);
            then?.Invoke(m);
        });

        string Refused(string name, params string[] codes) =>
            Should.Throw<ModuleDefinitionException>(() => Required(m => m.RequireBeforeGranting<Requirement>(name, codes))).Message;
    }

    [Fact]
    public void Feedback_is_collected_from_a_source_once_and_every_minute_at_most()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Configure(m => m.CollectFeedback<Source>(TimeSpan.FromSeconds(59))));
        Should.Throw<ArgumentException>(() => Configure(m =>
        {
            m.CollectFeedback<Source>(TimeSpan.FromHours(1));
            m.CollectFeedback<Source>(TimeSpan.FromHours(2));
        })).Message.ShouldContain("registered twice");
    }

    [Fact]
    public void A_setting_that_is_empty_is_not_set_and_a_missing_one_is_named()
    {
        var settings = new ModuleSettings(new Dictionary<string, string> { ["Address"] = "http://127.0.0.1/", ["Office"] = " " });

        settings["address"].ShouldBe("http://127.0.0.1/");
        settings.TryGet("Office", out _).ShouldBeFalse();
        Should.Throw<KeyNotFoundException>(() => settings["Office"]).Message.ShouldContain("未设置 Office");
    }

    private static ModuleDefinition Configure(Action<ModuleBuilder> configure) => ModuleDefinition.Of(new Module(configure));

    public sealed record Form([Field("名称")] string Name);

    private sealed class Module(Action<ModuleBuilder> configure) : IDepartmentModule
    {
        public void Configure(ModuleBuilder module) => configure(module);
    }

    private sealed class Requirement : IGrantRequirement
    {
        public Task<RequirementAnswer> CheckAsync(RequirementContext context, CancellationToken cancellationToken) =>
            Task.FromResult(RequirementAnswer.Met("有余量"));
    }

    private sealed class Source : IFeedbackSource
    {
        public Task<FeedbackPage> CollectAsync(string? cursor, CancellationToken cancellationToken) => Task.FromResult(new FeedbackPage([], cursor));
    }

    private sealed class Hook : ISupervisionHook
    {
        public Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
