using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OneSeal.Host.Api;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Access;

/// <summary>A cookie for a browser, a token for a program.</summary>
internal enum SignInKind
{
    Cookie,
    Token,
}

internal sealed record SignInRequest(string UserName, string Password, SignInKind Kind);

/// <summary>登录: by user name and password. A wrong name and a wrong password get the same answer.</summary>
internal static class SignIn
{
    public static void MapSignIn(this IEndpointRouteBuilder routes) => routes.MapPost("/api/sign-in", HandleAsync)
        .Produces<AccessTokenResponse>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .WithName("signIn")
        .WithTags("access")
        .Anyone();

    private static async Task HandleAsync(
        SignInRequest request,
        HttpContext context,
        SignInManager<StaffAccount> signIn,
        SignInQueue queue,
        IOptions<IdentityOptions> options)
    {
        RequestLimits.Check(request);
        using var turn = await queue.WaitAsync(signIn.UserManager.NormalizeName(request.UserName), context.RequestAborted);
        var account = await signIn.UserManager.FindByNameAsync(request.UserName);
        if (account is null)
        {
            // The work of checking a password, so that the time it takes hardly tells which user names exist.
            signIn.UserManager.PasswordHasher.HashPassword(new StaffAccount(), request.Password);
            throw Failed();
        }

        var result = await signIn.CheckPasswordSignInAsync(account, request.Password, lockoutOnFailure: true);
        if (result.IsLockedOut) throw Locked(account, options.Value.Lockout);
        if (!result.Succeeded) throw Failed();
        // Said to whoever knows the password only.
        if (account.LockedAt is not null) throw new Refusal("person-locked") { Status = StatusCodes.Status403Forbidden };

        var byCookie = request.Kind == SignInKind.Cookie;
        if (byCookie) context.Response.StatusCode = StatusCodes.Status204NoContent;
        signIn.AuthenticationScheme = byCookie ? IdentityConstants.ApplicationScheme : IdentityConstants.BearerScheme;
        await signIn.SignInAsync(account, isPersistent: false);
    }

    private static Refusal Failed() => new("sign-in-failed") { Status = StatusCodes.Status401Unauthorized };

    public static Refusal Locked(StaffAccount account, LockoutOptions lockout) => new(
        "account-locked",
        ("times", lockout.MaxFailedAccessAttempts),
        ("minutes", lockout.DefaultLockoutTimeSpan.TotalMinutes))
    {
        Status = StatusCodes.Status403Forbidden,
        Details = new Dictionary<string, object?> { ["lockedUntil"] = account.LockoutEnd },
    };
}
