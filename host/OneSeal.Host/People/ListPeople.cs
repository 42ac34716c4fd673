using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;

namespace OneSeal.Host.People;

/// <summary>人员名册: by part of the name or user name, by organisation, role, and whether locked.</summary>
internal static class ListPeople
{
    public sealed record Row(
        Guid Id, string UserName, string Name, string Post, Organisation Organisation, IReadOnlyList<Role> Roles, DateTimeOffset? LockedAt,
        bool MustChangePassword);

    private sealed record Account(
        Guid Id, string UserName, string DisplayName, string Post, string Organisation, string OrganisationCode, DateTimeOffset? LockedAt,
        bool MustChangePassword, string? Roles)
    {
        public Row Row => new(
            Id, UserName, DisplayName, Post, new(Organisation, OrganisationCode),
            [.. (Roles ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>).Order()], LockedAt, MustChangePassword);
    }

    public static void MapListPeople(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/people", async (
            string? q, string? organisation, string? role, bool? locked, int? limit, string? after, Actor actor, NpgsqlDataSource database,
            CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var rows = await connection.QueryAsync<Account>(new CommandDefinition(
                """
                select id, user_name, display_name, post, organisation, organisation_code, locked_at, must_change_password,
                  (select string_agg(r.name, ',') from oneseal.account_roles held join oneseal.roles r on r.id = held.role_id
                   where held.account_id = a.id) as roles
                from oneseal.accounts a
                where region = @region and normalized_user_name > coalesce(@after, '')
                  and (@q::text is null or user_name ilike '%' || @q || '%' or display_name ilike '%' || @q || '%')
                  and (@organisation::text is null or organisation_code = @organisation)
                  and (@locked::boolean is null or (locked_at is not null) = @locked)
                  and (@role::text is null or exists (
                    select from oneseal.account_roles held join oneseal.roles r on r.id = held.role_id
                    where held.account_id = a.id and r.name = @role))
                order by normalized_user_name limit @take
                """,
                new
                {
                    region = actor.Region,
                    q = Like.Literal(q),
                    organisation,
                    role = role is null ? null : Roles.Named(role).ToString(),
                    locked,
                    after = page.Key(1)[0],
                    take = page.Take + 1,
                },
                cancellationToken: cancellationToken));
            return TypedResults.Ok(page.Of([.. rows.Select(r => r.Row)], r => [r.UserName.ToUpperInvariant()]));
        })
        .RequireRoles(Role.Administrator).OfBureau();
}
