using Microsoft.Extensions.Logging;
using OneSeal.Sdk;

namespace OneSeal.Modules.Culture;

public sealed class AnnouncePerformance(ILogger<AnnouncePerformance> log) : ISupervisionHook
{
    public Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken)
    {
        log.LogInformation("{Case}: 列入演出现场检查", notice.CaseNumber);
        return Task.CompletedTask;
    }
}
