using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;

namespace OneSeal.Host.Access;

/// <param name="Id">The account.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Roles">Every role he holds; in which he acts, each endpoint says.</param>
/// <param name="Organisation">For whom he acts.</param>
/// <param name="Region">行政区划代码.</param>
/// <param name="MustChangePassword">He signed in with a one-time password: nothing else is answered until he has changed it.</param>
internal sealed record MeResponse(Guid Id, string Name, IReadOnlyList<Role> Roles, Organisation Organisation, string Region, bool MustChangePassword);

/// <summary>Who is signed in: what the interface asks first.</summary>
internal static class Me
{
    public static void MapMe(this IEndpointRouteBuilder routes) => routes.MapGet("/api/me", Handle)
        .WithName("me")
        .WithTags("access")
        .WithMetadata(OpenToOneTimePassword.Mark)
        .RequireRoles(Roles.OfAccounts);

    private static Ok<MeResponse> Handle(Actor actor, ClaimsPrincipal person, HttpContext context) => TypedResults.Ok(new MeResponse(
        actor.Id, actor.Name, [.. Roles.OfAccounts.Where(r => person.IsInRole(r.ToString()))], actor.Organisation, actor.Region,
        AccountStanding.MustChangePassword(context)));
}
