using System.Globalization;

namespace OneSeal.Host.Database;

/// <summary>The cluster's running server, as its own <c>postmaster.pid</c> and the kernel describe it.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="Port">Null for the moment before it has chosen one.</param>
internal sealed record Postmaster(int Pid, int? Port)
{
    // No process has it, and PostgreSQL takes a file that names it for what a dead server left.
    private const int NobodysPid = int.MaxValue;

    /// <summary>
    /// The server that runs on <paramref name="dataFolder"/>, or null. A number in a file is not enough: the process may be a zombie
    /// that nobody waits for, or another program that got the number since.
    /// </summary>
    public static Postmaster? Running(string dataFolder)
    {
        if (Read(dataFolder) is not { } lines || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)) return null;
        return IsAlive(pid) && RunsOn(dataFolder, pid)
            ? new(pid, lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port) && port > 0 ? port : null)
            : null;
    }

    /// <summary>
    /// A server's own check holds a zombie or a reused number for a running server and refuses to start. Only the number is replaced:
    /// with the rest of the file the server still finds out whether processes of the dead one are at work on the data.
    /// </summary>
    public static void DisownDead(string dataFolder)
    {
        if (Running(dataFolder) is not null || Read(dataFolder) is not { } lines) return;
        if (!int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid) || !Directory.Exists($"/proc/{pid}")) return;
        lines[0] = NobodysPid.ToString(CultureInfo.InvariantCulture);
        File.WriteAllLines(PidFile(dataFolder), lines);
    }

    /// <summary>Whether a process runs and is more than a zombie.</summary>
    public static bool IsAlive(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            // The state follows the program's name, which stands in brackets and may itself hold any character.
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    // The command line is readable in containers too, where root may not see where another user's process works.
    private static bool RunsOn(string dataFolder, int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").Split('\0').Contains(dataFolder, StringComparer.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string[]? Read(string dataFolder)
    {
        try
        {
            return File.ReadAllLines(PidFile(dataFolder)) is { Length: > 0 } lines ? lines : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string PidFile(string dataFolder) => Path.Combine(dataFolder, "postmaster.pid");
}
