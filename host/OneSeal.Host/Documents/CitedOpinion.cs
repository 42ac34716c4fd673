using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Documents;

/// <summary>A department's written opinion as a decision cites it, for or against; or that it did not come in time, and by which rule.</summary>
/// <param name="Organisation">Who gave it, or should have.</param>
/// <param name="Title">Such as 现场勘验意见.</param>
/// <param name="Document">文号; null if none came.</param>
/// <param name="On">When it was given, or the case went on without it.</param>
/// <param name="Passed">What it says; null if none came.</param>
/// <param name="Silence">Why the case went on without it, as a sentence without a full stop; null if it came.</param>
internal sealed record CitedOpinion(string Organisation, string Title, string? Document, DateOnly On, bool? Passed, string? Silence)
{
    public static string TitleOf(ReviewStep step) =>
        step.Name.EndsWith(Text.Of("opinion"), StringComparison.Ordinal) ? step.Name : Text.Of("archive.opinion", ("step", step.Name));
}
