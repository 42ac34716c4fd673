using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Journal;

internal static class Expectations
{
    public static void ShouldBeVersionConflict(this Refusal refusal, int current)
    {
        (refusal.Code, refusal.Status).ShouldBe(("version-conflict", 409));
        refusal.Details["currentVersion"].ShouldBe(current);
    }

    /// <summary>Returns when some statement of the database waits for a lock.</summary>
    public static Task ShouldWaitForALockAsync(this Bureau bureau) => bureau.ShouldSeeAsync("wait_event_type = 'Lock'");

    /// <summary>Returns when some statement of the database sleeps.</summary>
    public static Task ShouldSleepAsync(this Bureau bureau) => bureau.ShouldSeeAsync("wait_event = 'PgSleep'");

    private static async Task ShouldSeeAsync(this Bureau bureau, string what)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            await using var command = bureau.Database.CreateCommand(
                $"select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and {what}");
            if ((long)(await command.ExecuteScalarAsync())! > 0) return;
            await Task.Delay(10);
        }

        throw new TimeoutException($"No statement with {what}.");
    }
}
