using System.Security.Claims;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Worklist;

/// <summary>待办: what the person signed in must do now in one of his roles, most urgent first.</summary>
internal static class ListTasks
{
    /// <param name="Kind">What it is about: <c>case</c>, <c>push</c>, <c>request</c>, <c>feedback</c>.</param>
    /// <param name="Id">Which.</param>
    /// <param name="Light">How it stands in time; null where it has no day of its own.</param>
    public sealed record Row(
        string Kind, string Id, string Key, string Title, string Number, string ItemName, string Party, DateOnly? Due, DateOnly Since,
        TaskLight? Light);

    /// <summary>
    /// What the holders of a role ($3) in an organisation ($2) have to do, the most urgent first, after a key ($4 to $6): one range of an
    /// index, however many tasks there are.
    /// </summary>
    public const string OfRole =
        """
        select stream, key, title, number, item_name, party, due, since
        from oneseal.tasks where region = $1 and owner = $2 and role = $3 and (due, stream, key) > ($4, $5, $6)
        order by due, stream, key limit $7
        """;

    /// <summary>The same, of some keys only ($8): what a page of one kind of work shows.</summary>
    private static readonly string OfRoleByKey = OfRole.Replace("order by", "and key = any($8) order by", StringComparison.Ordinal);

    public static void MapListTasks(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/tasks", async (
            string? role, string? key, int? limit, string? after, HttpContext http, Actor actor, NpgsqlDataSource database,
            LocalityBook localities, TimeProvider time, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var last = page.Key(3);
            var asked = role is null ? actor.Role : RoleOf(role, http.User);
            var (locality, calendar) = await localities.OfAsync(actor.Region, cancellationToken);
            var today = LocalTime.DayOf(time.GetUtcNow());
            var rule = locality.TermsOn(today).Light;
            await using var command = database.CreateCommand(key is null ? OfRole : OfRoleByKey);
            foreach (var text in new[] { actor.Region, actor.Organisation.Code, asked.ToString() })
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
            command.Parameters.Add(
                new NpgsqlParameter<DateOnly> { TypedValue = last[0] is { } day ? PageRequest.Day(day) : DateOnly.MinValue });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = last[1] ?? "" });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = last[2] ?? "" });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = page.Take + 1 });
            if (key is not null) command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = key.Split(',') });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<Row>();
            while (await reader.ReadAsync(cancellationToken))
            {
                var due = reader.GetFieldValue<DateOnly>(6);
                var stream = new StreamName(actor.Region, reader.GetString(0));
                rows.Add(new Row(
                    stream.Kind, stream.Id, reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                    reader.GetString(5), due == WorkTask.NoDay ? null : due, reader.GetFieldValue<DateOnly>(7),
                    TaskLights.Of(due, today, calendar, rule)));
            }

            return page.Of(rows, r => [(r.Due ?? WorkTask.NoDay).ToString("yyyy-MM-dd"), $"{r.Kind}:{r.Id}", r.Key]);
        })
        .RequireRoles(Roles.Staff);

    private static Role RoleOf(string name, ClaimsPrincipal person)
    {
        var role = Roles.Named(name);
        return person.IsInRole(role.ToString())
            ? role
            : throw new Refusal("not-allowed", ("roles", role.InChinese())) { Status = StatusCodes.Status403Forbidden, Field = "role" };
    }
}
