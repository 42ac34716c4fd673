using OneSeal.Host.Access;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Jurisdiction;

/// <summary>归属沿革: who has decided an item, decides it and is going to, from when to when, and by which memorandum.</summary>
internal static class OwnershipHistory
{
    /// <returns>Without gaps, in order: the first from ever, the last for good.</returns>
    public static IReadOnlyList<Tenure> Of(Organisation department, IReadOnlyCollection<Assignment> assignments, DateTimeOffset? cancelledAt)
    {
        var tenures = new List<Tenure>();
        foreach (var turn in Turns(assignments, cancelledAt).Order().Distinct().Prepend(DateTimeOffset.MinValue))
        {
            var tenure = Tenure.Of(JurisdictionRule.OwnerAt(department, assignments, cancelledAt, turn), turn);
            if (tenures is [.., var last])
            {
                if (last == tenure with { From = last.From }) continue;
                tenures[^1] = last with { Until = turn };
            }

            tenures.Add(tenure);
        }

        return tenures;
    }

    /// <summary>Every moment at which the answer may become another.</summary>
    private static IEnumerable<DateTimeOffset> Turns(IEnumerable<Assignment> assignments, DateTimeOffset? cancelledAt)
    {
        if (cancelledAt is { } cancelled) yield return cancelled;
        foreach (var assignment in assignments)
        {
            yield return assignment.EffectiveFrom;
            if (assignment.BoundarySettledAt is { } settled) yield return settled;
            if (assignment.EndedAt is { } ended) yield return ended;
            if (LastDayOf(assignment.Regime) is { } day) yield return LocalTime.StartOf(day.AddDays(1));
        }
    }

    private static DateOnly? LastDayOf(Regime regime) => regime switch
    {
        Regime.DepartmentLeads leads => leads.Until,
        Regime.JointResponsibility joint => joint.Until,
        _ => null,
    };
}

/// <param name="From">Null for the first: by law, from ever.</param>
/// <param name="Until">The first moment after it; null for the last.</param>
/// <param name="Owner">Null once the item is cancelled.</param>
/// <param name="Memorandum">By which it is so, or which leaves open whose it is to be; null where the law alone says it.</param>
internal sealed record Tenure(
    DateTimeOffset? From, DateTimeOffset? Until, Organisation? Owner, Organisation Supervisor, Organisation? Assisting, string? Regime,
    string? Memorandum, string? Citation)
{
    public static Tenure Of(Ownership owned, DateTimeOffset from) => new(
        from == DateTimeOffset.MinValue ? null : from, null, owned.Owner, owned.Supervisor, owned.Assisting, owned.Regime, owned.Memorandum,
        owned.Citation);
}
