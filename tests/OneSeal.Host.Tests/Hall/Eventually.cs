namespace OneSeal.Host.Tests.Hall;

/// <summary>For what happens behind a command's back: it must come true soon.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task Async(Func<Task> expectation)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await expectation();
                return;
            }
            catch (ShouldAssertException) when (TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(100);
            }
        }
    }
}
