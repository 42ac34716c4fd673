using OneSeal.Host.Access;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Cases;

/// <summary>
/// Who may look at a case: the bureau at all of its region (档案互通), a department at what it owns, supervises or supports, an applicant at
/// what he drafted himself. What somebody is still writing at home nobody else sees.
/// </summary>
internal static class CaseAccess
{
    public static bool MaySee(Actor actor, Case @case, Locality locality)
    {
        if (@case.DraftedBy == actor.Id || actor.Role == Role.System) return true;
        if (actor.Role == Role.Public || @case is { Stage: CaseStage.Draft, Channel: Channel.Online }) return false;
        return IsOfBureau(actor, locality)
            || @case.Under is { } under
                && (under.Owner.Code == actor.Organisation.Code || under.Supervisor.Code == actor.Organisation.Code
                    || Supports(actor, under));
    }

    private static bool Supports(Actor actor, FiledUnder under) => under.Steps.Any(step =>
        under.Support?.For(step.Key) is { } agreed
        && (agreed.Lead.Code == actor.Organisation.Code || agreed.Helper?.Code == actor.Organisation.Code));

    public static bool IsOfBureau(Actor actor, Locality locality) => actor.Organisation.Code == locality.Bureau.Code;
}
