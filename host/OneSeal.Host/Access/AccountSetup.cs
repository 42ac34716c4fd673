using Microsoft.AspNetCore.Identity;
using Npgsql;
using OneSeal.Host.Journal;
using OneSeal.Host.People;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Access;

/// <summary>An account that has to be there when the host runs.</summary>
internal sealed record NewAccount(
    string UserName, string Password, string DisplayName, string Region, Organisation Organisation, IReadOnlyList<Role> Roles)
{
    /// <summary>The person's id where the journal knows him already; null for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>岗位.</summary>
    public string Post { get; init; } = "";
}

/// <summary>Accounts made at start: those of the demonstration, or the first administrator of an empty installation.</summary>
internal static class AccountSetup
{
    /// <summary>
    /// Makes the accounts that are missing, by the journal like any other; the system opens them. One that is there stays as it is, with the
    /// password and roles it has by now.
    /// </summary>
    /// <exception cref="InvalidOperationException">An account cannot be made; the message says which and why.</exception>
    public static async Task EnsureAsync(
        IServiceProvider services, DateTimeOffset at, IEnumerable<NewAccount> accounts, CancellationToken cancellation = default)
    {
        // Several hosts may start at once. The lock ends with the transaction, also when this host dies.
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var turn = new NpgsqlCommand(
            "select pg_advisory_xact_lock(hashtext('oneseal account setup'))", connection, transaction);
        await turn.ExecuteNonQueryAsync(cancellation);
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        var journal = scope.ServiceProvider.GetRequiredService<EventJournal>();
        foreach (var account in accounts) await EnsureAsync(users, journal, at, account, cancellation);
    }

    /// <summary>Accounts that were made before they stood in the journal are entered in it as they are.</summary>
    public static async Task TakeOverAsync(IServiceProvider services, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        var journal = scope.ServiceProvider.GetRequiredService<EventJournal>();
        // This query crosses regions: an installation starts as a whole.
        var unknown = new List<Guid>();
        await using (var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            """
            select id from oneseal.accounts a
            where not exists (select from oneseal.snapshots s where s.region = a.region and s.stream = 'person:' || a.id) order by id
            """))
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) unknown.Add(reader.GetGuid(0));
        }

        foreach (var id in unknown)
        {
            if (await users.FindByIdAsync(id.ToString()) is not { } account) continue;
            var roles = (await users.GetRolesAsync(account)).Select(Enum.Parse<Role>).Order().ToArray();
            var opened = new PersonEvent.Opened(
                account.UserName!, account.DisplayName, account.Post, new(account.Organisation, account.OrganisationCode), roles,
                account.MustChangePassword);
            await OpenAsync(journal, account.Region, id, at, opened, hash: null, cancellation);
        }
    }

    /// <summary>
    /// The administrator an empty installation begins with, from the settings <c>Administrator:UserName</c> and
    /// <c>Administrator:Password</c>; null where they are not set.
    /// </summary>
    public static NewAccount? FirstAdministrator(IConfiguration settings, string region, Organisation organisation) =>
        settings["Administrator:UserName"] is { Length: > 0 } name && settings["Administrator:Password"] is { Length: > 0 } password
            ? new(name, password, Text.Of("access.first-administrator"), region, organisation, [Role.Administrator])
            {
                Post = Text.Of("access.first-administrator"),
            }
            : null;

    private static async Task EnsureAsync(
        UserManager<StaffAccount> users, EventJournal journal, DateTimeOffset at, NewAccount wanted, CancellationToken cancellation)
    {
        Check(wanted);
        if (await users.FindByNameAsync(wanted.UserName) is not null) return;
        var account = new StaffAccount { UserName = wanted.UserName, DisplayName = wanted.DisplayName };
        foreach (var validator in users.UserValidators) Require(wanted, await validator.ValidateAsync(users, account));
        foreach (var validator in users.PasswordValidators) Require(wanted, await validator.ValidateAsync(users, account, wanted.Password));
        var opened = new PersonEvent.Opened(
            wanted.UserName, wanted.DisplayName, wanted.Post, wanted.Organisation, [.. wanted.Roles.Distinct().Order()],
            PasswordIsOneTime: false);
        var hash = users.PasswordHasher.HashPassword(account, wanted.Password);
        await OpenAsync(journal, wanted.Region, wanted.Id ?? Guid.CreateVersion7(at), at, opened, hash, cancellation);
    }

    private static Task<PersonEvent.Opened> OpenAsync(
        EventJournal journal, string region, Guid id, DateTimeOffset at, PersonEvent.Opened opened, string? hash,
        CancellationToken cancellation) => journal.ExecuteAsync(
        new CommandContext(Actor.System(region), at),
        async work =>
        {
            var stream = await work.LoadAsync(Person.Kind, id.ToString(), cancellation);
            if (stream.Exists) return opened;
            work.Append(stream, opened);
            if (hash is not null) work.Also(PersonRows.Password(id, hash));
            return opened;
        },
        cancellation);

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
