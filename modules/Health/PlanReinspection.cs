using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OneSeal.Modules.Health;

/// <summary>Plans the inspection two years after a hygiene licence of a public place was issued.</summary>
public sealed class PlanReinspection(ReinspectionCalendar calendar, ReinspectionPlan plan, ILogger<PlanReinspection> log) : ISupervisionHook
{
    public Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken)
    {
        if (notice.Item.BasicCode != PublicPlaceHygiene.BasicCode) return Task.CompletedTask;
        var due = calendar.FirstAfter(notice.Day);
        if (plan.Add(notice.CaseNumber, due)) log.LogInformation("{Case}: 复核 {Due:yyyy-MM-dd}", notice.CaseNumber, due);
        return Task.CompletedTask;
    }
}

/// <summary>The inspections planned, by case; kept in memory until the department's own system takes them.</summary>
public sealed class ReinspectionPlan
{
    private readonly ConcurrentDictionary<string, DateOnly> _due = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, DateOnly> Due => _due;

    /// <summary>Plans an inspection; false if the case has one, so that a notice delivered twice plans once.</summary>
    public bool Add(string caseNumber, DateOnly due) => _due.TryAdd(caseNumber, due);
}
