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

    private static ModuleDefinition Configure(Action<ModuleBuilder> configure) => ModuleDefinition.Of(new Module(configure));

    public sealed record Form([Field("名称")] string Name);

    private sealed class Module(Action<ModuleBuilder> configure) : IDepartmentModule
    {
        public void Configure(ModuleBuilder module) => configure(module);
    }

    private sealed class Hook : ISupervisionHook
    {
        public Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
