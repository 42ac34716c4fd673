using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OneSeal.Modules.Housing;

/// <summary>
/// Plans, for each construction permit issued, the check whether work has begun: 建筑法 article 9 gives three months, after which the
/// permit lapses unless it was extended.
/// </summary>
public sealed class WatchCommencement(CommencementPlan plan, ILogger<WatchCommencement> log) : ISupervisionHook
{
    public Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken)
    {
        if (notice.Item.BasicCode != ConstructionPermit.BasicCode) return Task.CompletedTask;
        var due = notice.Day.AddMonths(3);
        if (plan.Add(notice.CaseNumber, due)) log.LogInformation("{Case}: 开工核查 {Due:yyyy-MM-dd}", notice.CaseNumber, due);
        return Task.CompletedTask;
    }
}

/// <summary>The checks planned, by case; kept in memory until the department's own system takes them.</summary>
public sealed class CommencementPlan
{
    private readonly ConcurrentDictionary<string, DateOnly> _due = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, DateOnly> Due => _due;

    /// <summary>Plans a check; false if the case has one, so that a notice delivered twice plans once.</summary>
    public bool Add(string caseNumber, DateOnly due) => _due.TryAdd(caseNumber, due);
}
