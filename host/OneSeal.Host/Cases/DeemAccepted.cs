namespace OneSeal.Host.Cases;

/// <summary>
/// 逾期不告知的，自收到申请材料之日起即为受理: when five working days have passed without a word, the law accepts, from the day of receipt
/// (行政许可法 32(4)).
/// </summary>
internal static class DeemAccepted
{
    /// <returns>Nothing if the applicant has been told meanwhile.</returns>
    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment) =>
        @case.Stage == CaseStage.Filed && @case.RespondBy < moment.Today
            ? AcceptCase.Start(new CaseChange(@case, moment), moment, @case.CompleteOn!.Value, deemed: true).Events
            : [];
}
