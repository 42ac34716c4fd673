using OneSeal.Host.Access;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.People;

/// <summary>Which roles a post can have, by the organisation it is in.</summary>
internal static class PostRules
{
    private const int LongestPost = 100;

    /// <summary>
    /// The bureau approves and administrates, and is nobody's supervisor. A department, or a town, decides what is still or again its own,
    /// and its officers answer for it; the administration is the bureau's.
    /// </summary>
    public static IReadOnlyList<Role> RolesIn(Organisation organisation, Locality locality) => organisation.Code == locality.Bureau.Code
        ? [Role.Window, Role.Reviewer, Role.Decider, Role.SealKeeper, Role.Administrator]
        : [Role.Window, Role.Reviewer, Role.Decider, Role.SealKeeper, Role.DepartmentOfficer];

    /// <returns>The roles in the order of the vocabulary, each once.</returns>
    public static IReadOnlyList<Role> Check(string post, Organisation? organisation, string code, IReadOnlyList<Role> roles, Locality locality)
    {
        if (string.IsNullOrWhiteSpace(post) || post.Length > LongestPost)
            throw new Refusal("post-missing", ("longest", LongestPost)) { Field = "post" };
        if (organisation is null) throw new Refusal("organisation-unknown", ("code", code)) { Field = "organisation" };
        if (roles.Count == 0) throw new Refusal("roles-missing") { Field = "roles" };
        var possible = RolesIn(organisation, locality);
        if (roles.Except(possible).ToArray() is { Length: > 0 } impossible)
        {
            throw new Refusal(
                "role-of-another", ("organisation", organisation.Name), ("roles", impossible.Select(r => r.InChinese())),
                ("possible", possible.Select(r => r.InChinese())))
            { Field = "roles" };
        }

        return [.. roles.Distinct().Order()];
    }

    /// <summary>A person loses his administration, by another post or a lock.</summary>
    public static void CheckAdministratorMayGo(Guid id, Person person, Actor actor, bool hasOtherAdministrator)
    {
        if (!person.IsAdministrator) return;
        if (id == actor.Id) throw Refusal.Conflict("own-administration");
        if (!hasOtherAdministrator) throw Refusal.Conflict("last-administrator", ("name", person.Name));
    }
}
