using Npgsql;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host;

/// <summary>
/// What the host was started for: to serve, for one task on the database (<c>verify-journal</c>, <c>rebuild</c>), or to write down its API
/// (<c>openapi</c>), for which it needs none.
/// </summary>
internal sealed class HostCommand
{
    public const string Empty = "--empty";
    private const string OpenApi = "openapi";

    private static readonly Dictionary<string, Func<NpgsqlDataSource, Task<int>>> Tasks = new(StringComparer.Ordinal)
    {
        ["verify-journal"] = VerifyAsync,
        ["rebuild"] = RebuildAsync,
    };

    /// <summary>The settings there are, by the first part of their names; the last ones are the framework's.</summary>
    private static readonly string[] Settings =
    [
        "urls", "data", "ConnectionStrings", "Locality", "Administrator", "Demonstration", "Modules", "Documents", "PublicAddress", "Serilog",
        "Kestrel", "Logging", "AllowedHosts", "environment",
    ];

    private HostCommand(string[] arguments, bool isEmpty, bool describesApi, Func<NpgsqlDataSource, Task<int>>? task)
    {
        (Arguments, IsEmpty, DescribesApi, Task) = (arguments, isEmpty, describesApi, task);
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

    /// <summary>Only to write the OpenAPI document, from which the interface's client is made.</summary>
    public bool DescribesApi { get; }

    public Func<NpgsqlDataSource, Task<int>>? Task { get; }

    public IConfiguration Configuration { get; }

    public ILogger StartupLog => LoggerFactory.Create(logging => logging.AddHostLogging(Configuration)).CreateLogger("OneSeal");

    /// <exception cref="StartRefused">
    /// A word is no command, or an option no setting: a misspelt one would be left out, or take the next for its value. Or an address is none.
    /// </exception>
    public static HostCommand Parse(string[] args)
    {
        var task = args.FirstOrDefault() is { } first ? Tasks.GetValueOrDefault(first) : null;
        var describesApi = args.FirstOrDefault() == OpenApi;
        string[] settings = [.. args.Skip(task is null && !describesApi ? 0 : 1).Where(a => a != Empty)];
        for (var i = 0; i < settings.Length; i++)
        {
            var option = settings[i];
            if (!option.StartsWith("--", StringComparison.Ordinal)) throw new StartRefused("command-unknown", ("command", option), ("commands", Tasks.Keys.Append(OpenApi)));
            var name = option[2..].Split('=')[0];
            if (!Settings.Contains(name.Split(':')[0], StringComparer.OrdinalIgnoreCase)) throw new StartRefused("option-unknown", ("option", "--" + name));
            if (option.Contains('=', StringComparison.Ordinal)) continue;
            if (++i == settings.Length || settings[i].StartsWith("--", StringComparison.Ordinal)) throw new StartRefused("option-without-value", ("option", option));
        }

        var command = new HostCommand(settings, args.Contains(Empty), describesApi, task);
        ListenAddress.Check(command.Configuration["urls"]);
        return command;
    }

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
