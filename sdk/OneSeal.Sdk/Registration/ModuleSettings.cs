using System.Diagnostics.CodeAnalysis;

namespace OneSeal.Sdk;

/// <summary>
/// What an installation sets for one module, such as the address of the department's own system: the host's configuration under
/// <c>Modules:Settings:MODULE:NAME</c>, as it stood when the host was started. Names do not differ by case; an empty value is not set.
/// </summary>
/// <param name="values">The values by name.</param>
/// <example>
/// <code>
/// if (module.Settings.TryGet("EnforcementAddress", out _)) module.CollectFeedback&lt;OverloadPenalties&gt;(TimeSpan.FromMinutes(15));
/// </code>
/// </example>
public sealed class ModuleSettings(IReadOnlyDictionary<string, string> values)
{
    private readonly Dictionary<string, string> _values = new(values, StringComparer.OrdinalIgnoreCase);

    /// <summary>Nothing is set.</summary>
    public static ModuleSettings None { get; } = new(new Dictionary<string, string>());

    /// <summary>A value without which the module's code cannot go on.</summary>
    /// <param name="name">The setting's name.</param>
    /// <exception cref="KeyNotFoundException">It is not set; the message names it and shows in the module's status.</exception>
    public string this[string name] =>
        TryGet(name, out var value) ? value : throw new KeyNotFoundException($"未设置 {name}（Modules:Settings 下本模块的设置）。");

    /// <summary>A value, if it is set.</summary>
    /// <param name="name">The setting's name.</param>
    /// <param name="value">The value.</param>
    public bool TryGet(string name, [NotNullWhen(true)] out string? value) =>
        _values.TryGetValue(name, out value) && !string.IsNullOrWhiteSpace(value);
}
