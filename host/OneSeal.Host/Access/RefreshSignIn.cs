using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Access;

internal sealed record RefreshSignInRequest(string RefreshToken);

/// <summary>
/// A new token for one that ends soon. Here the account is looked at again: a changed password, a lock or other roles take effect now.
/// </summary>
internal static class RefreshSignIn
{
    public static void MapRefreshSignIn(this IEndpointRouteBuilder routes) => routes.MapPost("/api/sign-in/refresh", HandleAsync)
        .Produces<AccessTokenResponse>()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .WithName("refreshSignIn")
        .WithTags("access")
        .Anyone();

    private static async Task HandleAsync(
        RefreshSignInRequest request, SignInManager<StaffAccount> signIn, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider time)
    {
        var ticket = bearer.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(request.RefreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires
            || time.GetUtcNow() >= expires
            || await signIn.ValidateSecurityStampAsync(ticket.Principal) is not { } account
            || account.LockedAt is not null
            || await signIn.UserManager.IsLockedOutAsync(account))
            throw new Refusal("not-signed-in") { Status = StatusCodes.Status401Unauthorized };

        signIn.AuthenticationScheme = IdentityConstants.BearerScheme;
        await signIn.SignInAsync(account, isPersistent: false);
    }
}
