namespace OneSeal.Host.Deliveries;

/// <summary>How a recipient is written in the ledger.</summary>
internal static class Recipients
{
    private const string ModulePrefix = "module:", HooksPrefix = "hooks:", HookPrefix = "hook:", SystemPrefix = "system:";

    /// <summary>A module that performs an automatic step.</summary>
    public static string Module(string id) => ModulePrefix + id;

    /// <summary>The hooks of the modules of an organisation; the row becomes one for each hook when it is taken.</summary>
    public static string Hooks(string organisation) => HooksPrefix + organisation;

    /// <summary>All hooks of a module.</summary>
    public static string HooksIn(string module) => HookPrefix + module;

    /// <summary>One hook of a module.</summary>
    public static string Hook(string module, string hook) => $"{HooksIn(module)}/{hook}";

    /// <summary>An organisation's own system; a row comes to be only while it is connected.</summary>
    public static string System(string organisation) => SystemPrefix + organisation;

    public static bool IsSystem(string recipient) => recipient.StartsWith(SystemPrefix, StringComparison.Ordinal);

    public static bool IsHooks(string recipient) => recipient.StartsWith(HooksPrefix, StringComparison.Ordinal);

    public static bool IsHook(string recipient, out string module, out string hook)
    {
        var parts = recipient.Split([':', '/'], 3);
        var isHook = parts is [_, _, _] && recipient.StartsWith(HookPrefix, StringComparison.Ordinal);
        (module, hook) = isHook ? (parts[1], parts[2]) : ("", "");
        return isHook;
    }

    /// <summary>The organisation of <see cref="Hooks"/> or <see cref="System"/>.</summary>
    public static string OrganisationOf(string recipient) => recipient[(recipient.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
