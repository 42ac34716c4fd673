using Microsoft.AspNetCore.Identity;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.People;

/// <summary>重置密码: a one-time password for somebody who has forgotten his, or tried too often.</summary>
internal static class ResetPassword
{
    public sealed record Request(string Reason);

    public static void MapResetPassword(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/people/{id}/reset-password", async (
            Guid id, Request request, Actor actor, CommandEdge edge, IPasswordHasher<StaffAccount> hasher,
            CancellationToken cancellationToken) =>
        {
            var password = Passwords.NewOneTime();
            var hash = hasher.HashPassword(new StaffAccount(), password);
            PersonWithPassword? reset = null;
            return await edge.RunAsync(
                actor,
                request,
                async work =>
                {
                    var stream = await work.LoadPersonAsync(id, cancellationToken);
                    stream = work.Append(stream, Decide(id, request, actor));
                    work.Also(PersonRows.Password(id, hash));
                    return reset = new PersonWithPassword(PersonAnswer.Of(stream), null);
                },
                cancellationToken,
                answer => Task.FromResult(ReferenceEquals(answer, reset) ? answer with { OneTimePassword = password } : answer));
        })
        .Produces<PersonWithPassword>()
        .RequireRoles(Role.Administrator).OfBureau();

    public static PersonEvent Decide(Guid id, Request request, Actor actor)
    {
        if (id == actor.Id) throw Refusal.Conflict("own-password-reset");
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        return new PersonEvent.PasswordReset(request.Reason);
    }
}
