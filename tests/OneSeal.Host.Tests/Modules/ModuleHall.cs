using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using OneSeal.Host.Modules;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Modules;

/// <summary>A modules folder of a test's own, and a registry on it with little patience.</summary>
internal sealed class ModuleHall : IAsyncDisposable
{
    /// <summary>The item of the fixture Exemplary.</summary>
    public static readonly ItemCode Kiosk = ItemCode.Parse("11370390FX000000114990000000001");

    private readonly string _folder = Directory.CreateTempSubdirectory("oneseal-hall-").FullName;

    // The test platform blocks threads of the pool; on a machine of two cores nearly none is left, and every await may take a second.
    static ModuleHall() => ThreadPool.SetMinThreads(16, 16).ShouldBeTrue();

    public ModuleHall(Action<ModuleOptions>? with = null, IClaims? claims = null)
    {
        var options = new ModuleOptions
        {
            Folder = Path.Combine(_folder, "modules"),
            ShadowFolder = Path.Combine(_folder, "shadows"),
            ConfigureLimit = TimeSpan.FromSeconds(20),
            StepLimit = TimeSpan.FromSeconds(20),
            EndingLimit = TimeSpan.FromMilliseconds(50),
            DrainLimit = TimeSpan.FromSeconds(20),
        };
        with?.Invoke(options);
        Directory.CreateDirectory(options.Folder);
        Options = options;
        Registry = new ModuleRegistry(options, NullLoggerFactory.Instance, Time, claims);
        Calls = new ModuleCalls(Registry);
    }

    public ManualTime Time { get; } = new();

    public ModuleOptions Options { get; }

    public ModuleRegistry Registry { get; }

    public ModuleCalls Calls { get; }

    public static JsonElement KioskForm { get; } = Json("""{"name":"早点摊","area":12,"kind":"fixed"}""");

    public static JsonElement NameForm { get; } = Json("""{"name":"甲"}""");

    public static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    /// <summary>Lays a built fixture into the folder, over what lies there.</summary>
    public string Lay(string fixture, string id)
    {
        var target = Path.Combine(Options.Folder, id);
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Fixtures, fixture)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        return target;
    }

    /// <summary>Lays the fixture that does one thing wrong.</summary>
    /// <returns>The code of its item.</returns>
    public ItemCode LayAwkward(string behaviour, string department = "11370390FX0000004A")
    {
        File.WriteAllLines(Path.Combine(Lay("Awkward", behaviour), "behaviour.txt"), [behaviour, department]);
        return ItemCode.Compose(SocialCreditCode.Parse(department), AuthorityLevel.County, "990000000002");
    }

    /// <summary>Loads what lies there and enables what came through.</summary>
    public async Task OpenAsync()
    {
        await Registry.LoadAllAsync();
        foreach (var state in Registry.States.Where(s => s.Status == ModuleStatus.Loaded)) Registry.Enable(state.Id, ModuleService.Bureau);
    }

    public Task<FilingAssessment> AssessKioskAsync() => Calls.AssessAsync(Kiosk, KioskForm);

    public static StepRun Run(ItemCode item, string step, JsonElement form) => new(item, step, "370390202600001", new DateOnly(2026, 3, 2), [], form);

    /// <summary>That the well-behaved neighbour is served as if it were alone.</summary>
    public async Task ShouldServeNeighbourAsync()
    {
        (await AssessKioskAsync()).Steps.ShouldBe(["review", "slots"]);
        (await Calls.RunStepAsync(Run(Kiosk, "slots", KioskForm))).Passed.ShouldBeTrue();
        Registry.StateOf("exemplary").Status.ShouldBe(ModuleStatus.Enabled);
        Registry.StateOf("exemplary").LastFault.ShouldBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await Registry.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
