using OneSeal.Host.Access;

namespace OneSeal.Host.Jurisdiction;

/// <summary>Who decides an item at an instant, and why.</summary>
/// <param name="Owner">Who accepts and decides; null for an item that was cancelled (取消).</param>
/// <param name="Supervisor">监管部门.</param>
internal sealed record Ownership(Organisation? Owner, Organisation Supervisor)
{
    /// <summary>协助方: who must help during a transition; null outside one.</summary>
    public Organisation? Assisting { get; init; }

    /// <summary>The regime under which the owner was found; null without a memorandum.</summary>
    public string? Regime { get; init; }

    /// <summary>The memorandum it rests on; null without one.</summary>
    public string? Memorandum { get; init; }

    /// <summary>The memorandum as people cite it.</summary>
    public string? Citation { get; init; }

    /// <summary>The reasons, step by step, in Chinese.</summary>
    public required IReadOnlyList<string> Explanation { get; init; }
}
