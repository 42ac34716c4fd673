using OneSeal.Host.Feedback;
using OneSeal.Host.Requests;

namespace OneSeal.Host.Demonstration;

/// <summary>What the departments of the story write when they supervise, and what they ask for; the same words for all of them.</summary>
internal sealed record SupervisionWords
{
    /// <summary>Which office of a department claims, where the department's own file names none.</summary>
    public required string Office { get; init; }

    public required string Passed { get; init; }

    public required string Failed { get; init; }

    public required string Fault { get; init; }

    public required string Rectified { get; init; }

    /// <summary>Its document's number with <c>{year}</c>; its day is the story's.</summary>
    public required FeedbackContent.Penalty Penalty { get; init; }

    public required FeedbackContent.Credit BadCredit { get; init; }

    public required FeedbackContent.NormChange SettledNorm { get; init; }

    public required string SettledBecause { get; init; }

    public required FeedbackContent.NormChange OpenNorm { get; init; }

    public required string AddedBecause { get; init; }

    public required string HearingPlace { get; init; }

    /// <summary>文号 of a department's letter, with <c>{year}</c> and <c>{serial}</c>.</summary>
    public required string Letter { get; init; }

    public required IReadOnlyList<RequestPlan> Requests { get; init; }
}

/// <summary>A formal request of the story: what is asked for, what becomes of it, and why.</summary>
internal sealed record RequestPlan
{
    /// <summary>Other requests can be about the same licence by this name.</summary>
    public required string Key { get; init; }

    /// <summary>The request whose licence it is about; null for another licence.</summary>
    public string? LicenceOf { get; init; }

    /// <summary>So many working days before the end.</summary>
    public required int Submitted { get; init; }

    public required RequestedAct Act { get; init; }

    public required string Reason { get; init; }

    public required string Article { get; init; }

    /// <summary>The licence was claimed, and an inspection that found faults went before.</summary>
    public bool AfterInspection { get; init; }

    /// <summary>For a change: so many days before the end the licence's term ends by it.</summary>
    public int? TermEnds { get; init; }

    /// <summary>For a change of the term: what becomes of the application for more time; null if there is none.</summary>
    public Fate? Renewal { get; init; }

    /// <summary>Nobody touches it any more once it has come here.</summary>
    public RequestStage StopAt { get; init; } = RequestStage.Decided;

    public string Findings { get; init; } = "";

    /// <summary>What the holder says to it: at a hearing, else in writing.</summary>
    public string Said { get; init; } = "";

    public bool AtHearing { get; init; }

    public bool Upheld { get; init; } = true;

    public string Decision { get; init; } = "";

    public string? PublicInterest { get; init; }

    public string? Recompense { get; init; }
}
