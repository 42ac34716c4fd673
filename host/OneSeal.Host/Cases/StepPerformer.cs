using OneSeal.Host.Access;
using OneSeal.Host.Memoranda;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>Who performs a step: what the memorandum agrees on goes before what the item says.</summary>
/// <param name="Organisation">主体责任.</param>
/// <param name="Role">In what role it is done there.</param>
/// <param name="Helper">配合责任; null if nobody helps.</param>
internal sealed record StepPerformer(Organisation Organisation, Role Role, Organisation? Helper = null)
{
    /// <summary>Whether the step ends in a department's written opinion (书面意见) and not in the owner's own notes.</summary>
    public bool WritesOpinion => Role == Role.DepartmentOfficer;

    public static StepPerformer Of(Case @case, ReviewStep step) =>
        Of(step, @case.Owner, @case.Under!.Supervisor, @case.Under.Support?.For(step.Key));

    public static StepPerformer Of(ReviewStep step, Organisation owner, Organisation supervisor, TechnicalSupport? agreed) =>
        (step.Performer, agreed) switch
        {
            (Performer.System, _) => new StepPerformer(Organisation.None, Role.System),
            (_, { } support) => new StepPerformer(support.Lead, RoleIn(support.Lead, owner), support.Helper),
            (Performer.Department, _) => new StepPerformer(supervisor, Role.DepartmentOfficer),
            _ => new StepPerformer(owner, Role.Reviewer),
        };

    /// <summary>The owner's reviewer, or the other organisation's officer.</summary>
    public static Role RoleIn(Organisation organisation, Organisation owner) =>
        organisation.Code == owner.Code ? Role.Reviewer : Role.DepartmentOfficer;
}
