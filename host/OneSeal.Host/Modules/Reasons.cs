using OneSeal.Host.Texts;

namespace OneSeal.Host.Modules;

/// <summary>Why a module does not run, in Chinese.</summary>
internal static class Reasons
{
    public static string Of(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Text.Of("module.reason." + key, values);
}
