using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.People;

/// <summary>调整岗位: another post, organisation or other roles. Whoever works under the old ones is signed out.</summary>
internal static class AssignPost
{
    /// <param name="Organisation">统一社会信用代码 of one that the region knows.</param>
    public sealed record Request(string Post, string Organisation, IReadOnlyList<Role> Roles, string Reason);

    public static void MapAssignPost(this IEndpointRouteBuilder routes) => routes
        .MapPut("/api/people/{id}/post", (
            Guid id, Request request, Actor actor, CommandEdge edge, LocalityBook localities, NpgsqlDataSource database,
            CancellationToken cancellationToken) => edge.RunAsync(
            actor,
            request,
            async work =>
            {
                var stream = await work.LoadPersonAsync(id, cancellationToken);
                var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
                var organisation = await KnownOrganisations.FindAsync(database, locality, request.Organisation, cancellationToken);
                var hasOther = await Administrators.HasOtherAsync(database, actor.Region, id, cancellationToken);
                var after = work.Append(stream, Decide(id, stream.State, request, organisation, locality, actor, hasOther));
                work.Keep(stream.State);
                return PersonAnswer.Of(after);
            },
            cancellationToken))
        .Produces<PersonAnswer>()
        .RequireRoles(Role.Administrator).OfBureau();

    /// <returns>Nothing where all is as asked already.</returns>
    public static IEnumerable<PersonEvent> Decide(
        Guid id, Person person, Request request, Organisation? organisation, Locality locality, Actor actor, bool hasOtherAdministrator)
    {
        if (person.Roles.Contains(Role.Public)) throw Refusal.Conflict("person-is-applicant", ("name", person.Name));
        var roles = PostRules.Check(request.Post, organisation, request.Organisation, request.Roles, locality);
        if (!roles.Contains(Role.Administrator)) PostRules.CheckAdministratorMayGo(id, person, actor, hasOtherAdministrator);
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        var post = request.Post.Trim();
        return post == person.Post && organisation == person.Organisation && roles.SequenceEqual(person.Roles)
            ? []
            : [new PersonEvent.Assigned(post, organisation!, roles, request.Reason)];
    }
}
