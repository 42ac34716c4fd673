using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Access;

internal static class OrganisationCheck
{
    /// <summary>An organisation that is given a task must exist for the system: with a name, and a credit code that checks.</summary>
    public static void RequireNamed(this Organisation organisation, string field)
    {
        if (string.IsNullOrWhiteSpace(organisation.Name)) throw new Refusal("organisation-unnamed") { Field = field + ".name" };
        if (!SocialCreditCode.TryParse(organisation.Code, null, out _))
            throw new Refusal("organisation-code-invalid", ("organisation", organisation.Name)) { Field = field + ".code" };
    }
}
