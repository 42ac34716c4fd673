using System.Globalization;
using System.Text.RegularExpressions;

namespace OneSeal.Host.Database;

/// <summary>One installed version of PostgreSQL's server programs.</summary>
/// <param name="Bin">The folder that holds initdb, pg_ctl and postgres.</param>
/// <param name="Major">A data folder can only be opened by its own major version.</param>
internal sealed partial record PostgresInstallation(string Bin, int Major)
{
    public const int LeastMajor = 15;

    private const string ChosenByEnvironment = "ONESEAL_POSTGRES_BIN";

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    public string Program(string name) => Path.Combine(Bin, name);

    /// <summary>The version that made <paramref name="dataFolder"/>, or the newest when there is no data yet.</summary>
    /// <param name="dataFolder">PostgreSQL's data folder, which need not exist.</param>
    /// <param name="candidates">Folders to look in; the first of two with the same version wins.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="DatabaseStartupException">None fits; the message says what to install.</exception>
    public static async Task<PostgresInstallation> FindAsync(
        string dataFolder, IEnumerable<string> candidates, CancellationToken cancellation)
    {
        var found = await AllAsync(candidates, cancellation);
        if (found.Count == 0) throw new DatabaseStartupException("postgres-missing", ("least", LeastMajor));
        var newest = found.MaxBy(i => i.Major)!;
        if (newest.Major < LeastMajor)
        {
            throw new DatabaseStartupException(
                "postgres-too-old", ("found", newest.Major), ("folder", newest.Bin), ("least", LeastMajor));
        }

        var versionFile = Path.Combine(dataFolder, "PG_VERSION");
        if (!File.Exists(versionFile)) return newest;
        var made = (await File.ReadAllTextAsync(versionFile, cancellation)).Trim();
        return found.Find(i => i.Major.ToString(CultureInfo.InvariantCulture) == made)
            ?? throw new DatabaseStartupException(
                "version-mismatch", ("folder", dataFolder), ("data", made), ("found", found.Select(i => $"{i.Major}")));
    }

    /// <summary>Debian's and Red Hat's places, what pg_config says, and the PATH; only one's own choice, where there is one.</summary>
    public static IEnumerable<string> CandidateFolders()
    {
        if (Environment.GetEnvironmentVariable(ChosenByEnvironment) is { Length: > 0 } chosen)
        {
            return Holds(chosen) ? [chosen] : throw new DatabaseStartupException("postgres-bin-wrong", ("folder", chosen));
        }

        return
        [
            .. Subfolders("/usr/lib/postgresql", "*"),
            .. Subfolders("/usr", "pgsql-*"),
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries),
        ];
    }

    private static async Task<List<PostgresInstallation>> AllAsync(IEnumerable<string> candidates, CancellationToken cancellation)
    {
        var found = new List<PostgresInstallation>();
        foreach (var folder in candidates)
        {
            // A pg_config on the PATH may speak for server programs that are not.
            var bin = !Holds(folder) && File.Exists(Path.Combine(folder, "pg_config"))
                ? (await SystemCommand.RunAsync(Path.Combine(folder, "pg_config"), ["--bindir"], cancellation)).Output.Trim()
                : folder;
            if (!Holds(bin) || found.Exists(i => i.Bin == bin)) continue;
            var said = await SystemCommand.RunAsync(Path.Combine(bin, "postgres"), ["--version"], cancellation);
            if (Version().Match(said.Output) is { Success: true } version)
                found.Add(new(bin, int.Parse(version.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
        }

        return found;
    }

    private static bool Holds(string folder) => Array.TrueForAll(Programs, p => File.Exists(Path.Combine(folder, p)));

    private static IEnumerable<string> Subfolders(string parent, string pattern) =>
        Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, pattern).Select(d => Path.Combine(d, "bin")) : [];

    [GeneratedRegex(@"PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
