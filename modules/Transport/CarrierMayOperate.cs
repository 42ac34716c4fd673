using System.Globalization;

namespace OneSeal.Modules.Transport;

/// <summary>
/// An overload permit is a carrier's, and a carrier that is ordered to stop or has lost its licence is none for the time being:
/// 公路安全保护条例 article 66 (unconfirmed). A violation that is merely open is no reason: no law makes it a condition of the permit.
/// </summary>
public sealed class CarrierMayOperate(EnforcementSystem enforcement, TimeProvider time) : IGrantRequirement
{
    public async Task<RequirementAnswer> CheckAsync(RequirementContext context, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        var orders = await enforcement.OrdersInForceAsync(context.ApplicantIdentifier, cancellationToken);
        return orders.FirstOrDefault(o => o.Until is null || o.Until >= today) is { } order
            ? RequirementAnswer.Unmet($"承运人被{order.Kind}（{order.Document}）{Until(order)}，依据《公路安全保护条例》第六十六条。")
            : RequirementAnswer.Met("执法系统中没有对承运人生效的停业整顿或者吊销许可决定。");
    }

    private static string Until(EnforcementSystem.Order order) =>
        order.Until is { } until ? "，至" + until.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : "";
}
