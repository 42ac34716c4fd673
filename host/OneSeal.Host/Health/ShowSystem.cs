using System.Reflection;
using System.Runtime.InteropServices;
using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Database;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Modules;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Health;

/// <summary>When this host was started.</summary>
internal sealed record HostStart(DateTimeOffset At);

/// <summary>系统状态: how this host and its database stand, for the administrator. Nothing in it is counted that could be large.</summary>
internal static class ShowSystem
{
    /// <summary>More rows of a state are not counted.</summary>
    private const int Most = 10_000;

    /// <param name="Host">The host that answers; each has its own.</param>
    /// <param name="Disk">Where the private database lies; null for a server of its own.</param>
    public sealed record Answer(
        HostLine Host, DatabaseLine Database, JournalLine Journal, IReadOnlyList<ModulesLine> Modules, DeliveriesLine Deliveries,
        IReadOnlyList<WorkerLine> Workers, DocumentsLine Documents, DiskLine? Disk);

    /// <param name="Today">The day that counts in the locality, whatever the machine's time zone is.</param>
    public sealed record HostLine(
        string Version, string SdkVersion, string Runtime, string Machine, DateTimeOffset StartedAt, DateTimeOffset Now, DateOnly Today,
        string TimeZone);

    public sealed record DatabaseLine(string Version, long SizeBytes, bool IsPrivate);

    /// <param name="EstimatedEvents">As the database estimates it; of all regions.</param>
    /// <param name="NewestEventAt">Null in an empty journal.</param>
    public sealed record JournalLine(long EstimatedEvents, DateTimeOffset? NewestEventAt);

    public sealed record ModulesLine(ModuleStatus Status, string StatusName, int Count);

    /// <param name="Waiting">Up to ten thousand, of this region.</param>
    /// <param name="Failed">Likewise.</param>
    /// <param name="OldestWaitingSince">Since when the oldest of them waits; null where none does.</param>
    public sealed record DeliveriesLine(long Waiting, long Failed, DateTimeOffset? OldestWaitingSince, long? OldestWaitingSeconds);

    /// <param name="LastLookAt">Null before the first.</param>
    /// <param name="IsFailing">Its last look failed.</param>
    public sealed record WorkerLine(
        string Name, string Title, DateTimeOffset? LastLookAt, long? TookMilliseconds, bool IsFailing, DateTimeOffset? LastFailedAt,
        string? LastError);

    /// <param name="CanBePrinted">Whether this machine has a browser to print PDF with.</param>
    public sealed record DocumentsLine(bool CanBePrinted);

    public sealed record DiskLine(string Folder, long FreeBytes, long TotalBytes);

    private sealed record Figures(
        string Version, long SizeBytes, long EstimatedEvents, DateTimeOffset? NewestEventAt, long Waiting, long Failed,
        DateTimeOffset? OldestWaitingSince);

    public static void MapShowSystem(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/system", async (
            Actor actor, NpgsqlDataSource database, ModuleRegistry modules, Workers workers, PdfPrinter printer, HostStart start,
            IConfiguration settings, TimeProvider time, CancellationToken cancellationToken) =>
        {
            var now = time.GetUtcNow();
            var figures = await FiguresAsync(database, actor.Region, cancellationToken);
            var folder = string.IsNullOrWhiteSpace(settings.GetConnectionString("OneSeal")) ? DataFolder.Of(settings) : null;
            var oldest = figures.OldestWaitingSince;
            return new Answer(
                new HostLine(
                    VersionOf(typeof(ShowSystem)), SharedAssemblies.SdkVersion.ToString(3), RuntimeInformation.FrameworkDescription,
                    Environment.MachineName, start.At, now, LocalTime.DayOf(now), time.LocalTimeZone.Id),
                new DatabaseLine(figures.Version, figures.SizeBytes, folder is not null),
                new JournalLine(figures.EstimatedEvents, figures.NewestEventAt),
                [.. modules.States.Where(s => s.Department is null || s.Department.Region.Value == actor.Region).CountBy(s => s.Status)
                    .OrderBy(s => s.Key).Select(s => new ModulesLine(s.Key, Text.Of("module.status." + s.Key), s.Value))],
                new DeliveriesLine(
                    figures.Waiting, figures.Failed, oldest, oldest is { } since ? (long)(now - since).TotalSeconds : null),
                [.. workers.Standings.Select(LineOf)],
                new DocumentsLine(printer.IsAvailable),
                folder is null ? null : DiskOf(folder));
        })
        .RequireRoles(Role.Administrator).OfBureau();

    // The estimate is -1 before the table was looked at for the first time. What was written last stands at the table's end.
    private static async Task<Figures> FiguresAsync(NpgsqlDataSource database, string region, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<Figures>(new CommandDefinition(
            $"""
            select current_setting('server_version') as version, pg_database_size(current_database()) as size_bytes,
              oneseal.estimated_events() as estimated_events,
              (select max(at) from oneseal.events where ctid >= format('(%s,0)', greatest(0,
                pg_relation_size('oneseal.events') / current_setting('block_size')::int - 8))::tid) as newest_event_at,
              (select count(*) from (
                select from oneseal.deliveries where region = @region and state = 'waiting' limit {Most}) w) as waiting,
              (select count(*) from (
                select from oneseal.deliveries where region = @region and state = 'failed' limit {Most}) f) as failed,
              (select created_at from oneseal.deliveries where region = @region and state = 'waiting' and state <> 'delivered'
               order by created_at, id limit 1) as oldest_waiting_since
            """,
            new { region }, cancellationToken: cancellationToken));
    }

    private static WorkerLine LineOf(WorkerStanding standing) => new(
        standing.Name, Text.Of("worker." + standing.Name), standing.LastLookAt, (long?)standing.Took?.TotalMilliseconds, standing.IsFailing,
        standing.LastFailedAt, standing.LastError);

    private static DiskLine? DiskOf(string folder)
    {
        if (!Directory.Exists(folder)) return null;
        var disk = new DriveInfo(folder);
        return new DiskLine(folder, disk.AvailableFreeSpace, disk.TotalSize);
    }

    // Without the commit that the build adds.
    private static string VersionOf(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
