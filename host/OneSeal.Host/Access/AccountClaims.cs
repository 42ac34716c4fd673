using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace OneSeal.Host.Access;

/// <summary>
/// What a cookie or a token says about a person. Whether the account still stands behind it is looked at with each request
/// (<see cref="AccountStanding"/>).
/// </summary>
internal sealed class AccountClaims(
    UserManager<StaffAccount> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffAccount, IdentityRole<Guid>>(users, roles, options)
{
    private const string DisplayName = "display_name";
    private const string Region = "region";
    private const string OrganisationName = "organisation";
    private const string OrganisationCode = "organisation_code";

    public static Actor Read(ClaimsPrincipal person, Role role, string authority) => new(
        Guid.Parse(Of(person, ClaimTypes.NameIdentifier)),
        Of(person, DisplayName),
        role,
        new Organisation(Of(person, OrganisationName), Of(person, OrganisationCode)),
        Of(person, Region),
        authority);

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims([
            new(DisplayName, user.DisplayName),
            new(Region, user.Region),
            new(OrganisationName, user.Organisation),
            new(OrganisationCode, user.OrganisationCode),
        ]);
        return identity;
    }

    private static string Of(ClaimsPrincipal person, string type) =>
        person.FindFirstValue(type) ?? throw new InvalidOperationException($"The signed-in person has no claim '{type}'.");
}
