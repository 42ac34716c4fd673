using System.Globalization;

namespace OneSeal.Modules.Health;

/// <summary>Whether everyone who serves customers is certified healthy, and when the place must be inspected again.</summary>
public sealed class PublicPlaceCheck(ReinspectionCalendar calendar, TimeProvider time) : IAutomaticStep
{
    public Task<StepOutcome> RunAsync(StepContext step, CancellationToken cancellationToken)
    {
        var form = step.Form<PublicPlaceHygiene.Form>();
        if (form.StaffCertified < form.Staff)
            return Task.FromResult(StepOutcome.Object($"{form.Staff - form.StaffCertified}名直接为顾客服务的人员没有有效健康合格证明。"));
        var due = calendar.FirstAfter(DateOnly.FromDateTime(time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime));
        var date = due.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        return Task.FromResult(StepOutcome.Pass($"从业人员健康合格证明齐全；如当日准予许可，复核不晚于{date}。"));
    }
}

/// <summary>复核: a hygiene licence is looked at again every two years.</summary>
public sealed class ReinspectionCalendar
{
    private readonly int _years = 2;

    /// <summary>The last day for the first inspection after a licence; of 29 February, the 28th where there is none.</summary>
    public DateOnly FirstAfter(DateOnly issued) => issued.AddYears(_years);
}
