using Npgsql;
using OneSeal.Host.Journal;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Feedback;

/// <summary>首次监督检查: the inspection that a department had planned when it claimed a licence is carried out.</summary>
internal static class PlannedInspection
{
    /// <summary>Of several plans the newest is fulfilled; where there is none, nothing is.</summary>
    public static async Task FulfilAsync(
        JournalWork work, NpgsqlDataSource database, string licence, string feedback, DateOnly on, CancellationToken cancellationToken)
    {
        foreach (var id in await SupervisedLicence.PushesAsync(database, work.Context, licence, cancellationToken))
        {
            var push = await work.LoadAsync(Push.Kind, id, cancellationToken);
            if (push.State is not { Claim: { FirstInspectionOn: not null } claim, Inspection: null }) continue;
            // One of before the claim cannot have been the one that was planned with it.
            if (on < LocalTime.DayOf(claim.At)) continue;
            work.Append(push, new PushEvent.Inspected(feedback, on));
            return;
        }
    }
}
