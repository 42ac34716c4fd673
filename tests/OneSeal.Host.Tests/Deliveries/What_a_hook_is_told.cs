using OneSeal.Host.Deliveries;
using OneSeal.Host.Modules;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Modules;

namespace OneSeal.Host.Tests.Deliveries;

[Collection(PostgresFixture.Collection)]
public class What_a_hook_is_told(PostgresFixture postgres)
{
    private const string Department = "11370390FX00000011";

    private static readonly string ToHooks = Recipients.Hooks(Department);

    [Fact]
    public async Task Is_told_again_to_the_one_that_threw_alone()
    {
        await using var office = await OpenAsync(postgres);
        office.Modules.LayAwkward("awkward", Department);
        await office.Modules.OpenAsync();

        await office.TellAsync(ToHooks, "A");
        await office.DrainAsync();
        (await office.StandingAsync("hooks:%")).ShouldBe("delivered 1");
        (await office.StandingAsync("hook:exemplary/%")).ShouldBe("delivered 1");
        await office.PassAsync(TimeSpan.FromHours(4), TimeSpan.FromMinutes(5));

        (await office.StandingAsync("hook:awkward/%")).ShouldBe("failed 1");
        (await office.AskAsync("select attempts from oneseal.deliveries where state = 'failed'")).ShouldBe(7);
        // The kiosk's step counts what its hook is told as well.
        (await office.Modules.Calls.RunStepAsync(ModuleHall.Run(ModuleHall.Kiosk, "slots", ModuleHall.KioskForm))).Opinion.ShouldStartWith("早点摊：第 2 次核验");
    }

    [Fact]
    public async Task Waits_for_a_module_that_is_not_enabled_without_counting()
    {
        await using var office = await OpenAsync(postgres);
        await office.Modules.Registry.LoadAllAsync();
        foreach (var n in Enumerable.Range(0, 20)) await office.TellAsync(ToHooks, $"C{n}");

        await office.DrainAsync();
        await office.PassAsync(TimeSpan.FromDays(2), TimeSpan.FromHours(1));
        (await office.StandingAsync()).ShouldBe("waiting 20");
        (await office.AskAsync("select max(attempts) from oneseal.deliveries")).ShouldBe(0);

        office.Modules.Registry.Enable("exemplary", ModuleService.Bureau);
        await office.Journal.WakeDeliveriesAsync(District.Region, ToHooks, office.Time.GetUtcNow(), CancellationToken.None);
        await office.DrainAsync();
        (await office.StandingAsync()).ShouldBe("delivered 40");
    }

    [Fact]
    public async Task Is_given_up_for_a_hook_that_is_no_more_and_holds_nothing()
    {
        await using var office = await OpenAsync(postgres);
        await office.Modules.OpenAsync();

        await office.TellAsync(Recipients.Hook("exemplary", "No.Such"), "A");
        await office.TellAsync(Recipients.Hook("exemplary", "No.Such"), "A", 2);
        await office.DrainAsync();

        (await office.StandingAsync()).ShouldBe("abandoned 2");
        (await office.AskAsync("select max(reason) from oneseal.deliveries")).ShouldNotBeNull().ToString()!.ShouldContain("No.Such");
    }

    [Fact]
    public async Task Is_nothing_where_an_organisation_has_no_module()
    {
        await using var office = await OpenAsync(postgres);
        await office.Modules.OpenAsync();
        await office.TellAsync(Recipients.Hooks(District.Town.Code), "A");
        await office.DrainAsync();
        (await office.StandingAsync()).ShouldBe("delivered 1");
    }

    private static async Task<PostOffice> OpenAsync(PostgresFixture postgres)
    {
        var office = await PostOffice.OpenAsync(postgres);
        office.Modules.Lay("Exemplary", "exemplary");
        return office;
    }
}
