using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.People;

/// <summary>修改密码: one's own, with the old one. Every other sign-in ends; this one goes on, with a new cookie or token.</summary>
internal static class ChangeOwnPassword
{
    public sealed record Request(string OldPassword, string NewPassword);

    public static void MapChangeOwnPassword(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/me/password", HandleAsync)
        .Produces<AccessTokenResponse>()
        .Produces(StatusCodes.Status204NoContent)
        .WithMetadata(OpenToOneTimePassword.Mark)
        .RequireRoles(Roles.OfAccounts);

    private static async Task HandleAsync(
        Request request, Actor actor, HttpContext context, SignInManager<StaffAccount> signIn, AccountsContext accounts, SignInQueue queue,
        EventJournal journal, TimeProvider time, IOptions<IdentityOptions> options)
    {
        RequestLimits.Check(request);
        var users = signIn.UserManager;
        var account = await FindAsync();
        using (await queue.WaitAsync(account.NormalizedUserName!, context.RequestAborted))
        {
            // Whoever finds a screen unlocked must not guess here either.
            var known = await signIn.CheckPasswordSignInAsync(account, request.OldPassword, lockoutOnFailure: true);
            if (known.IsLockedOut) throw SignIn.Locked(account, options.Value.Lockout);
            if (!known.Succeeded) throw new Refusal("old-password-wrong") { Field = "oldPassword" };
        }

        if (request.NewPassword == request.OldPassword) throw new Refusal("password-unchanged") { Field = "newPassword" };
        await Passwords.CheckAsync(users, account, request.NewPassword, "newPassword");
        var hash = users.PasswordHasher.HashPassword(account, request.NewPassword);
        // Not through the edge: a password is no part of what an idempotency key is remembered by.
        await journal.ExecuteOnLatestAsync(
            () => new CommandContext(actor, time.GetUtcNow()),
            async work =>
            {
                var stream = await work.LoadPersonAsync(actor.Id, context.RequestAborted);
                work.Also(PersonRows.Password(actor.Id, hash));
                return PersonAnswer.Of(work.Append(stream, new PersonEvent.PasswordChanged()));
            },
            context.RequestAborted);

        accounts.ChangeTracker.Clear();
        signIn.AuthenticationScheme = AccessSetup.SchemeOf(context);
        if (signIn.AuthenticationScheme == IdentityConstants.ApplicationScheme) context.Response.StatusCode = StatusCodes.Status204NoContent;
        await signIn.SignInAsync(await FindAsync(), isPersistent: false);

        async Task<StaffAccount> FindAsync() => await users.FindByIdAsync(actor.Id.ToString())
            ?? throw new Refusal("not-signed-in") { Status = StatusCodes.Status401Unauthorized };
    }
}
