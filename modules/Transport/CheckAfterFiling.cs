using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OneSeal.Modules.Transport;

/// <summary>
/// Plans a visit after a driving school has filed: a filing is taken without review, so that the department checks afterwards (备案后核查).
/// Thirty days are the department's own rule, no statute's.
/// </summary>
public sealed class CheckAfterFiling(SiteCheckPlan plan, ILogger<CheckAfterFiling> log) : ISupervisionHook
{
    public Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken)
    {
        if (notice.Item.BasicCode != DriverTrainingFiling.BasicCode) return Task.CompletedTask;
        var due = notice.Day.AddDays(30);
        if (plan.Add(notice.CaseNumber, due)) log.LogInformation("{Case}: 备案后核查 {Due:yyyy-MM-dd}", notice.CaseNumber, due);
        return Task.CompletedTask;
    }
}

/// <summary>The visits planned, by case; kept in memory until the department's own system takes them.</summary>
public sealed class SiteCheckPlan
{
    private readonly ConcurrentDictionary<string, DateOnly> _due = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, DateOnly> Due => _due;

    /// <summary>Plans a visit; false if the case has one, so that a notice delivered twice plans once.</summary>
    public bool Add(string caseNumber, DateOnly due) => _due.TryAdd(caseNumber, due);
}
