using System.Collections.Immutable;
using OneSeal.Host.Deadlines;

namespace OneSeal.Host.Cases;

/// <summary>How far a review step has come.</summary>
internal sealed record StepProgress(string Key)
{
    public DateOnly? OpenedOn { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>Why and from when the clock stands still for it; null while it does not.</summary>
    public Suspension? Suspension { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public bool? Passed { get; init; }

    public string? Opinion { get; init; }

    public ImmutableList<string> Attachments { get; init; } = [];

    /// <summary>文号 of the written opinion, where a department gave it.</summary>
    public string? Document { get; init; }

    /// <summary>Why the case went on without an opinion; null if there was one, or there still may be.</summary>
    public string? PassedOver { get; init; }

    public string? By { get; init; }

    public string? ByOrganisation { get; init; }
}
