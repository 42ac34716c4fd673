using System.Reflection;
using System.Security.Claims;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Access;

/// <summary>An organisation by name and 统一社会信用代码; both are empty for a natural person.</summary>
internal sealed record Organisation(string Name, string Code)
{
    public static readonly Organisation None = new("", "");
}

/// <summary>
/// Who does something, in what capacity and on what basis: what the journal says of every event. An endpoint takes it as a parameter.
/// </summary>
/// <param name="Id">The account; one fixed id for the system, empty for somebody who is not signed in.</param>
/// <param name="Name">The person's name as it stands on documents.</param>
/// <param name="Role">The one role he acts in here, of those he holds.</param>
/// <param name="Organisation">For whom he acts.</param>
/// <param name="Region">行政区划代码; empty for somebody who is not signed in, until the use case says where.</param>
/// <param name="Authority">On what basis; a use case that acts under a memorandum or an authorisation names it here instead.</param>
internal sealed record Actor(Guid Id, string Name, Role Role, Organisation Organisation, string Region, string Authority)
    : IBindableFromHttpContext<Actor>
{
    /// <summary>Stays the same for ever: it stands in journals.</summary>
    public static readonly Guid SystemId = new("00000000-0000-0000-0000-000000000001");

    /// <summary>Anybody from outside who is not signed in.</summary>
    public static readonly Actor Public =
        new(Guid.Empty, Text.Of("actor.public"), Role.Public, Organisation.None, "", Text.Of("authority.public"));

    /// <summary>The host itself, for what happens without a person.</summary>
    public static Actor System(string region) =>
        new(SystemId, Text.Of("actor.system"), Role.System, Organisation.None, region, Text.Of("authority.system"));

    /// <summary>The person signed in, acting for himself and not from a post; null where nobody is.</summary>
    public static Actor? Of(ClaimsPrincipal person) => person.Identity?.IsAuthenticated == true
        ? AccountClaims.Read(person, Role.Public, Text.Of("authority.public"))
        : null;

    /// <summary>
    /// The person signed in, in the first of the endpoint's roles that he holds: the order of the declaration decides, so that the
    /// journal does not depend on how roles were given to a person. Where anyone may call, even staff act for themselves, as applicants.
    /// </summary>
    /// <exception cref="Refusal"><c>not-allowed</c>: he holds none of the roles.</exception>
    public static Actor From(ClaimsPrincipal person, AllowedRoles allowed)
    {
        if (allowed.IsAnyone) return Of(person) ?? Public;
        foreach (var role in allowed.Roles.Where(r => person.IsInRole(r.ToString())))
            return AccountClaims.Read(person, role, Text.Of(role == Role.Public ? "authority.public" : "authority.post"));
        throw allowed.Refuse();
    }

    public static ValueTask<Actor?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        context.GetEndpoint()?.Metadata.GetMetadata<AllowedRoles>() is { } allowed
            ? ValueTask.FromResult<Actor?>(From(context.User, allowed))
            : throw new InvalidOperationException($"'{context.GetEndpoint()?.DisplayName}' takes an actor but declares no roles.");
}
