namespace OneSeal.Host.Documents;

internal static class ChromiumPath
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>The browser to print with, or null. A path that was configured counts alone: if it is wrong, that shows.</summary>
    public static string? Find(string? configured)
    {
        // The pipe to the browser is laid by a POSIX shell; see Chromium.
        if (OperatingSystem.IsWindows()) return null;
        if (!string.IsNullOrWhiteSpace(configured)) return File.Exists(configured) ? configured : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Prepend("/usr/bin")
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
