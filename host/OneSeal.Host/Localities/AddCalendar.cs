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
/// 增加放假通知: a new year's notice, or a correction that takes its place. Every running limit is derived anew afterwards, and each case, push or request whose
/// dates move records why.
/// </summary>
internal sealed class AddCalendar(
    EventJournal journal, CaseCommands cases, RequestCommands requests, LocalityBook localities, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Whatever has dates that follow from the calendar.</summary>
    private readonly IReadOnlyList<RunningDates> _running =
        [RunningDates.OfCases(cases), RunningDates.OfClaims(localities), RunningDates.OfRequests(requests)];

    /// <param name="Rederived">How many cases, pushes and requests have other dates now.</param>
    public sealed record Answer(int Version, int Year, int Rederived) : IVersioned;

    public static void MapAddCalendar(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/locality/calendars", async (
            string? region, RequestRegion regions, LocalityBook localities, CancellationToken cancellationToken) =>
        {
            var (_, calendar) = await localities.OfAsync(await regions.OfAsync(region, cancellationToken), cancellationToken);
            return calendar.Notices;
        }).Anyone();

        routes.MapPost("/api/locality/calendars", async (
            CalendarNotice request, Actor actor, CommandEdge edge, AddCalendar add, CancellationToken cancellationToken) =>
            await edge.RunAsync(
                actor, request,
                async work =>
                {
                    if (request.Region is { } of && of != actor.Region) throw new Refusal("calendar-of-another-region") { Field = "region" };
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
        foreach (var kind in _running)
        {
            foreach (var id in await kind.RunningAsync(database, actor.Region, cancellationToken))
                moved += await RederiveAsync(actor, kind, id, reason, cancellationToken) ? 1 : 0;
        }

        return moved;
    }

    // Somebody may work on it at this very moment, by the calendar of before: then it is derived after him, and nothing else waits.
    private async Task<bool> RederiveAsync(Actor actor, RunningDates kind, string id, string reason, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var answer = await journal.ExecuteAsync(
                    new CommandContext(actor, time.GetUtcNow()),
                    async work => new Moved(await kind.RederiveAsync(work, id, reason, cancellationToken)),
                    cancellationToken);
                return answer.Any;
            }
            catch (Refusal lost) when (lost.Code == "version-conflict")
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private sealed record Moved(bool Any);
}
