using Npgsql;
using OneSeal.Host.Journal;

namespace OneSeal.Host.People;

/// <summary>A person as Identity's tables hold him, but for the hash of his password, which no event may hold.</summary>
internal static class PersonRows
{
    // The concurrency stamp is always another: a sign-in that read the account before must not write over what was changed meanwhile.
    private const string Account =
        """
        insert into oneseal.accounts as a (id, region, user_name, normalized_user_name, display_name, post, organisation, organisation_code,
          locked_at, must_change_password, security_stamp, concurrency_stamp, email_confirmed, phone_number_confirmed, two_factor_enabled,
          lockout_enabled, access_failed_count)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, gen_random_uuid()::text, false, false, false, true, 0)
        on conflict (id) do update set user_name = excluded.user_name, normalized_user_name = excluded.normalized_user_name,
          display_name = excluded.display_name, post = excluded.post, organisation = excluded.organisation,
          organisation_code = excluded.organisation_code, locked_at = excluded.locked_at,
          must_change_password = excluded.must_change_password, security_stamp = excluded.security_stamp,
          concurrency_stamp = excluded.concurrency_stamp
        """;

    public static IEnumerable<NpgsqlBatchCommand> Of(StreamName stream, Person person)
    {
        var id = Guid.Parse(stream.Id);
        yield return JournalSql.Statement(
            Account, id, stream.Region, person.UserName, person.UserName.Normalize().ToUpperInvariant(), person.Name, person.Post,
            person.Organisation.Name, person.Organisation.Code, person.LockedAt.OrNull(), person.MustChangePassword,
            $"{id:N}.{person.TimesSignedOut}");
        yield return JournalSql.Statement("delete from oneseal.account_roles where account_id = $1", id);
        yield return JournalSql.Statement(
            "insert into oneseal.account_roles (account_id, role_id) select $1, id from oneseal.roles where name = any($2)",
            id, person.Roles.Select(r => r.ToString()).ToArray());
    }

    /// <summary>A new password; whatever wrong ones were tried before is forgotten.</summary>
    public static NpgsqlBatchCommand Password(Guid id, string hash) => JournalSql.Statement(
        "update oneseal.accounts set password_hash = $2, lockout_end = null, access_failed_count = 0 where id = $1", id, hash);

    /// <summary>At the commit: the region still has an administrator who can sign in.</summary>
    public static NpgsqlBatchCommand RequireAdministrator(string region) =>
        JournalSql.Statement("select oneseal.require_administrator($1)", region);
}
