using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.People;

/// <summary>恢复使用: he may sign in again, with the password he had.</summary>
internal static class UnlockPerson
{
    public sealed record Request(string Reason);

    public static void MapUnlockPerson(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/people/{id}/unlock", (
            Guid id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) => edge.RunAsync(
            actor,
            request,
            async work =>
            {
                var stream = await work.LoadPersonAsync(id, cancellationToken);
                return PersonAnswer.Of(work.Append(stream, Decide(stream.State, request)));
            },
            cancellationToken))
        .Produces<PersonAnswer>()
        .RequireRoles(Role.Administrator).OfBureau();

    public static PersonEvent Decide(Person person, Request request)
    {
        if (person.LockedAt is null) throw Refusal.Conflict("person-not-locked", ("name", person.Name));
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        return new PersonEvent.Unlocked(request.Reason);
    }
}
