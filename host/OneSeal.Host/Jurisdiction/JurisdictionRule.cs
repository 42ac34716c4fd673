using OneSeal.Host.Access;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Jurisdiction;

/// <summary>
/// Jurisdiction is dated data: owner = f(item, instant, memoranda, regime). A case asks once, when it is filed, and keeps the answer for
/// life.
/// </summary>
internal static class JurisdictionRule
{
    /// <param name="department">Whose item it is by law, before any memorandum.</param>
    /// <param name="assignments">What memoranda say of the item, in any order.</param>
    /// <param name="cancelledAt">From when the item is no more; null while it is.</param>
    /// <param name="instant">When.</param>
    public static Ownership OwnerAt(
        Organisation department, IEnumerable<Assignment> assignments, DateTimeOffset? cancelledAt, DateTimeOffset instant)
    {
        var reasons = new List<string> { Text.Of("ownership.by-law", ("department", department.Name)) };
        var ownership = new Ownership(department, department) { Explanation = reasons };
        foreach (var assignment in assignments.OrderBy(a => a.EffectiveFrom))
            ownership = Apply(assignment, ownership, instant, reasons);
        if (cancelledAt <= instant)
        {
            reasons.Add(Text.Of("ownership.cancelled", ("date", LocalTime.DayOf(cancelledAt.Value))));
            ownership = ownership with { Owner = null, Assisting = null };
        }

        return ownership;
    }

    private static Ownership Apply(Assignment assignment, Ownership before, DateTimeOffset instant, List<string> reasons)
    {
        // First of all: one may have ended before it ever took effect.
        if (assignment.EndedAt <= instant)
        {
            Because("ended", ("date", LocalTime.DayOf(assignment.EndedAt.Value)), ("owner", before.Owner?.Name));
            return before;
        }

        if (instant < assignment.EffectiveFrom)
        {
            Because("not-yet", ("date", LocalTime.DayOf(assignment.EffectiveFrom)), ("owner", before.Owner?.Name));
            return before;
        }

        if (assignment.BoundarySettledAt is not { } settled || instant < settled)
        {
            Because("boundary-unsettled", ("owner", before.Owner?.Name));
            return before with { Memorandum = assignment.Memorandum, Citation = assignment.Citation, Regime = assignment.Regime.Key };
        }

        Because(
            "in-force", ("from", assignment.From.Name), ("to", assignment.To.Name),
            ("date", LocalTime.DayOf(settled > assignment.EffectiveFrom ? settled : assignment.EffectiveFrom)));
        var after = before with
        {
            Owner = assignment.To,
            Supervisor = assignment.Supervisor,
            Assisting = null,
            Regime = assignment.Regime.Key,
            Memorandum = assignment.Memorandum,
            Citation = assignment.Citation,
        };
        var day = LocalTime.DayOf(instant);
        switch (assignment.Regime)
        {
            case Regime.DepartmentLeads leads when day <= leads.Until:
                Because("department-leads", ("until", leads.Until), ("from", assignment.From.Name), ("to", assignment.To.Name));
                return after with { Owner = assignment.From, Assisting = assignment.To };
            case Regime.JointResponsibility joint when day <= joint.Until:
                Because("joint", ("until", joint.Until), ("from", assignment.From.Name), ("to", assignment.To.Name));
                return after with { Assisting = assignment.From };
            default:
                return after;
        }

        void Because(string key, params ReadOnlySpan<(string, object?)> values) =>
            reasons.Add(Text.Of("ownership." + key, [("citation", assignment.Citation), .. values]));
    }
}
