using OneSeal.Host.Access;
using OneSeal.Host.Cases;

namespace OneSeal.Host.Demonstration;

/// <summary>What is to become of an application.</summary>
internal enum Fate
{
    /// <summary>It goes its way to the archive, or as far as it has come by the end.</summary>
    Granted,

    /// <summary>Something is missing at first.</summary>
    Supplemented,

    /// <summary>Nobody answers within five working days.</summary>
    Unanswered,

    Declined,
    Denied,
    Withdrawn,
    Terminated,

    /// <summary>Accepted and then left lying, beyond every limit.</summary>
    Overdue,

    Extended,

    /// <summary>The step that makes the clock stand still runs at the end.</summary>
    Running,

    /// <summary>The department says nothing in its time, and the memorandum lets the case go on without it.</summary>
    PassedOver,
}

/// <param name="Serial">Its place in the story; the small differences between cases follow from it.</param>
/// <param name="Item">What is applied for.</param>
/// <param name="On">The day on which it is drafted and handed in.</param>
/// <param name="Applicant">For whom.</param>
internal sealed record CasePlan(int Serial, StoryItem Item, DateOnly On, Applicant Applicant, Fate Fate)
{
    /// <summary>Nobody touches it any more once it has come here.</summary>
    public CaseStage StopAt { get; init; } = CaseStage.Archived;

    /// <summary>The licence for which more time is asked; null for a new one.</summary>
    public string? Renews { get; init; }

    /// <summary>By the applicant himself, with his account.</summary>
    public bool IsOnline { get; init; }

    public DateTimeOffset Beginning => Timetable.At(On, 60 + (Serial * 37 % 360));

    /// <summary>Small numbers that differ from case to case and turn to turn, the same whenever the story is told.</summary>
    public int Dice(int turn, int sides) => ((Serial * 7919) + (turn * 1049)) % sides;
}
