using OneSeal.Host.Deliveries;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>
/// Who must be told of what happens to a case: the module that performs an automatic step, and the departments of what they supervise.
/// </summary>
internal static class CaseDeliveries
{
    public const string StepTopic = "step";

    /// <summary>The step to be performed by the module, if the event opened one.</summary>
    public static Delivery? StepDueOf(string id, Case @case, CaseEvent happened) =>
        happened is CaseEvent.StepOpened opened && @case.Under!.Steps.First(s => s.Key == opened.Step).Performer == Performer.System
            ? new Delivery(StepTopic, Recipients.Module(@case.Under.Module), new StepDue(id, opened.Step))
            {
                // Steps that are open together do not wait for each other.
                Subject = $"{Case.Kind.Name}:{id}/{opened.Step}",
            }
            : null;

    /// <summary>What departments are told of it; null for what is the office's own affair.</summary>
    public static SupervisionTopic? TopicOf(CaseEvent happened) => happened switch
    {
        CaseEvent.Accepted => SupervisionTopic.Accepted,
        CaseEvent.ClockSuspended => SupervisionTopic.Suspended,
        CaseEvent.ClockResumed => SupervisionTopic.Resumed,
        CaseEvent.Decided => SupervisionTopic.Decided,
        CaseEvent.LicenceIssued => SupervisionTopic.Issued,
        CaseEvent.Withdrawn or CaseEvent.Terminated => SupervisionTopic.Closed,
        _ => null,
    };

    public static string? ReasonOf(CaseEvent happened) => happened switch
    {
        CaseEvent.ClockSuspended e => e.Name,
        CaseEvent.Withdrawn e => e.Reason,
        CaseEvent.Terminated e => e.Reasons[0].Text,
        _ => null,
    };

    /// <summary>The licence as it is issued.</summary>
    public static PushedLicence LicenceOf(Case @case)
    {
        var granted = @case.Decision!.Licence!;
        var state = @case.Application!.Renews is null ? LicenceState.Valid : LicenceState.Renewed;
        return new PushedLicence(granted.Name, granted.Identifier, state, granted.ValidFrom, granted.ValidUntil);
    }
}

/// <summary>An automatic step that is to be performed.</summary>
internal sealed record StepDue(string CaseId, string Step);
