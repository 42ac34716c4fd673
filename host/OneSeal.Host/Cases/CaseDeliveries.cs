using OneSeal.Host.Journal;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>
/// Who must be told of what happens to a case: the module that performs an automatic step, its hooks, the supervising department.
/// </summary>
internal static class CaseDeliveries
{
    public const string StepTopic = "step";

    public static IEnumerable<Delivery> Of(string id, Case @case, CaseEvent happened, DateTimeOffset at)
    {
        if (happened is CaseEvent.StepOpened opened)
        {
            if (@case.Under!.Steps.First(s => s.Key == opened.Step).Performer == Performer.System)
                yield return new Delivery(StepTopic, Recipients.Module(@case.Under.Module), new StepDue(id, opened.Step));
            yield break;
        }

        SupervisionTopic? topic = happened switch
        {
            CaseEvent.Accepted => SupervisionTopic.Accepted,
            CaseEvent.Decided => SupervisionTopic.Decided,
            CaseEvent.LicenceIssued => SupervisionTopic.Issued,
            _ => null,
        };
        if (topic is not { } told) yield break;
        // A record-filing may be accepted and decided in one command: what is told of the acceptance knows no decision.
        var decision = told == SupervisionTopic.Accepted ? null : @case.Decision;
        var notice = new CaseNotice(
            told, id, @case.Number!, @case.Item, @case.ItemName, @case.Owner.Name, @case.Application!.Applicant.Name, decision?.Granted,
            decision?.Licence?.Name, @case.Licence, at, @case.Application.Form);
        yield return new Delivery(notice.TopicName, Recipients.Module(@case.Under!.Module), notice);
        if (@case.Under.Supervisor.Code != @case.Owner.Code)
            yield return new Delivery(notice.TopicName, Recipients.Organisation(@case.Under.Supervisor.Code), notice);
    }
}

/// <summary>How a recipient is written in the ledger.</summary>
internal static class Recipients
{
    public static string Module(string id) => "module:" + id;

    public static string Organisation(string code) => "organisation:" + code;
}

/// <summary>An automatic step that is to be performed.</summary>
internal sealed record StepDue(string CaseId, string Step);

/// <summary>What is told of a case.</summary>
internal sealed record CaseNotice(
    SupervisionTopic Topic, string CaseId, string CaseNumber, string Item, string ItemName, string Owner, string Applicant, bool? Granted,
    string? LicenceName, string? Licence, DateTimeOffset At, System.Text.Json.JsonElement Form)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public string TopicName => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(Topic.ToString());
}
