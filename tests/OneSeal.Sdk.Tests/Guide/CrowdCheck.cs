using OneSeal.Sdk;

namespace OneSeal.Modules.Culture;

public sealed class CrowdCheck(CrowdRules rules) : IAutomaticStep
{
    public Task<StepOutcome> RunAsync(StepContext step, CancellationToken cancellationToken)
    {
        var form = step.Form<Performance.Form>();
        return Task.FromResult(rules.NeedsPolicePlan(form.Tickets)
            ? StepOutcome.Object($"预计{form.Tickets}人，属于大型群众性活动，需先取得公安机关的安全许可。")
            : StepOutcome.Pass("不属于大型群众性活动。"));
    }
}

/// <summary>大型群众性活动安全管理条例 article 2: a thousand people and more; unconfirmed (mem).</summary>
public sealed class CrowdRules
{
    private readonly int _large = 1000;

    public bool NeedsPolicePlan(int people) => people >= _large;
}
