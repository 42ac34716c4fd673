using System.ComponentModel;
using System.Diagnostics;

namespace OneSeal.Host.Database;

/// <summary>A program of the system, run to its end without a terminal.</summary>
/// <param name="ExitCode">Zero where the program is content.</param>
/// <param name="Output">What it wrote, standard output first.</param>
internal sealed record SystemCommand(int ExitCode, string Output)
{
    /// <summary>The last thing it said, on one line: with PostgreSQL's programs that is the reason of a failure.</summary>
    public string LastLine =>
        Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? $"exit {ExitCode}";

    /// <exception cref="DatabaseStartupException">The program is not there or may not be run.</exception>
    public static async Task<SystemCommand> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellation, string workingFolder = "/")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // PGDATA, PGPORT and their like would redirect the programs; their language decides how their answers read.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C.UTF-8";

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            try
            {
                await process.WaitForExitAsync(cancellation);
                return new(process.ExitCode, await output + await errors);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                throw;
            }
        }
        catch (Win32Exception e)
        {
            throw new DatabaseStartupException("command-failed", e, ("command", program), ("reason", e.Message));
        }
    }

    public static async Task<SystemCommand> RequireAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellation, string workingFolder = "/")
    {
        var done = await RunAsync(program, arguments, cancellation, workingFolder);
        return done.ExitCode == 0
            ? done
            : throw new DatabaseStartupException("command-failed", ("command", program), ("reason", done.LastLine));
    }
}
