using Npgsql;

namespace OneSeal.Host.Feedback;

/// <summary>不利信息: how many reports speak against a holder on a day; a handful of rows of one holder, found by an index.</summary>
internal static class AdverseFeedback
{
    public static async Task<int> CountAsync(
        NpgsqlDataSource database, string region, string holder, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select count(*)::int from oneseal.feedback
            where region = $1 and holder_id = $2 and adverse and (counts_until is null or counts_until >= $3)
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = holder });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
