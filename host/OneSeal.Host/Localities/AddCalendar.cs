using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Requests;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Localities;

/// <summary>
/// 增加放假通知: a new year's notice, or a correction. Every running limit is derived anew afterwards, and each case or request whose dates move
/// records why.
/// </summary>
internal sealed class AddCalendar(
    CaseCommands cases, RederiveRequest requests, LocalityBook localities, NpgsqlDataSource database, TimeProvider time)
{
    /// <param name="Rederived">Of how many cases and requests dates moved.</param>
    public sealed record Answer(int Version, int Year, int Rederived) : IVersioned;

    public static void MapAddCalendar(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/locality/calendars", async (
            string? region, RequestRegion regions, LocalityBook localities, CancellationToken cancellationToken) =>
        {
            var (_, calendar) = await localities.OfAsync(await regions.OfAsync(region, cancellationToken), cancellationToken);
            return calendar.Notices.OrderBy(n => n.Year);
        }).Anyone();

        routes.MapPost("/api/locality/calendars", async (
            CalendarNotice request, Actor actor, CommandEdge edge, AddCalendar add, CancellationToken cancellationToken) =>
            await edge.RunAsync(
                actor, request,
                async work =>
                {
                    var locality = await work.LoadAsync(Locality.Kind, actor.Region, cancellationToken);
                    var after = work.Append(locality, new LocalityEvent.CalendarAdded(request.Checked()));
                    return new Answer(after.Version, request.Year, 0);
                },
                cancellationToken,
                async answer => answer with { Rederived = await add.RederiveAsync(actor, request.Year, cancellationToken) }))
            .RequireRoles(Role.Administrator);
    }

    /// <summary>
    /// Derives every running limit of the region anew. It may be run again at any time: what is right already stays as it is.
    /// </summary>
    public async Task<int> RederiveAsync(Actor actor, int year, CancellationToken cancellationToken)
    {
        localities.Forget(actor.Region);
        var reason = Text.Of("deadline.rederived", ("year", year));
        var moved = 0;
        foreach (var id in await RunningAsync(actor.Region, cancellationToken))
            moved += await RederiveAsync(actor, id, reason, cancellationToken) ? 1 : 0;
        return moved + await requests.RunAsync(actor, reason, cancellationToken);
    }

    // Somebody may work on the case at this very moment, by the calendar of before: then it is derived after him, and no other case waits.
    private async Task<bool> RederiveAsync(Actor actor, string id, string reason, CancellationToken cancellationToken)
    {
        while (true)
        {
            var moves = false;
            try
            {
                await cases.ExecuteAsync(
                    new CommandContext(actor, time.GetUtcNow()),
                    id,
                    (@case, moment) =>
                    {
                        var events = RederiveDeadlines.Decide(@case, moment, reason).ToArray();
                        moves = events.Length > 0;
                        return events;
                    },
                    cancellationToken);
                return moves;
            }
            catch (Refusal lost) when (lost.Code == "version-conflict")
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<IReadOnlyList<string>> RunningAsync(string region, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select id from oneseal.cases where region = $1 and stage = any($2) order by id");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. RederiveDeadlines.Running.Select(s => s.ToString())] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) ids.Add(reader.GetString(0));
        return ids;
    }
}
