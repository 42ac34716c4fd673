using System.Globalization;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Cases;

/// <summary>
/// 到期清单: the cases in review whose statutory limit ends by a day (today if not said), the oldest first; overdue ones among them.
/// </summary>
internal static class ListDue
{
    public sealed record Row(string Id, DateOnly Due, DateOnly? PromisedDue, string Item, bool Overdue);

    public static void MapListDue(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/cases/due", async (
            DateOnly? by, int? limit, string? after, Actor actor, LocalityBook localities, NpgsqlDataSource database, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            var page = new PageRequest(limit, after);
            var key = page.Key(2);
            var today = LocalTime.DayOf(time.GetUtcNow());
            var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
            var seesAll = CaseAccess.IsOfBureau(actor, locality);
            await using var command = database.CreateCommand(seesAll ? CaseQueries.DueBy : CaseQueries.DueByOfOwner);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = actor.Region });
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = by ?? today });
            command.Parameters.Add(
                new NpgsqlParameter<DateOnly> { TypedValue = key[0] is null ? DateOnly.MinValue : PageRequest.Day(key[0]!) });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key[1] ?? "" });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = page.Take + 1 });
            if (!seesAll) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = actor.Organisation.Code });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<Row>();
            while (await reader.ReadAsync(cancellationToken))
            {
                var due = reader.GetFieldValue<DateOnly>(1);
                rows.Add(new Row(reader.GetString(0), due, reader.GetFieldValue<DateOnly?>(2), reader.GetString(3), due < today));
            }

            return page.Of(rows, r => [r.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Id]);
        })
        .RequireRoles(Role.Decider, Role.Reviewer, Role.Administrator);
}
