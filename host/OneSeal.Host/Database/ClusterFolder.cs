using System.Security.Cryptography;

namespace OneSeal.Host.Database;

/// <summary>What the private cluster keeps on disk, all under one folder that only its user can read.</summary>
internal sealed class ClusterFolder(string dataFolder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Passable = OwnerOnly | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Modest, and for an administrator to change; what safety depends on is given on the command line instead.</summary>
    private const string Settings = """


        # OneSeal
        max_connections = 200
        shared_buffers = 256MB
        jit = off
        timezone = 'UTC'
        # One log file for each day of the week, so that years of running do not fill the disk. A relative folder moves with the data.
        logging_collector = on
        log_directory = '../log'
        log_filename = 'postgresql-%a.log'
        log_rotation_age = 1d
        log_rotation_size = 0
        log_truncate_on_rotation = on

        """;

    public string Root { get; } = Path.Combine(RealPath(dataFolder), "postgres");

    public string Data => Path.Combine(Root, "data");

    public string Log => Path.Combine(Root, "log");

    public string PasswordFile => Path.Combine(Root, "password");

    /// <summary>The port of the last start, kept so that a second host's connections survive a restart of the cluster.</summary>
    public string PortFile => Path.Combine(Root, "port");

    public string Password => File.ReadAllText(PasswordFile).Trim();

    /// <summary>Makes the folders and hands them to <paramref name="user"/>. Data is left to <see cref="EnsureDataAsync"/>.</summary>
    public async Task PrepareAsync(ClusterUser user, CancellationToken cancellation)
    {
        // Whatever the umask: the parent is passable, the cluster's own folder is closed to others.
        var parent = Path.GetDirectoryName(Root)!;
        if (!Directory.Exists(parent)) CreateFolder(parent, Passable);
        foreach (var folder in new[] { Root, Log })
        {
            if (!Directory.Exists(folder)) CreateFolder(folder, OwnerOnly | UnixFileMode.UserExecute);
            await user.OwnAsync(folder, cancellation);
        }

        await user.RequirePassableAsync(Root, cancellation);
    }

    /// <summary>Runs initdb where there is no data yet; a run that was cut short leaves nothing that looks like data.</summary>
    public async Task EnsureDataAsync(
        PostgresInstallation postgres, ClusterUser user, bool durable, CancellationToken cancellation)
    {
        if (Directory.Exists(Data))
        {
            if (!File.Exists(PasswordFile)) throw PasswordLost();
            return;
        }

        foreach (var unfinished in Directory.EnumerateDirectories(Root, "initdb-*")) Directory.Delete(unfinished, recursive: true);
        await WritePasswordAsync(user, cancellation);
        var made = Path.Combine(Root, $"initdb-{Guid.NewGuid():n}");
        var initdb = await user.RunAsync(
            postgres.Program("initdb"),
            [
                "--pgdata", made, "--username", "postgres", "--auth", "scram-sha-256", "--pwfile", PasswordFile,
                "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums", .. durable ? Array.Empty<string>() : ["--no-sync"],
            ],
            cancellation,
            Root);
        if (initdb.ExitCode != 0)
            throw new DatabaseStartupException("command-failed", ("command", postgres.Program("initdb")), ("reason", initdb.LastLine));
        await File.AppendAllTextAsync(Path.Combine(made, "postgresql.conf"), Settings, cancellation);
        Directory.Move(made, Data);
    }

    public DatabaseStartupException PasswordLost() => new("password-lost", ("folder", Data), ("file", PasswordFile));

    private async Task WritePasswordAsync(ClusterUser user, CancellationToken cancellation)
    {
        File.Delete(PasswordFile);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        await using (var file = new StreamWriter(PasswordFile, options))
            await file.WriteLineAsync(RandomNumberGenerator.GetHexString(48, lowercase: true));
        await user.OwnAsync(PasswordFile, cancellation);
    }

    private static void CreateFolder(string folder, UnixFileMode mode)
    {
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, mode);
    }

    /// <summary>Two hosts that reach one folder by different links must see one name for it: the postmaster is known by it.</summary>
    private static string RealPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        var here = Path.Combine(RealPath(parent), Path.GetFileName(full));
        return new DirectoryInfo(here).LinkTarget is { } target ? RealPath(Path.Combine(Path.GetDirectoryName(here)!, target)) : here;
    }
}
