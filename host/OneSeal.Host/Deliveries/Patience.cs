namespace OneSeal.Host.Deliveries;

/// <summary>How long a row is tried for, and how long a recipient that fails is left alone.</summary>
internal static class Patience
{
    /// <summary>For what is not to be called at the moment.</summary>
    public static readonly TimeSpan UntilAvailable = TimeSpan.FromSeconds(30);

    /// <summary>A recipient that has failed for so long is somebody's task.</summary>
    public static readonly TimeSpan UntilAlarm = TimeSpan.FromMinutes(15);

    /// <summary>Nobody is left alone for longer because he asks to be.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(2);

    /// <summary>After each failure in a row; the last holds for all further ones.</summary>
    public static readonly TimeSpan[] Rests =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
    ];

    // About three hours: code that fails for longer is repaired by a person.
    private static readonly TimeSpan[] ForModules = [.. Rests, TimeSpan.FromHours(2)];

    // More than two days: a department's machine may stand still from Friday evening on, and nobody is at work to help.
    private static readonly TimeSpan[] ForSystems = [.. Rests, .. Enumerable.Repeat(TimeSpan.FromHours(1), 60)];

    /// <summary>When a row that has failed so many times is tried again; null when it has been tried often enough.</summary>
    public static TimeSpan? After(int attempts, string recipient)
    {
        var waits = Recipients.IsSystem(recipient) ? ForSystems : ForModules;
        return attempts <= waits.Length ? waits[attempts - 1] : null;
    }
}
