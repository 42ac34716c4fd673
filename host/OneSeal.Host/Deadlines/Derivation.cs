namespace OneSeal.Host.Deadlines;

/// <summary>What follows from a <see cref="Deadline"/> and a <see cref="WorkCalendar"/>.</summary>
/// <param name="Due">
/// The last day of the period; null while a special procedure is open before its end, because nobody knows yet when it will end
/// (see <see cref="Deadline.AsIfResumedOn"/>).
/// </param>
/// <param name="Provisional">The count met a day of a year that has no holiday notice yet; the date may still move.</param>
internal readonly record struct Derivation(DateOnly? Due, bool Provisional);

/// <summary>One day of an explained period.</summary>
/// <param name="Date">The day.</param>
/// <param name="Counted">Whether it was counted, or in a period of months, completed one.</param>
/// <param name="Number">Which working day, day or month it is; null when it was not counted.</param>
/// <param name="Why">The rule or article, in Chinese.</param>
internal sealed record Step(DateOnly Date, bool Counted, int? Number, string Why);
