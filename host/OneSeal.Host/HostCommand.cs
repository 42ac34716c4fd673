using Npgsql;
using OneSeal.Host.Journal;

namespace OneSeal.Host;

/// <summary>
/// What the host was started for: to serve, or for one task on the database: <c>verify-journal</c> or <c>rebuild</c>.
/// </summary>
internal sealed class HostCommand
{
    public const string Empty = "--empty";

    private HostCommand(string[] arguments, bool isEmpty, Func<NpgsqlDataSource, Task<int>>? task)
    {
        (Arguments, IsEmpty, Task) = (arguments, isEmpty, task);
        Configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(arguments)
            .Build();
    }

    /// <summary>The settings among the arguments.</summary>
    public string[] Arguments { get; }

    /// <summary>Without the demonstration district.</summary>
    public bool IsEmpty { get; }

    public Func<NpgsqlDataSource, Task<int>>? Task { get; }

    public IConfiguration Configuration { get; }

    public ILogger StartupLog => LoggerFactory.Create(logging => logging.AddHostLogging(Configuration)).CreateLogger("OneSeal");

    public static HostCommand Parse(string[] args) => new(
        [.. args.Where(a => a != Empty && a is not ("verify-journal" or "rebuild"))],
        args.Contains(Empty),
        args.FirstOrDefault() switch
        {
            "verify-journal" => VerifyAsync,
            "rebuild" => RebuildAsync,
            _ => null,
        });

    private static async Task<int> VerifyAsync(NpgsqlDataSource database)
    {
        var found = await JournalVerification.RunAsync(database, StreamKinds.All, CancellationToken.None);
        Console.WriteLine(found.Broken is { } broken
            ? $"broken: {broken.Stream} event {broken.Version}: {broken.Fault}"
            : $"whole: {found.Events} events in {found.Streams} streams");
        return found.Broken is null ? 0 : 2;
    }

    private static async Task<int> RebuildAsync(NpgsqlDataSource database)
    {
        Console.WriteLine($"rebuilt: {await JournalRebuild.RunAsync(database, StreamKinds.All, CancellationToken.None)} streams");
        return 0;
    }
}
