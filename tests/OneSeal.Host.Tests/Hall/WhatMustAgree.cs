using Npgsql;

namespace OneSeal.Host.Tests.Hall;

/// <summary>What must hold in the database at any moment, also between the death of a host and the start of the next.</summary>
internal static class WhatMustAgree
{
    // An issued licence stands in eight places, once in each, or in none.
    private const string HalfIssued =
        """
        with found (case_id, place) as (
          select id, 1 from oneseal.cases where stage = 'Issued'
          union all select substr(stream, 6), 2 from oneseal.events where type = 'case-licence-issued'
          union all select case_id, 3 from oneseal.licences where state = 'Valid'
          union all select data ->> 'caseId', 4 from oneseal.events where type = 'licence-issued'
          union all select case_id, 5 from oneseal.pushes where topic = 'Issued'
          union all select data -> 'content' ->> 'caseId', 6 from oneseal.events
            where type = 'push-made' and data -> 'content' ->> 'topic' = 'issued'
          union all select substr(subject, 6), 7 from oneseal.deliveries where topic = 'issued' and starts_with(recipient, 'hooks:')
          union all select substr(subject, 6), 8 from oneseal.deliveries where topic = 'issued' and starts_with(recipient, 'system:'))
        select case_id || ' ' || array_agg(place order by place)::text from found
        group by case_id having array_agg(place order by place) <> '{1,2,3,4,5,6,7,8}'
        """;

    private const string Doubled =
        """
        select stream || ' ' || type from oneseal.events
        where starts_with(stream, 'case:') or starts_with(stream, 'push:') or starts_with(stream, 'licence:')
        group by stream, type, coalesce(data ->> 'step', left(data -> 'notice' ->> 'number', 2), '') having count(*) > 1
        """;

    private const string Lost =
        """
        select a.stream || ' ' || a.type || ' ' || a.version from unnest($1, $2, $3) a (stream, type, version)
        where not exists (
          select from oneseal.events e where e.stream = a.stream and e.type = a.type and e.version <= a.version)
        """;

    private const string HeldByTheDead =
        "update oneseal.deliveries set next_attempt = next_attempt - interval '3 minutes' where state = 'waiting' and reason is null";

    /// <summary>No licence is half issued, nothing is done twice, and what was promised is there.</summary>
    public static async Task CheckAsync(NpgsqlDataSource database, IEnumerable<Promise> promises)
    {
        Promise[] kept = [.. promises];
        (await ColumnAsync(database, HalfIssued)).ShouldBeEmpty("half issued");
        (await ColumnAsync(database, Doubled)).ShouldBeEmpty("done twice");
        (await ColumnAsync(
            database, Lost,
            kept.Select(p => p.Stream).ToArray(), kept.Select(p => p.Event).ToArray(), kept.Select(p => p.Version).ToArray()))
            .ShouldBeEmpty("promised and lost");
    }

    public static Task<IReadOnlyList<string>> UndeliveredAsync(NpgsqlDataSource database) => ColumnAsync(
        database, "select id || ' ' || state || ' ' || coalesce(reason, '') from oneseal.deliveries where state <> 'delivered'");

    /// <summary>The leases of a dead host run out: three minutes of nobody's time.</summary>
    public static Task LetLeasesRunOutAsync(NpgsqlDataSource database) => ColumnAsync(database, HeldByTheDead);

    public static async Task<IReadOnlyList<string>> ColumnAsync(NpgsqlDataSource database, string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }
}
