using OneSeal.Sdk;

namespace OneSeal.Modules.Culture;

public sealed class InspectionRecords(CultureSystem culture) : IFeedbackSource
{
    public async Task<FeedbackPage> CollectAsync(string? cursor, CancellationToken cancellationToken)
    {
        var records = await culture.InspectionsAfterAsync(cursor, cancellationToken);
        return new FeedbackPage([.. records.Select(Reported)], records.Count > 0 ? records[^1].Id : cursor);
    }

    private static SupervisionFeedback Reported(CultureSystem.Inspection record) => SupervisionFeedback
        .Inspection(record.Id, record.On, "演出现场检查", record.Findings.Count == 0, record.Findings, record.Inspectors)
        .About(licence: record.Licence);
}
