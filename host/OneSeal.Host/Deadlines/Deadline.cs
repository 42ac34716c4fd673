using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Deadlines;

/// <summary>
/// A running period as it is stored: what set it going, and everything that happened to it. It never holds a due date. That is
/// derived (<see cref="Clock.Derive"/>), so that a new holiday notice or a corrected fact is never at odds with what was written.
/// </summary>
/// <remarks>
/// Two deadlines are equal when all their facts are. A statutory limit and a promised one (法定、承诺期限) are two deadlines.
/// </remarks>
/// <param name="StartEvent">What set it going; null where that is no step of an application but, say, a push. Who shows it knows.</param>
/// <param name="StartedOn">The day of that, which is not counted.</param>
internal sealed record Deadline(Limit Limit, StartEvent? StartEvent, DateOnly StartedOn)
{
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    /// <summary>A special procedure begins; several may be open at once, and a day in two of them is left out once.</summary>
    /// <remarks>Article 45 also has the agency tell the applicant in writing how long it will take; the caller sees to that.</remarks>
    /// <param name="from">Its first day; the day the period starts at the earliest.</param>
    /// <param name="article">The statute that leaves this time out, see <see cref="LegalBasis.SpecialProcedure"/>.</param>
    /// <param name="reason">The procedure.</param>
    /// <exception cref="Refusal">It would begin before the period does.</exception>
    public Deadline Suspend(DateOnly from, string article, string reason) => from < StartedOn
        ? throw new Refusal("deadline-suspended-before-start", ("from", from), ("start", StartedOn)) { Field = "from" }
        : this with { Suspensions = [.. Suspensions, new Suspension(from, null, article, reason)] };

    /// <summary>A special procedure ends, and the count goes on the next day.</summary>
    /// <param name="open">Which one: an open member of <see cref="Suspensions"/>.</param>
    /// <param name="until">Its last day, still not counted.</param>
    /// <exception cref="Refusal">It is not open, or would end before it began.</exception>
    public Deadline Resume(Suspension open, DateOnly until)
    {
        var at = Suspensions.ToList().IndexOf(open);
        if (at < 0 || !open.IsOpen) throw Refusal.Conflict("deadline-not-suspended", ("reason", open.Reason));
        if (until < open.From)
            throw new Refusal("deadline-resumed-before-suspended", ("until", until), ("from", open.From)) { Field = "until" };
        return this with { Suspensions = [.. Suspensions.Select((s, i) => i == at ? s with { Until = until } : s)] };
    }

    /// <summary>More time, counted on from the end of what there was.</summary>
    /// <exception cref="Refusal">
    /// This article has been used: 行政许可法 42 and its like allow the period to be extended (可以延长), not extended again and again.
    /// </exception>
    public Deadline Extend(Extension extension) => Extensions.Any(e => e.Article == extension.Article)
        ? throw Refusal.Conflict("deadline-extended-already", ("article", extension.Article))
        : this with { Extensions = [.. Extensions, extension] };

    /// <summary>
    /// The deadline as it would be, had every open special procedure this day as its last. With one still open there is no due
    /// date; this answers what it would be if the result came in today. A procedure that begins only after that day falls away.
    /// </summary>
    public Deadline AsIfResumedOn(DateOnly day)
    {
        if (!Suspensions.Any(s => s.IsOpen)) return this;
        var begun = Suspensions.Where(s => !s.IsOpen || s.From <= day);
        return this with { Suspensions = [.. begun.Select(s => s.IsOpen ? s with { Until = day } : s)] };
    }

    public bool IsSuspendedOn(DateOnly day) => SuspensionOn(day) is not null;

    public Suspension? SuspensionOn(DateOnly day)
    {
        for (var i = 0; i < Suspensions.Count; i++)
        {
            if (Suspensions[i].Covers(day)) return Suspensions[i];
        }

        return null;
    }

    public bool Equals(Deadline? other) => other is not null
        && Limit == other.Limit && StartEvent == other.StartEvent && StartedOn == other.StartedOn
        && Suspensions.SequenceEqual(other.Suspensions) && Extensions.SequenceEqual(other.Extensions);

    public override int GetHashCode() => HashCode.Combine(Limit, StartEvent, StartedOn, Suspensions.Count, Extensions.Count);
}
