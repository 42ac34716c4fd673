using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace OneSeal.Host.Access;

/// <summary>退出: takes the cookie back. A token cannot be taken back; its holder throws it away, and it ends by itself.</summary>
internal static class SignOut
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost("/api/sign-out", (Delegate)HandleAsync)
        .WithName("signOut")
        .WithTags("access")
        .WithMetadata(OpenToOneTimePassword.Mark)
        .RequireRoles(Roles.OfAccounts);

    private static async Task<NoContent> HandleAsync(HttpContext context)
    {
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.NoContent();
    }
}
