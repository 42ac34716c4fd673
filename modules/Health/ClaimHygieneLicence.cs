using Microsoft.Extensions.Logging;

namespace OneSeal.Modules.Health;

/// <summary>
/// Claims the hygiene licence of a public place for the office that inspects such places, which means to inspect it when it is looked at
/// again (复核). Only where the settings name the office.
/// </summary>
public sealed class ClaimHygieneLicence(
    ISupervisionDesk desk, ReinspectionCalendar calendar, ModuleSettings settings, ILogger<ClaimHygieneLicence> log) : ISupervisionHook
{
    /// <summary>The setting with the office, for example 公共卫生监督科.</summary>
    public const string Office = "HygieneOffice";

    public async Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken)
    {
        if (notice.Item.BasicCode != PublicPlaceHygiene.BasicCode || notice.PushId is null) return;
        var claim = new SupervisionClaim(settings[Office]) { FirstInspectionOn = calendar.FirstAfter(notice.Day) };
        var answer = await desk.ClaimAsync(notice, claim, cancellationToken);
        if (answer.ClaimedBy is { } by) log.LogInformation("{Case}: 已由{By}认领", notice.CaseNumber, by);
    }
}
