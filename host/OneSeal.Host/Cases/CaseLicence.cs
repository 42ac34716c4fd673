using OneSeal.Host.Deadlines;
using OneSeal.Host.Licences;

namespace OneSeal.Host.Cases;

/// <summary>What happens to a licence because of what happens to a case: the one it issues, or the one it is to renew (行政许可法 50).</summary>
internal static class CaseLicence
{
    /// <summary>The licence that the event concerns; null if none.</summary>
    public static string? IdentifierOf(Case @case, CaseEvent happened) => happened switch
    {
        CaseEvent.LicenceIssued e => e.Licence,
        CaseEvent.Filed or CaseEvent.Decided or CaseEvent.Declined or CaseEvent.Withdrawn or CaseEvent.Terminated =>
            @case.Application!.Renews,
        _ => null,
    };

    /// <summary>Null if nothing happens to it yet, as by the decision to renew it.</summary>
    public static LicenceEvent? EventOf(
        string id, Case @case, CaseEvent happened, Licence licence, WorkCalendar calendar) => happened switch
        {
            CaseEvent.Filed e => new LicenceEvent.RenewalFiled(id, e.ReceivedOn, IsInTime(e, licence, calendar)),
            CaseEvent.LicenceIssued when @case.Application!.Renews is null => Issued(id, @case),
            CaseEvent.LicenceIssued => new LicenceEvent.Renewed(
                id, @case.Decision!.Licence!.ValidFrom, @case.Decision.Licence.ValidUntil, Deemed: false),
            CaseEvent.Decided { Decision.Granted: true } => null,
            // Taken away meanwhile, it is no longer to be renewed by anybody.
            _ => licence.Renewal?.CaseId == id ? new LicenceEvent.RenewalClosed(id) : null,
        };

    private static bool IsInTime(CaseEvent.Filed filed, Licence licence, WorkCalendar calendar) =>
        filed.ReceivedOn <= LicenceTerm.LastDayToAsk(licence.ValidUntil!.Value, filed.Under.Result!.RenewalWindow!.Value, calendar);

    private static LicenceEvent.Issued Issued(string id, Case @case)
    {
        var (granted, holder) = (@case.Decision!.Licence!, @case.Application!.Applicant);
        return new LicenceEvent.Issued(
            granted.Name, holder.Name, holder.Identifier, @case.Item, @case.ItemName, id, @case.Owner, granted.ValidFrom,
            granted.ValidUntil)
        {
            Supervisor = @case.Under!.Supervisor,
        };
    }
}
