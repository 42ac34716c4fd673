using OneSeal.Sdk;

namespace OneSeal.Modules.Culture;

/// <summary>营业性演出管理条例 punishes with 停业整顿; the article is unconfirmed (mem).</summary>
public sealed class OrganiserMayPerform(CultureSystem culture) : IGrantRequirement
{
    public async Task<RequirementAnswer> CheckAsync(RequirementContext context, CancellationToken cancellationToken) =>
        await culture.OrderAgainstAsync(context.ApplicantIdentifier, cancellationToken) is { } document
            ? RequirementAnswer.Unmet($"举办单位正被责令停业整顿（{document}）。")
            : RequirementAnswer.Met("文化市场执法系统中没有对举办单位生效的停业整顿决定。");
}
