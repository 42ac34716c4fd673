namespace OneSeal.Host.Database;

/// <summary>
/// Whom the database runs as. PostgreSQL refuses to run as root, so a host started by root lends it another user; any other host
/// runs it as itself.
/// </summary>
internal sealed class ClusterUser
{
    private readonly string? _group;

    private ClusterUser(string name, string? group)
    {
        Name = name;
        _group = group;
    }

    public string Name { get; }

    /// <summary>Whether the database's files must be given to somebody else than the host.</summary>
    public bool IsLent => _group is not null;

    /// <param name="folder">The cluster's folder: where it exists already, its owner stays the database's user.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static async Task<ClusterUser> ForAsync(string folder, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess) return new(Environment.UserName, null);
        var owner = Directory.Exists(folder)
            ? (await SystemCommand.RequireAsync("stat", ["--format=%U", folder], cancellation)).Output.Trim()
            : "root";
        foreach (var name in new[] { owner, "postgres", "nobody" }.Where(n => n != "root"))
        {
            var group = await SystemCommand.RunAsync("id", ["-g", name], cancellation);
            if (group.ExitCode == 0) return new(name, group.Output.Trim());
        }

        throw new DatabaseStartupException("no-user");
    }

    public Task<SystemCommand> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellation, string workingFolder = "/") => IsLent
        ? SystemCommand.RunAsync(
            "setpriv",
            ["--reuid", Name, "--regid", _group!, "--clear-groups", "--no-new-privs", program, .. arguments],
            cancellation,
            workingFolder)
        : SystemCommand.RunAsync(program, arguments, cancellation, workingFolder);

    public Task OwnAsync(string path, CancellationToken cancellation) => IsLent
        ? SystemCommand.RequireAsync("chown", [$"{Name}:{_group}", path], cancellation)
        : Task.CompletedTask;

    /// <summary>Root passes every folder, its lent user does not: asks the kernel, and names the folder that stops it.</summary>
    public async Task RequirePassableAsync(string folder, CancellationToken cancellation)
    {
        if (!IsLent || await PassesAsync(folder)) return;
        var stop = folder;
        for (
            var parent = Path.GetDirectoryName(folder);
            parent is not null && !await PassesAsync(parent);
            parent = Path.GetDirectoryName(parent))
            stop = parent;
        throw new DatabaseStartupException("not-passable", ("user", Name), ("folder", stop));

        async Task<bool> PassesAsync(string place) => (await RunAsync("test", ["-x", place], cancellation)).ExitCode == 0;
    }
}
