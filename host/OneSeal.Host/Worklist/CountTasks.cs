using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Worklist;

/// <summary>待办数: how much waits for the person signed in, by light and by kind, in each of his roles.</summary>
internal static class CountTasks
{
    /// <summary>Nobody works through more than this in a day: beyond it the number is of no use, and counting on costs more and more.</summary>
    private const int Most = 999;

    public sealed record TaskSummary(IReadOnlyList<RoleTasks> Roles);

    /// <param name="Overdue">超时.</param>
    /// <param name="Near">临期.</param>
    /// <param name="Normal">正常.</param>
    /// <param name="Undated">Without a day of its own.</param>
    /// <param name="More">Whether there are more than were counted (999+): the most urgent were counted.</param>
    /// <param name="Kinds">By what it is about: <c>case</c>, <c>push</c>, <c>request</c>, <c>feedback</c>.</param>
    public sealed record RoleTasks(Role Role, int Overdue, int Near, int Normal, int Undated, bool More, IReadOnlyList<KindTasks> Kinds);

    public sealed record KindTasks(string Kind, int Count);

    /// <summary>What the holders of a role ($3) in an organisation ($2) have to do: the beginning of one range of the index, and no row.</summary>
    public const string OfRole =
        """
        select kind, due, count(*)::int from (
          select split_part(stream, ':', 1) as kind, due
          from oneseal.tasks where region = $1 and owner = $2 and role = $3 order by due, stream, key limit $4) urgent
        group by kind, due
        """;

    public static void MapCountTasks(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/tasks/summary", async (
            HttpContext http, Actor actor, NpgsqlDataSource database, LocalityBook localities, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            var (locality, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            var today = LocalTime.DayOf(time.GetUtcNow());
            var rule = locality.TermsOn(today).Light;
            var roles = new List<RoleTasks>();
            foreach (var role in Roles.Staff.Where(r => http.User.IsInRole(r.ToString())))
            {
                var counted = await CountAsync(database, actor, role, cancellationToken);
                int Of(TaskLight? light) => counted.Where(c => TaskLights.Of(c.Due, today, calendar, rule) == light).Sum(c => c.Count);
                roles.Add(new RoleTasks(
                    role, Of(TaskLight.Overdue), Of(TaskLight.Near), Of(TaskLight.Normal), Of(null), counted.Sum(c => c.Count) > Most,
                    [.. counted.GroupBy(c => c.Kind).Select(k => new KindTasks(k.Key, k.Sum(c => c.Count))).OrderBy(k => k.Kind, StringComparer.Ordinal)]));
            }

            return new TaskSummary(roles);
        })
        .RequireRoles(Roles.Staff);

    private static async Task<IReadOnlyList<(string Kind, DateOnly Due, int Count)>> CountAsync(
        NpgsqlDataSource database, Actor actor, Role role, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(OfRole);
        foreach (var text in new[] { actor.Region, actor.Organisation.Code, role.ToString() })
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Most + 1 });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counted = new List<(string, DateOnly, int)>();
        while (await reader.ReadAsync(cancellationToken))
            counted.Add((reader.GetString(0), reader.GetFieldValue<DateOnly>(1), reader.GetInt32(2)));
        return counted;
    }
}
