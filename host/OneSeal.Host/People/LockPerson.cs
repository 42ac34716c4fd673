using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.People;

/// <summary>停用: he is signed out wherever he is, and cannot sign in until he is unlocked.</summary>
internal static class LockPerson
{
    public sealed record Request(string Reason);

    public static void MapLockPerson(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/people/{id}/lock", (
            Guid id, Request request, Actor actor, CommandEdge edge, NpgsqlDataSource database, CancellationToken cancellationToken) =>
            edge.RunAsync(
                actor,
                request,
                async work =>
                {
                    var stream = await work.LoadPersonAsync(id, cancellationToken);
                    var hasOther = await Administrators.HasOtherAsync(database, actor.Region, id, cancellationToken);
                    var after = work.Append(stream, Decide(id, stream.State, request, actor, hasOther));
                    work.Keep(stream.State);
                    return PersonAnswer.Of(after);
                },
                cancellationToken))
        .Produces<PersonAnswer>()
        .RequireRoles(Role.Administrator).OfBureau();

    public static PersonEvent Decide(Guid id, Person person, Request request, Actor actor, bool hasOtherAdministrator)
    {
        if (id == actor.Id) throw Refusal.Conflict("own-lock");
        if (person.LockedAt is { } locked)
            throw Refusal.Conflict("person-locked-before", ("name", person.Name), ("date", LocalTime.DayOf(locked)));
        PostRules.CheckAdministratorMayGo(id, person, actor, hasOtherAdministrator);
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        return new PersonEvent.Locked(request.Reason);
    }
}
