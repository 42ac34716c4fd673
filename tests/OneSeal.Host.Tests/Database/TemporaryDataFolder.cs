using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using OneSeal.Host.Database;

namespace OneSeal.Host.Tests.Database;

/// <summary>A data folder that goes with the test. The cluster makes it, passable for the user that root lends to the database.</summary>
internal sealed class TemporaryDataFolder : IDisposable
{
    private const string Prefix = "oneseal-private-cluster-";

    private static readonly Lazy<Task> AbandonedRemoved = new(() => RemoveAbandonedAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1)));

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Prefix + Guid.NewGuid().ToString("n"));

    /// <summary>PostgreSQL's own data folder in it.</summary>
    public string Data => System.IO.Path.Combine(Path, "postgres", "data");

    public static async Task<PrivateCluster> StartClusterAsync(string folder)
    {
        await AbandonedRemoved.Value;
        return await PrivateCluster.StartAsync(folder, new() { Durable = false }, NullLogger.Instance, CancellationToken.None);
    }

    public Task<PrivateCluster> StartClusterAsync() => StartClusterAsync(Path);

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }

    /// <summary>A test run that was killed leaves its server running: a later run adopts it, stops it and removes its folder.</summary>
    private static async Task RemoveAbandonedAsync(DateTime anHourAgo)
    {
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            var isOurs = File.Exists(System.IO.Path.Combine(folder, "postgres", "changing.lock"));
            if (!isOurs || Directory.GetCreationTimeUtc(folder) > anHourAgo) continue;
            try
            {
                await using (await PrivateCluster.StartAsync(folder, new() { Durable = false }, NullLogger.Instance, CancellationToken.None))
                {
                }

                // Still running: another test run uses it.
                if (Postmaster.Running(System.IO.Path.Combine(folder, "postgres", "data")) is null) Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is DatabaseStartupException or IOException or UnauthorizedAccessException)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder} stays: {e.Message}"));
            }
        }
    }
}
