using OneSeal.Host.Journal;

namespace OneSeal.Host.Live;

/// <summary>Who is told together.</summary>
internal static class LiveGroups
{
    public static string Staff(string region) => $"staff {region}";

    public static string Administrators(string region) => $"administrators {region}";

    public static string Organisation(string region, string code) => $"organisation {region} {code}";

    public static string Watching(StreamName stream) => $"watching {stream}";

    /// <summary>Of those who watch, the staff: they see each other.</summary>
    public static string StaffOn(StreamName stream) => $"staff on {stream}";
}
