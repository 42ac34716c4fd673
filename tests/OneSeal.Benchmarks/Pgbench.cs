using System.Diagnostics;
using System.Globalization;
using System.Text;
using OneSeal.Host.Database;
using OneSeal.Host.Journal;

namespace OneSeal.Benchmarks;

/// <summary>PostgreSQL's own measuring client, with the journal's statements, prepared, and data of the same size.</summary>
internal sealed class Pgbench : IDisposable
{
    private const string Script =
        """
        \set own random(0, :per_client - 1)
        \set id :own * :clients + :client_id
        select version, hash, state from oneseal.snapshots where region = :region and stream = 'dossier:' || :id::text \gset
        \set first :version + 1
        \set second :version + 2
        \startpipeline
        insert into oneseal.events (region, stream, version, type, type_version, at, actor, data, hash)
          values (:region, 'dossier:' || :id::text, :first, :opened, 1, now(), :actor, :openedData, :sha::bytea);
        insert into oneseal.events (region, stream, version, type, type_version, at, actor, data, hash)
          values (:region, 'dossier:' || :id::text, :second, :completed, 1, now(), :actor, :completedData, :sha::bytea);
        update oneseal.snapshots set version = :second, hash = :sha::bytea, state = :state
          where region = :region and stream = 'dossier:' || :id::text;
        insert into oneseal.deliveries (region, id, stream, subject, topic, recipient, content, created_at, next_attempt)
          values (:region, 'dossier:' || :id::text || '/' || :second::text || '/1', 'dossier:' || :id::text, 'dossier:' || :id::text, :topic, :recipient, :content, now(), now());
        \endpipeline

        """;

    private readonly BenchmarkDatabase _database;
    private readonly int _cases;
    private readonly string _folder = Directory.CreateTempSubdirectory("oneseal-pgbench-").FullName;

    public Pgbench(BenchmarkDatabase database, int cases)
    {
        _database = database;
        _cases = cases;
        File.WriteAllText(Path.Combine(_folder, "command.sql"), Script);
    }

    public async Task<Figures> MeasureAsync(int clients, int seconds)
    {
        foreach (var old in Directory.EnumerateFiles(_folder, "latency*")) File.Delete(old);
        var settings = _database.Settings;
        var installed = await PostgresInstallation.FindAsync("", PostgresInstallation.CandidateFolders(), CancellationToken.None);
        var start = new ProcessStartInfo(installed.Program("pgbench"))
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "--no-vacuum", "--protocol=prepared", "--file=command.sql", $"--client={clients}",
            $"--jobs={Math.Min(clients, Environment.ProcessorCount)}", $"--time={seconds}", "--log", "--log-prefix=latency",
            .. Variables(clients).SelectMany(v => new[] { "-D", $"{v.Name}={v.Value}" }), settings.Database!,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        (start.Environment["PGHOST"], start.Environment["PGPORT"]) = (settings.Host, settings.Port.ToString(CultureInfo.InvariantCulture));
        (start.Environment["PGUSER"], start.Environment["PGPASSWORD"]) = (settings.Username, settings.Password);

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"pgbench failed: {await output}{await errors}");
        var latencies = Directory.EnumerateFiles(_folder, "latency*").SelectMany(File.ReadLines)
            .Select(line => double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) / 1000);
        return Figures.Of(latencies, seconds);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IEnumerable<(string Name, string Value)> Variables(int clients) =>
    [
        ("clients", clients.ToString(CultureInfo.InvariantCulture)),
        ("per_client", (_cases / clients).ToString(CultureInfo.InvariantCulture)),
        ("region", Dossier.Region),
        ("actor", JournalJson.Write(Dossier.Reviewer)),
        ("opened", "dossier-step-opened"),
        ("openedData", Event(0)),
        ("completed", "dossier-step-completed"),
        ("completedData", Event(1)),
        ("sha", "\\x" + new string('a', 64)),
        ("topic", Dossier.Notice.Topic),
        ("recipient", Dossier.Notice.Recipient),
        ("content", JournalJson.Write(Dossier.Notice.Content)),
    ];

    private static string Event(int index) =>
        Encoding.UTF8.GetString(JournalJson.WriteUtf8<object>(Dossier.Review[index]));
}
