using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>待办: what the person signed in must do now in one of his roles, most urgent first.</summary>
internal static class ListTasks
{
    public sealed record Row(string CaseId, string Key, string Title, string Number, string ItemName, string Applicant, DateOnly? Due, DateOnly Since);

    public static void MapListTasks(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/tasks", async (
            Role? role, int? limit, string? after, HttpContext http, Actor actor, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(3);
            if (role is { } other && !http.User.IsInRole(other.ToString()))
                throw new Refusal("not-allowed", ("roles", other.InChinese())) { Status = StatusCodes.Status403Forbidden, Field = "role" };
            var asked = role ?? actor.Role;
            await using var command = database.CreateCommand(CaseQueries.TasksOfRole);
            foreach (var text in new[] { actor.Region, actor.Organisation.Code, asked.ToString() })
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = key[0] is { } day ? PageRequest.Day(day) : DateOnly.MinValue });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key[1] ?? "" });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key[2] ?? "" });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = page.Take + 1 });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<Row>();
            while (await reader.ReadAsync(cancellationToken))
            {
                var due = reader.GetFieldValue<DateOnly>(6);
                rows.Add(new Row(
                    reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5),
                    due == CaseRows.NoDay ? null : due, reader.GetFieldValue<DateOnly>(7)));
            }

            return page.Of(rows, r => [(r.Due ?? CaseRows.NoDay).ToString("yyyy-MM-dd"), r.CaseId, r.Key]);
        })
        .RequireRoles(Roles.Staff);
}
