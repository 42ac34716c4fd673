namespace OneSeal.Host.Deadlines;

/// <summary>Days that are not counted into a period (不计入期限), because a statute says so.</summary>
/// <param name="From">The day the special procedure begins.</param>
/// <param name="Until">The day it ends; null while it is open.</param>
/// <param name="Article">The legal basis, for example <see cref="LegalBasis.SpecialProcedure"/>.</param>
/// <param name="Reason">What takes the time, for example 专家评审.</param>
internal sealed record Suspension(DateOnly From, DateOnly? Until, string Article, string Reason)
{
    public bool IsOpen => Until is null;

    /// <summary>
    /// Both end days are left out: article 45 leaves out the time a procedure needs, and on each of these days, whole or in part,
    /// it was under way. So an expert review of one day takes one day off the clock.
    /// </summary>
    /// <remarks>
    /// A judgement; the law does not speak of the end days. Leaving out neither, or one, would let a one-day hearing use up the
    /// agency's own time, against the words of the article; and a broken day is not counted elsewhere either (民法典 201).
    /// </remarks>
    public bool Covers(DateOnly day) => From <= day && (Until is not { } last || day <= last);
}
