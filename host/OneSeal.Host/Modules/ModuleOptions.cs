using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>Where modules lie and how much patience the host has with them.</summary>
internal sealed class ModuleOptions
{
    /// <summary>The folder with one folder for each module.</summary>
    public string Folder { get; set; } = Path.Combine(AppContext.BaseDirectory, "modules");

    /// <summary>
    /// Where copies lie while they are loaded, so that the originals can be overwritten. Several hosts of one user may share it; another
    /// user's could neither write to it nor clear it up.
    /// </summary>
    public string ShadowFolder { get; set; } = Path.Combine(Path.GetTempPath(), "oneseal-modules-" + Environment.UserName);

    /// <summary>How long constructor and <c>Configure</c> may take together.</summary>
    public TimeSpan ConfigureLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the assessment of a form may take; an applicant is waiting.</summary>
    public TimeSpan AssessLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an automatic step may take.</summary>
    public TimeSpan StepLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a supervision hook may take.</summary>
    public TimeSpan NoticeLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a requirement may take to say whether it is met; a decider is waiting.</summary>
    public TimeSpan RequirementLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a page of feedback may take.</summary>
    public TimeSpan CollectLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many calls of one kind may be inside a module at once; further ones wait.</summary>
    public int ConcurrentCalls { get; set; } = 16;

    /// <summary>How long a call may take to end after it was told to.</summary>
    public TimeSpan EndingLimit { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How many calls may be past all limits and still run before the module is taken out: each holds a thread or memory.
    /// </summary>
    public int HangingCalls { get; set; } = 4;

    /// <summary>How long a replaced module may take to finish the calls it is in.</summary>
    public TimeSpan DrainLimit { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How many calls of a kind, half of them failing, hold further ones back.</summary>
    public int FaultsBeforePause { get; set; } = 6;

    /// <summary>Over which time failing calls are counted.</summary>
    public TimeSpan FaultWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>For how long calls are held back before one is tried.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What modules are told of the installation, by module and name; read when the host is started.</summary>
    public Dictionary<string, Dictionary<string, string>> Settings { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ModuleSettings SettingsOf(string module) =>
        Settings.TryGetValue(module, out var values) ? new ModuleSettings(values) : ModuleSettings.None;

    public TimeSpan LimitOf(ModuleCall call) => call switch
    {
        ModuleCall.Assess => AssessLimit,
        ModuleCall.Step => StepLimit,
        ModuleCall.Notice => NoticeLimit,
        ModuleCall.Requirement => RequirementLimit,
        ModuleCall.Collect => CollectLimit,
        _ => throw new ArgumentOutOfRangeException(nameof(call), call, null),
    };
}
