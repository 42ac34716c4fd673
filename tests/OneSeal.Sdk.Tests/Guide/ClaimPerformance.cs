using OneSeal.Sdk;

namespace OneSeal.Modules.Culture;

public sealed class ClaimPerformance(ISupervisionDesk desk) : ISupervisionHook
{
    public Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken)
    {
        // Known only if the memorandum's push rule names the field.
        var on = notice.Field<DateOnly?>("on");
        return desk.ClaimAsync(notice, new("文化市场科") { FirstInspectionOn = on ?? notice.Day.AddDays(7) }, cancellationToken);
    }
}
