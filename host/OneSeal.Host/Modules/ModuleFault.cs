using OneSeal.Host.Texts;

namespace OneSeal.Host.Modules;

/// <summary>What the host calls in a module.</summary>
internal enum ModuleCall
{
    /// <summary>What an item's definition says of a form.</summary>
    Assess,

    /// <summary>An automatic step.</summary>
    Step,

    /// <summary>A supervision hook.</summary>
    Notice,

    /// <summary>What must hold before a grant.</summary>
    Requirement,

    /// <summary>A page of feedback.</summary>
    Collect,
}

internal enum ModuleFaultKind
{
    /// <summary>The module's code threw.</summary>
    Threw,

    /// <summary>It did not finish in time.</summary>
    TooSlow,

    /// <summary>It failed so often that calls are held back for a while; it was not called.</summary>
    Paused,

    /// <summary>So many calls are inside that this one found no room; it was not called.</summary>
    Busy,
}

/// <summary>
/// A call into a module failed, and nothing else did. It carries texts only: the module's own exception would keep the module in memory
/// after it was unloaded, and even reading its message runs the module's code.
/// </summary>
internal sealed class ModuleFault : Exception
{
    public ModuleFault(string module, ModuleCall call, ModuleFaultKind kind, params ReadOnlySpan<(string Name, object? Value)> values)
        : base(Text.Of("module.fault." + KeyOf(kind), [("call", Name(call)), .. values]))
    {
        Module = module;
        Call = call;
        Kind = kind;
    }

    public string Module { get; }

    public ModuleCall Call { get; }

    public ModuleFaultKind Kind { get; }

    /// <summary>The module's exception as text, for the log; empty where there was none.</summary>
    public string Trace { get; init; } = "";

    public static string Name(ModuleCall call) => Text.Of(call switch
    {
        ModuleCall.Assess => "module.call.assess",
        ModuleCall.Step => "module.call.step",
        ModuleCall.Notice => "module.call.notice",
        ModuleCall.Requirement => "module.call.requirement",
        ModuleCall.Collect => "module.call.collect",
        _ => throw new ArgumentOutOfRangeException(nameof(call), call, null),
    });

    private static string KeyOf(ModuleFaultKind kind) => kind switch
    {
        ModuleFaultKind.Threw => "threw",
        ModuleFaultKind.TooSlow => "too-slow",
        ModuleFaultKind.Paused => "paused",
        ModuleFaultKind.Busy => "busy",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
