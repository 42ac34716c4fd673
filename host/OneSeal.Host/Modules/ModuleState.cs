using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>What an administrator sees of a module.</summary>
internal sealed record ModuleState
{
    /// <summary>The name of its folder.</summary>
    public required string Id { get; init; }

    public required ModuleStatus Status { get; init; }

    /// <summary>
    /// In Chinese: why it does not run, or what is wrong although it does (a failed replacement, calls held back); empty if nothing is.
    /// </summary>
    public string Reason { get; init; } = "";

    /// <summary>Since when status and reason are as they are.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>For whom it serves; null while it is not enabled.</summary>
    public ModuleService? Service { get; init; }

    /// <summary>Null until it was loaded once.</summary>
    public DepartmentIdentity? Department { get; init; }

    /// <summary>The version of its assembly; null while none could be read.</summary>
    public Version? Version { get; init; }

    /// <summary>The version of the SDK it was built for; null while none could be read.</summary>
    public Version? SdkVersion { get; init; }

    public int ItemCount { get; init; }

    /// <summary>The last call that failed; a single one changes nothing else.</summary>
    public ModuleIncident? LastFault { get; init; }
}

/// <summary>A call into a module that failed.</summary>
/// <param name="Text">What happened, in Chinese.</param>
/// <param name="At">When.</param>
internal sealed record ModuleIncident(string Text, DateTimeOffset At);
