using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Jurisdiction;

namespace OneSeal.Host.Catalogue;

internal abstract record ItemEvent
{
    /// <summary>The module brought the item, or brought it with other elements than before.</summary>
    [JournalEvent("item-registered")]
    public sealed record Registered(string Module, string ModuleVersion, Organisation Department, ItemElements Elements) : ItemEvent;

    /// <summary>An administrator set elements anew from a day on.</summary>
    [JournalEvent("item-adjusted")]
    public sealed record Adjusted(DateOnly From, ItemAdjustment Adjustment, string Reason) : ItemEvent;

    /// <summary>A memorandum in force covers the item.</summary>
    [JournalEvent("item-assigned")]
    public sealed record Assigned(Assignment Assignment) : ItemEvent;

    /// <summary>Both sides have agreed on the boundary that was open when the memorandum took effect.</summary>
    [JournalEvent("item-boundary-settled")]
    public sealed record BoundarySettled(string Memorandum, DateTimeOffset At) : ItemEvent;

    /// <summary>The memorandum no longer holds for the item.</summary>
    [JournalEvent("item-assignment-ended")]
    public sealed record AssignmentEnded(string Memorandum, DateTimeOffset At, string Reason) : ItemEvent;

    /// <summary>取消: the item is no more from a day on, by a published list.</summary>
    [JournalEvent("item-cancelled")]
    public sealed record Cancelled(DateOnly From, string TransferList) : ItemEvent;
}
