using OneSeal.Host.Modules;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Modules;

public class A_running_module
{
    [Fact]
    public async Task Is_described_by_its_state_and_serves_the_region_of_its_department()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");

        hall.Registry.Discover().ShouldBe(["exemplary"]);
        hall.Registry.StateOf("exemplary").ShouldBe(new ModuleState { Id = "exemplary", Status = ModuleStatus.Found, Since = hall.Time.GetUtcNow() });
        await hall.OpenAsync();

        var state = hall.Registry.States.ShouldHaveSingleItem();
        (state.Status, state.Service, state.ItemCount).ShouldBe((ModuleStatus.Enabled, ModuleService.Bureau, 1));
        (state.Version, state.SdkVersion).ShouldBe((new Version(1, 0, 0, 0), new Version(1, 0, 0, 0)));
        state.Department.ShouldBe(new("示范区样例局", SocialCreditCode.Parse("11370390FX00000011"), RegionCode.Parse("370390")));
        hall.Registry.TryFindItem(ModuleHall.Kiosk, out var item).ShouldBeTrue();
        (item.Region.Value, item.Module, item.Service).ShouldBe(("370390", "exemplary", ModuleService.Bureau));
    }

    [Fact]
    public async Task Is_not_called_before_it_is_enabled_nor_while_it_is_disabled()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        var changes = new List<ModuleStatus>();
        hall.Registry.Changed += state => changes.Add(state.Status);
        await hall.Registry.LoadAllAsync();

        (await Should.ThrowAsync<Refusal>(hall.AssessKioskAsync)).Code.ShouldBe("module-not-enabled");
        hall.Registry.Enable("exemplary", ModuleService.Department);
        await hall.AssessKioskAsync();
        hall.Registry.Disable("exemplary").Service.ShouldBeNull();
        (await Should.ThrowAsync<Refusal>(hall.AssessKioskAsync)).Code.ShouldBe("module-disabled");
        hall.Registry.TryFindItem(ModuleHall.Kiosk, out _).ShouldBeTrue();
        hall.Registry.Enable("exemplary", ModuleService.Department);
        await hall.AssessKioskAsync();

        changes.ShouldBe([ModuleStatus.Loaded, ModuleStatus.Enabled, ModuleStatus.Disabled, ModuleStatus.Enabled]);
    }

    [Fact]
    public async Task Is_left_at_once_by_calls_under_way_when_it_is_disabled()
    {
        await using var hall = new ModuleHall(o => o.StepLimit = TimeSpan.FromMinutes(1));
        var item = hall.LayAwkward("awkward");
        await hall.OpenAsync();

        var call = hall.Calls.RunStepAsync(ModuleHall.Run(item, "patient", ModuleHall.NameForm));
        hall.Registry.Disable("awkward");

        (await Should.ThrowAsync<Refusal>(() => call)).Code.ShouldBe("module-disabled");
        hall.Registry.StateOf("awkward").LastFault.ShouldBeNull();
    }

    [Fact]
    public async Task Cannot_be_enabled_when_it_is_not_there_or_not_loaded()
    {
        await using var hall = new ModuleHall();
        hall.LayAwkward("throws-in-configure");
        await hall.OpenAsync();

        Should.Throw<Refusal>(() => hall.Registry.Enable("nobody", ModuleService.Bureau)).Code.ShouldBe("module-unknown");
        var refusal = Should.Throw<Refusal>(() => hall.Registry.Enable("throws-in-configure", ModuleService.Bureau));
        refusal.Code.ShouldBe("module-not-running");
        refusal.Message.ShouldContain("模块登记时出错");
    }

    [Fact]
    public async Task Is_replaced_under_load_without_a_dropped_call()
    {
        await using var hall = new ModuleHall(o => o.StepLimit = TimeSpan.FromSeconds(10));
        hall.Lay("Exemplary", "exemplary");
        await hall.OpenAsync();
        using var end = new CancellationTokenSource();
        var promised = new System.Collections.Concurrent.ConcurrentDictionary<int, int>();
        var callers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                promised.AddOrUpdate((await hall.AssessKioskAsync()).Promised.Count, 1, (_, n) => n + 1);
                await hall.Calls.RunStepAsync(ModuleHall.Run(ModuleHall.Kiosk, "slots", ModuleHall.KioskForm));
            }
        })).ToArray();

        foreach (var round in Enumerable.Range(0, 6))
        {
            hall.Lay(round % 2 == 0 ? "ExemplaryNext" : "Exemplary", "exemplary");
            var state = await hall.Registry.ReplaceAsync("exemplary");
            state.Status.ShouldBe(ModuleStatus.Enabled);
            state.Version!.Major.ShouldBe(round % 2 == 0 ? 2 : 1);
            (await hall.AssessKioskAsync()).Promised.Count.ShouldBe(round % 2 == 0 ? 3 : 5, "a call after the replacement reaches the new version");
        }

        await end.CancelAsync();
        await Task.WhenAll(callers);
        promised.Keys.Order().ShouldBe([3, 5]);
        hall.Registry.StateOf("exemplary").LastFault.ShouldBeNull();
    }

    [Fact]
    public async Task Finishes_a_call_on_the_old_version_while_new_calls_reach_the_new_one()
    {
        await using var hall = new ModuleHall(o => o.StepLimit = TimeSpan.FromSeconds(3));
        var item = hall.LayAwkward("awkward");
        await hall.OpenAsync();

        var old = hall.Calls.RunStepAsync(ModuleHall.Run(item, "patient", ModuleHall.NameForm));
        await hall.Registry.ReplaceAsync("awkward");
        await hall.Calls.AssessAsync(item, ModuleHall.NameForm);

        old.IsCompleted.ShouldBeFalse();
        hall.Registry.Lingering.ShouldBe(1);
        (await Should.ThrowAsync<ModuleFault>(() => old)).Kind.ShouldBe(ModuleFaultKind.TooSlow, "it had its whole time");
    }

    [Fact]
    public async Task Goes_on_when_its_replacement_fails_and_says_why_that_failed()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        await hall.OpenAsync();

        File.WriteAllText(Path.Combine(hall.Options.Folder, "exemplary", "OneSeal.Fixtures.Exemplary.dll"), "");
        var state = await hall.Registry.ReplaceAsync("exemplary");

        state.Status.ShouldBe(ModuleStatus.Enabled);
        state.Reason.ShouldStartWith("替换未成功，仍由原版本 1.0.0.0 提供服务。原因：");
        await hall.ShouldServeNeighbourAsync();

        hall.Lay("ExemplaryNext", "exemplary");
        (await hall.Registry.ReplaceAsync("exemplary")).Reason.ShouldBeEmpty();
        (await hall.AssessKioskAsync()).Promised.ShouldBe(Limit.WorkingDays(3));
    }

    [Fact]
    public async Task Stands_beside_a_neighbour_with_another_version_of_the_same_library()
    {
        await using var hall = new ModuleHall();
        hall.Lay("OnGaugeOne", "one");
        hall.Lay("OnGaugeTwo", "two");
        await hall.OpenAsync();

        // Each finds its library only when it is first called; by then nobody else may hold its load context any more.
        GC.Collect();
        GC.WaitForPendingFinalizers();

        (await ReadAsync(hall, "11370390FX000000244990000000003")).ShouldBe("读数一");
        (await ReadAsync(hall, "11370390FX000000374990000000003")).ShouldBe("读数二");
    }

    [Fact]
    public async Task Leaves_memory_and_disk_when_it_is_unloaded()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        await hall.OpenAsync();
        await hall.ShouldServeNeighbourAsync();
        hall.Calls.HooksFor("exemplary", SupervisionTopic.Decided).ShouldNotBeEmpty();
        (await hall.Calls.CheckRequirementAsync(new(ModuleHall.Kiosk, "摊位有余量", "办件-1", new(2026, 3, 2), "某", "1", ModuleHall.KioskForm))).IsMet.ShouldBeTrue();
        (await hall.Calls.CollectAsync("exemplary", hall.Calls.SourcesOf("exemplary").Keys.Single(), null)).Items.ShouldNotBeEmpty();

        (await hall.Registry.UnloadAsync("exemplary")).Status.ShouldBe(ModuleStatus.Found);

        await ShouldBeGoneAsync(hall);
        (await Should.ThrowAsync<Refusal>(hall.AssessKioskAsync)).Code.ShouldBe("module-not-running");
        (await hall.Registry.LoadAsync("exemplary")).Status.ShouldBe(ModuleStatus.Loaded);
    }

    [Fact]
    public async Task Leaves_memory_when_it_is_replaced_or_failed()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        var item = hall.LayAwkward("awkward");
        await hall.OpenAsync();
        await hall.ShouldServeNeighbourAsync();
        await Should.ThrowAsync<ModuleFault>(() => hall.Calls.RunStepAsync(ModuleHall.Run(item, "throwing", ModuleHall.NameForm)));
        await Should.ThrowAsync<ModuleFault>(() => hall.Calls.AssessAsync(item, ModuleHall.Json("""{"name":"抛"}""")));

        await hall.Registry.ReplaceAsync("exemplary");
        await hall.Registry.UnloadAsync("awkward");

        await ShouldBeGoneAsync(hall, stillLoaded: 1);
    }

    [Fact]
    public void Leaves_no_copy_behind_a_process_that_was_killed()
    {
        var shadows = Directory.CreateTempSubdirectory("oneseal-shadows-").FullName;
        var left = Directory.CreateDirectory(Path.Combine(shadows, "left", "exemplary-1")).FullName;
        var options = new ModuleOptions { ShadowFolder = shadows };

        using (var running = new ModuleLoader(options))
        {
            Directory.Exists(left).ShouldBeFalse();
            using var second = new ModuleLoader(options);
            Directory.GetDirectories(shadows).Length.ShouldBe(2, "a host that runs keeps its own");
        }

        Directory.GetDirectories(shadows).ShouldBeEmpty();
        Directory.Delete(shadows);
    }

    internal static async Task ShouldBeGoneAsync(ModuleHall hall, int stillLoaded = 0)
    {
        for (var i = 0; i < 50 && hall.Registry.Lingering > 0; i++)
        {
            // First of all off the stack on which the unloading ended: its frames still name what was unloaded.
            await Task.Delay(20);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        hall.Registry.Lingering.ShouldBe(0);
        Directory.GetDirectories(hall.Options.ShadowFolder).SelectMany(Directory.GetDirectories).Count().ShouldBe(stillLoaded);
    }

    private static async Task<string> ReadAsync(ModuleHall hall, string item) =>
        (await hall.Calls.RunStepAsync(ModuleHall.Run(ItemCode.Parse(item), "read", ModuleHall.NameForm))).Opinion;
}
