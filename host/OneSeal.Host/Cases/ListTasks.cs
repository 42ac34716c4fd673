using System.Security.Claims;
using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>待办: what the person signed in must do now in one of his roles, most urgent first.</summary>
internal static class ListTasks
{
    public sealed record Row(
        string CaseId, string Key, string Title, string Number, string ItemName, string Applicant, DateOnly? Due, DateOnly Since);

    public static void MapListTasks(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/tasks", async (
            string? role, int? limit, string? after, HttpContext http, Actor actor, NpgsqlDataSource database,
            CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(3);
            var asked = role is null ? actor.Role : RoleOf(role, http.User);
            await using var command = database.CreateCommand(CaseQueries.TasksOfRole);
            foreach (var text in new[] { actor.Region, actor.Organisation.Code, asked.ToString() })
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
            command.Parameters.Add(
                new NpgsqlParameter<DateOnly> { TypedValue = key[0] is { } day ? PageRequest.Day(day) : DateOnly.MinValue });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key[1] ?? "" });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key[2] ?? "" });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = page.Take + 1 });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<Row>();
            while (await reader.ReadAsync(cancellationToken))
            {
                var due = reader.GetFieldValue<DateOnly>(6);
                rows.Add(new Row(
                    reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4),
                    reader.GetString(5),
                    due == CaseRows.NoDay ? null : due, reader.GetFieldValue<DateOnly>(7)));
            }

            return page.Of(rows, r => [(r.Due ?? CaseRows.NoDay).ToString("yyyy-MM-dd"), r.CaseId, r.Key]);
        })
        .RequireRoles(Roles.Staff);

    // Read here and not by the framework, which knows the names in our code only and not those in our JSON.
    private static Role RoleOf(string name, ClaimsPrincipal person)
    {
        var role = Roles.OfAccounts.Where(r => r.InJson() == name).Select(r => (Role?)r).SingleOrDefault()
            ?? throw new Refusal("role-unknown", ("role", name)) { Status = StatusCodes.Status400BadRequest, Field = "role" };
        return person.IsInRole(role.ToString())
            ? role
            : throw new Refusal("not-allowed", ("roles", role.InChinese())) { Status = StatusCodes.Status403Forbidden, Field = "role" };
    }
}
