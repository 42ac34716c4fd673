using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.People;

/// <summary>开户: somebody takes up a post and gets an account with a one-time password.</summary>
internal static partial class OpenPerson
{
    /// <param name="Organisation">统一社会信用代码 of one that the region knows.</param>
    public sealed record Request(string UserName, string Name, string Post, string Organisation, IReadOnlyList<Role> Roles);

    public static void MapOpenPerson(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/people", async (
            Request request, Actor actor, CommandEdge edge, LocalityBook localities, IPasswordHasher<StaffAccount> hasher,
            NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var (id, password) = (Guid.CreateVersion7(edge.Now), Passwords.NewOneTime());
            var hash = hasher.HashPassword(new StaffAccount(), password);
            PersonWithPassword? opened = null;
            return await edge.RunAsync(
                actor,
                request,
                async work =>
                {
                    var stream = await work.LoadAsync(Person.Kind, id.ToString(), cancellationToken);
                    var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
                    var organisation = await KnownOrganisations.FindAsync(database, locality, request.Organisation, cancellationToken);
                    var isTaken = await IsTakenAsync(database, request.UserName, cancellationToken);
                    stream = work.Append(stream, Decide(request, organisation, locality, isTaken));
                    work.Also(PersonRows.Password(id, hash));
                    return opened = new PersonWithPassword(PersonAnswer.Of(stream), null);
                },
                cancellationToken,
                // The answer that is kept is without the password; a repetition gives that one, and its own password is nobody's.
                answer => Task.FromResult(ReferenceEquals(answer, opened) ? answer with { OneTimePassword = password } : answer));
        })
        .Produces<PersonWithPassword>()
        .RequireRoles(Role.Administrator).OfBureau();

    public static PersonEvent Decide(Request request, Organisation? organisation, Locality locality, bool isTaken)
    {
        if (!UserNameForm().IsMatch(request.UserName)) throw new Refusal("user-name-malformed") { Field = "userName" };
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > 100) throw new Refusal("person-unnamed") { Field = "name" };
        var roles = PostRules.Check(request.Post, organisation, request.Organisation, request.Roles, locality);
        if (isTaken) throw new Refusal("user-name-taken", ("userName", request.UserName)) { Status = 409, Field = "userName" };
        return new PersonEvent.Opened(request.UserName, request.Name.Trim(), request.Post.Trim(), organisation!, roles, PasswordIsOneTime: true);
    }

    // A user name is one person's in the whole installation: he signs in before any region is known.
    private static async Task<bool> IsTakenAsync(NpgsqlDataSource database, string userName, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select exists (select from oneseal.accounts where normalized_user_name = $1)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = userName.ToUpperInvariant() });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    [GeneratedRegex(@"^(?=.{2,60}\z)[a-z0-9]+([._-][a-z0-9]+)*\z")]
    private static partial Regex UserNameForm();
}
