using OneSeal.Host.Deadlines;
using OneSeal.Sdk;

namespace OneSeal.Host.Localities;

/// <summary>
/// 审管联动时限: how a locality has approval and supervision work together. No statute gives the numbers, and the districts' rules differ:
/// 聊城 lets a department claim within two working days, in 济南 a push counts as claimed, 晋城 wants feedback within one working day.
/// </summary>
/// <param name="Claim">认领时限, from the push.</param>
/// <param name="DeemedClaimed">推送即认领: whether a push counts as claimed.</param>
/// <param name="Feedback">反馈时限, from what is reported.</param>
/// <param name="Answer">答复时限 for a department's formal request, from its receipt.</param>
/// <param name="Norm">How long the bureau may take to look at a change of norms and settle what it means for the item.</param>
/// <param name="Light">When a task is called near.</param>
internal sealed record LinkageTerms(Limit Claim, bool DeemedClaimed, Limit Feedback, Limit Answer, Limit Norm, LightRule Light)
{
    /// <summary>
    /// Where a locality has set nothing. Claim and feedback as 聊城 and 晋城 have them; for answer and norm no source was found: the
    /// numbers are this project's (unconfirmed).
    /// </summary>
    public static LinkageTerms Usual { get; } = new(
        Limit.WorkingDays(2), false, Limit.WorkingDays(1), Limit.WorkingDays(15), Limit.WorkingDays(5), new LightRule());
}
