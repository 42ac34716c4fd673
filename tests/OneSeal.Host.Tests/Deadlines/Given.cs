using OneSeal.Host.Deadlines;

namespace OneSeal.Host.Tests.Deadlines;

internal static class Given
{
    /// <summary>The deadline after an expert review from the first day through the last.</summary>
    public static Deadline Through(this Deadline deadline, string from, string until) =>
        deadline.Through(DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(until, "yyyy-MM-dd"));

    public static Deadline Through(this Deadline deadline, DateOnly from, DateOnly until)
    {
        var suspended = deadline.Suspend(from, LegalBasis.SpecialProcedure, "专家评审");
        return suspended.Resume(suspended.Suspensions[^1], until);
    }
}
