using OneSeal.Host.Journal;

namespace OneSeal.Host.Modules;

/// <summary>What administrators have decided of a module; every host of the installation follows it.</summary>
internal sealed record ModuleStanding
{
    public static StreamKind<ModuleStanding, ModuleStandingEvent> Kind { get; } = new()
    {
        Name = "module",
        Events = new EventTypes<ModuleStandingEvent>(),
        Initial = new ModuleStanding(),
        Evolve = (standing, recorded) => standing.Evolve(recorded.Event),
    };

    /// <summary>For whom it is to serve; null if it is not to be called.</summary>
    public ModuleService? Service { get; init; }

    /// <summary>How often it has been replaced: a host that has loaded it fewer times loads it again.</summary>
    public int Generation { get; init; }

    private ModuleStanding Evolve(ModuleStandingEvent happened) => happened switch
    {
        ModuleStandingEvent.Enabled e => this with { Service = e.Service },
        ModuleStandingEvent.Disabled => this with { Service = null },
        ModuleStandingEvent.Replaced => this with { Generation = Generation + 1 },
        _ => throw new InvalidOperationException($"A module's standing does not know {happened.GetType().Name}."),
    };
}

internal abstract record ModuleStandingEvent
{
    [JournalEvent("module-enabled")]
    public sealed record Enabled(ModuleService Service, string Version) : ModuleStandingEvent;

    [JournalEvent("module-disabled")]
    public sealed record Disabled(string Reason) : ModuleStandingEvent;

    [JournalEvent("module-replaced")]
    public sealed record Replaced(string Version) : ModuleStandingEvent;
}
