using Microsoft.AspNetCore.Identity;
using Npgsql;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Access;

/// <summary>An account that has to be there when the host runs.</summary>
internal sealed record NewAccount(
    string UserName, string Password, string DisplayName, string Region, Organisation Organisation, IReadOnlyList<Role> Roles)
{
    /// <summary>The person's id where the journal knows him already; null for a new one.</summary>
    public Guid? Id { get; init; }
}

/// <summary>Accounts made at start: those of the demonstration, or the first administrator of an empty installation.</summary>
internal static class AccountSetup
{
    /// <summary>
    /// Makes the accounts that are missing. One that is there stays as it is, with the password and roles it has by now; only one
    /// without any role, left so by a host that died halfway, gets its roles.
    /// </summary>
    /// <exception cref="InvalidOperationException">An account cannot be made; the message says which and why.</exception>
    public static async Task EnsureAsync(
        UserManager<StaffAccount> users,
        NpgsqlDataSource database,
        IEnumerable<NewAccount> accounts,
        CancellationToken cancellation = default)
    {
        // Several hosts may start at once. The lock ends with the transaction, also when this host dies.
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var turn = new NpgsqlCommand(
            "select pg_advisory_xact_lock(hashtext('oneseal account setup'))", connection, transaction);
        await turn.ExecuteNonQueryAsync(cancellation);
        foreach (var account in accounts) await EnsureAsync(users, account);
    }

    /// <summary>
    /// The administrator an empty installation begins with, from the settings <c>Administrator:UserName</c> and
    /// <c>Administrator:Password</c>; null where they are not set.
    /// </summary>
    public static NewAccount? FirstAdministrator(IConfiguration settings, string region, Organisation organisation) =>
        settings["Administrator:UserName"] is { Length: > 0 } name && settings["Administrator:Password"] is { Length: > 0 } password
            ? new(name, password, Text.Of("access.first-administrator"), region, organisation, [Role.Administrator])
            : null;

    private static async Task EnsureAsync(UserManager<StaffAccount> users, NewAccount wanted)
    {
        Check(wanted);
        var account = await users.FindByNameAsync(wanted.UserName);
        if (account is null)
        {
            account = new StaffAccount
            {
                Id = wanted.Id ?? Guid.CreateVersion7(),
                UserName = wanted.UserName,
                DisplayName = wanted.DisplayName,
                Region = wanted.Region,
                Organisation = wanted.Organisation.Name,
                OrganisationCode = wanted.Organisation.Code,
            };
            Require(wanted, await users.CreateAsync(account, wanted.Password));
        }

        if ((await users.GetRolesAsync(account)).Count == 0)
            Require(wanted, await users.AddToRolesAsync(account, wanted.Roles.Select(r => r.ToString())));
    }

    private static void Check(NewAccount wanted)
    {
        if (!RegionCode.TryParse(wanted.Region, null, out _))
            throw new InvalidOperationException($"Account '{wanted.UserName}' has no region code: '{wanted.Region}'.");
        if (wanted.Organisation != Organisation.None && !SocialCreditCode.TryParse(wanted.Organisation.Code, null, out _))
            throw new InvalidOperationException($"Account '{wanted.UserName}': '{wanted.Organisation.Code}' is not a social credit code.");
        if (wanted.Roles.Count == 0 || wanted.Roles.Contains(Role.System))
            throw new InvalidOperationException($"Account '{wanted.UserName}' needs at least one role, and cannot be the system.");
    }

    private static void Require(NewAccount wanted, IdentityResult result)
    {
        if (result.Succeeded) return;
        var why = string.Join(" ", result.Errors.Select(e => e.Description));
        throw new InvalidOperationException($"Account '{wanted.UserName}' cannot be made: {why}");
    }
}
