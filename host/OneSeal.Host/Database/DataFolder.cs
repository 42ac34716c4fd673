namespace OneSeal.Host.Database;

/// <summary>Where this installation keeps what is its own: the private database and whatever else must outlive the process.</summary>
internal static class DataFolder
{
    /// <summary>The setting <c>Data</c> (<c>--data</c>), else the place the system's conventions give to a service or to a user.</summary>
    public static string Of(IConfiguration configuration)
    {
        if (configuration["Data"] is { Length: > 0 } chosen) return Path.GetFullPath(chosen);
        if (Environment.IsPrivilegedProcess) return "/var/lib/oneseal";
        // $XDG_DATA_HOME, else ~/.local/share; empty for a user without a home. No guess then: a wrong folder is an empty database.
        var share = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return share is { Length: > 0 } ? Path.Combine(share, "oneseal") : throw new DatabaseStartupException("no-data-folder");
    }
}
