using System.Net.Http.Json;
using Microsoft.Extensions.Logging;

namespace OneSeal.Modules.Housing;

/// <summary>
/// Sends each construction permit issued, and what becomes of it, to the department's site-safety system (施工安全监督系统), which opens
/// the supervision of the site. Without an address in the settings nothing is sent, and the log says so.
/// </summary>
/// <remarks>
/// Site and contractor are known as far as the memorandum's push rule names <c>project</c>, <c>site</c> and <c>contractor</c>. A failure is
/// thrown, so that the notice comes again; its id is the request's key, so that the site is opened once.
/// </remarks>
public sealed class TellSiteSafety(HttpClient http, ModuleSettings settings, ILogger<TellSiteSafety> log) : ISupervisionHook
{
    /// <summary>The setting with the address to which permits are sent.</summary>
    public const string Address = "SiteSafetyAddress";

    public async Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken)
    {
        if (notice.Item.BasicCode != ConstructionPermit.BasicCode) return;
        if (!settings.TryGet(Address, out var address))
        {
            log.LogInformation("{Case}: 未设置 {Setting}，不发送施工安全监督系统", notice.CaseNumber, Address);
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(SiteOf(notice)) };
        request.Headers.Add("Idempotency-Key", notice.Id);
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        log.LogInformation("{Case}: 已发送施工安全监督系统", notice.CaseNumber);
    }

    private static Site SiteOf(SupervisionNotice notice) => new(
        notice.CaseNumber, notice.Field<string>("project"), notice.Field<string>("site"), notice.Field<string>("contractor"), notice.Holder,
        notice.Licence?.Identifier, notice.Licence?.State, notice.Day);

    /// <summary>A site as the site-safety system takes it.</summary>
    /// <param name="Developer">建设单位, the permit's holder.</param>
    /// <param name="Contractor">统一社会信用代码 of 施工企业.</param>
    private sealed record Site(
        string Case, string? Project, string? Address, string? Contractor, string? Developer, string? Permit, LicenceStanding? State, DateOnly On);
}
