using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Licences;

/// <summary>
/// Who may look at a licence: the bureau at all of its region, a department at what it issued, supervises or was told of, an applicant at
/// what he applied for himself. What everybody may know of it the verification says.
/// </summary>
internal static class LicenceAccess
{
    private static readonly string[] OfAnApplicant =
        ["exists (select from oneseal.cases c where c.region = l.region and c.id = l.case_id and c.drafted_by = @me)"];

    private static readonly string[] OfADepartment =
    [
        "l.issuer = @organisation",
        "l.supervisor = @organisation",
        """
        exists (select from oneseal.pushes p where p.region = l.region and p.recipient = @organisation and p.licence = l.identifier
          and p.licence is not null)
        """,
    ];

    /// <summary>The conditions on <c>licences l</c> of which one must hold; each has an index of its own.</summary>
    public static IReadOnlyList<string> Conditions(Actor actor, Locality locality) =>
        actor.Role == Role.Public ? OfAnApplicant : CaseAccess.IsOfBureau(actor, locality) ? ["true"] : OfADepartment;
}
