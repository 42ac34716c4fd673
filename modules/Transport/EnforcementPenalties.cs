namespace OneSeal.Modules.Transport;

/// <summary>处罚结果 of the enforcement system, reported back to whoever approves, tied to the carrier and the licence it concerns.</summary>
public sealed class EnforcementPenalties(EnforcementSystem enforcement) : IFeedbackSource
{
    public async Task<FeedbackPage> CollectAsync(string? cursor, CancellationToken cancellationToken)
    {
        var page = await enforcement.PenaltiesAfterAsync(cursor, cancellationToken);
        return new FeedbackPage([.. page.Items.Select(Reported)], page.Next);
    }

    private static SupervisionFeedback Reported(EnforcementSystem.Penalty penalty) =>
        SupervisionFeedback.Penalty(penalty.Id, penalty.On, penalty.Fault, penalty.Document, penalty.Article, penalty.Kind, penalty.Amount)
            .About(licence: penalty.Licence, holder: penalty.Carrier);
}
