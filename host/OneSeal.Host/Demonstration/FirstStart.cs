using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Database;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Demonstration;

/// <summary>
/// What an installation begins with: the locality and administrator of the settings where there are any, else the demonstration. It runs
/// before the host listens, and with one host at a time.
/// </summary>
internal static class FirstStart
{
    private const string Series = "demonstration";

    private enum Mark { None = -1, Begun = 0, Complete = 1 }

    /// <returns>Whether the demonstration is there.</returns>
    public static async Task<bool> RunAsync(
        WebApplication app, HostCommand command, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        // Ends with the connection, also when this host dies.
        await using var turn = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(turn, "select pg_advisory_lock(hashtext('oneseal first start'))", cancellationToken);
        try
        {
            return await RunInTurnAsync(app, command, database, turn, cancellationToken);
        }
        finally
        {
            await ExecuteAsync(turn, "select pg_advisory_unlock(hashtext('oneseal first start'))", CancellationToken.None);
        }
    }

    private static async Task<bool> RunInTurnAsync(
        WebApplication app, HostCommand command, NpgsqlDataSource database, NpgsqlConnection turn, CancellationToken cancellationToken)
    {
        var mark = await MarkAsync(turn, cancellationToken);
        // Half a story is nobody's data: whoever began it had found nothing there, and nobody has been served since.
        if (mark == Mark.Begun)
        {
            await WaitForDiskAsync(turn, wait: true, cancellationToken);
            await ClearAsync(turn, cancellationToken);
        }

        await AccountSetup.TakeOverAsync(app.Services, app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
        await EstablishAsync(app, cancellationToken);
        if (mark == Mark.Complete) return true;
        if (!IsWanted(command))
        {
            if ((await LocalityBook.RegionsAsync(database, cancellationToken)).Count == 0) app.Logger.LogWarning("{Reason}", Text.Of("start.no-locality"));
            return false;
        }

        if ((await LocalityBook.RegionsAsync(database, cancellationToken)).Count > 0) return false;
        if (await AnyAsync(turn, "select exists (select from oneseal.accounts)", cancellationToken))
        {
            app.Logger.LogWarning("{Reason}", Text.Of("demonstration.accounts-exist"));
            return false;
        }

        // Where nobody can sign in there is nothing but what hosts wrote by themselves: the items, under the wrong day.
        await ClearAsync(turn, cancellationToken);
        await ExecuteAsync(
            turn, $"insert into oneseal.numbers (region, series, last) values ('', '{Series}', {(int)Mark.Begun})", cancellationToken);
        var until = DemonstrationDistrict.UntilOf(command.Configuration, app.Services.GetRequiredService<TimeProvider>());
        app.Logger.LogInformation("{Text}", Text.Of("demonstration.creating", ("name", District.Read().Name), ("until", until)));
        await WaitForDiskAsync(turn, wait: false, cancellationToken);
        await DemonstrationDistrict.CreateAsync(app.Services, database, until);
        await WaitForDiskAsync(turn, wait: true, cancellationToken);
        // This connection has waited for the disk all along: with the mark everything before it is safe.
        await ExecuteAsync(
            turn, $"update oneseal.numbers set last = {(int)Mark.Complete} where region = '' and series = '{Series}'", cancellationToken);
        return true;
    }

    /// <summary>On a database of one's own it must be asked for.</summary>
    private static bool IsWanted(HostCommand command) => !command.IsEmpty
        && (command.Configuration["Demonstration"] is { Length: > 0 } wanted
            ? bool.Parse(wanted)
            : string.IsNullOrWhiteSpace(command.Configuration.GetConnectionString("OneSeal")));

    /// <summary>The locality and the first administrator of the settings, where they are set and not there yet.</summary>
    private static async Task EstablishAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (EstablishLocality.From(app.Configuration) is not { } locality) return;
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await EstablishLocality.RunAsync(app.Services.GetRequiredService<EventJournal>(), locality, now, cancellationToken);
        if (AccountSetup.FirstAdministrator(app.Configuration, locality.Region, locality.Bureau) is not { } administrator) return;
        try
        {
            await AccountSetup.EnsureAsync(app.Services, now, [administrator], cancellationToken);
        }
        catch (InvalidOperationException e)
        {
            throw new StartRefused("administrator-refused", ("name", administrator.UserName), ("reason", e.Message));
        }
    }

    private static async Task<Mark> MarkAsync(NpgsqlConnection turn, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select last from oneseal.numbers where region = '' and series = '{Series}'", turn);
        return await command.ExecuteScalarAsync(cancellationToken) is long last ? (Mark)last : Mark.None;
    }

    // All tables but those that the migrations filled.
    private static Task ClearAsync(NpgsqlConnection turn, CancellationToken cancellationToken) => ExecuteAsync(
        turn,
        """
        do $$
        begin
            execute (select 'truncate ' || string_agg(format('oneseal.%I', tablename), ', ') from pg_tables
                     where schemaname = 'oneseal' and tablename not in ('schema_migrations', 'roles', 'data_protection_keys'));
        end
        $$
        """,
        cancellationToken);

    /// <summary>
    /// Thousands of small commands need not each wait for the disk. If the machine dies meanwhile the mark says that it was
    /// only begun, and that is all that has to be safe.
    /// </summary>
    private static async Task WaitForDiskAsync(NpgsqlConnection turn, bool wait, CancellationToken cancellationToken)
    {
        var setting = wait ? "reset synchronous_commit" : "set synchronous_commit = off";
        await ExecuteAsync(
            turn, $"do $$ begin execute format('alter role current_user in database %I {setting}', current_database()); end $$",
            cancellationToken);
        // It holds for new connections.
        NpgsqlConnection.ClearPool(turn);
    }

    private static async Task<bool> AnyAsync(NpgsqlConnection turn, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, turn);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection turn, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, turn) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
