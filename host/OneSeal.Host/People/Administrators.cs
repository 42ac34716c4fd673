using Npgsql;
using OneSeal.Host.Journal;

namespace OneSeal.Host.People;

internal static class Administrators
{
    /// <summary>Whether the region has an administrator who can sign in, beside this one.</summary>
    public static async Task<bool> HasOtherAsync(NpgsqlDataSource database, string region, Guid than, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select exists (
              select from oneseal.accounts a
              join oneseal.account_roles held on held.account_id = a.id join oneseal.roles r on r.id = held.role_id
              where a.region = $1 and a.id <> $2 and a.locked_at is null and r.name = 'Administrator')
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = than });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>What is decided about a person is written only if the region then still has an administrator.</summary>
    public static void Keep(this JournalWork work, Person before)
    {
        if (before.IsAdministrator) work.Also(PersonRows.RequireAdministrator(work.Context.Region));
    }
}
