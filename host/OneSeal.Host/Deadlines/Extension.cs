using OneSeal.Sdk;

namespace OneSeal.Host.Deadlines;

/// <summary>More time (延长期限), granted by someone who may, for a reason that is told to the applicant.</summary>
/// <param name="Limit">How much longer.</param>
/// <param name="Article">The legal basis.</param>
/// <param name="Reason">The reason as the applicant is told it.</param>
/// <param name="GrantedOn">The day it was approved.</param>
internal sealed record Extension(Limit Limit, string Article, string Reason, DateOnly GrantedOn)
{
    /// <summary>行政许可法 42 paragraph 1: the head of the agency may add ten working days.</summary>
    public static Extension ByHeadOfAgency(string reason, DateOnly grantedOn) =>
        new(Limit.WorkingDays(10), LegalBasis.LicensingPeriod, reason, grantedOn);
}
