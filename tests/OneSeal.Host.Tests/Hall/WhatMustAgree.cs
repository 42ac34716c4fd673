using Npgsql;

namespace OneSeal.Host.Tests.Hall;

/// <summary>What must hold in the database at any moment, also between the death of a host and the start of the next.</summary>
internal static class WhatMustAgree
{
    // A licence stands in eight places, and in all of them or in none.
    private const string HalfIssued =
        """
        select c.id || ' ' || counts::text from oneseal.cases c cross join lateral (select array[
          (c.stage = 'Issued')::int,
          (select count(*) from oneseal.events e where e.region = c.region and e.stream = 'case:' || c.id and e.type = 'case-licence-issued'),
          (select count(*) from oneseal.licences l where l.region = c.region and l.case_id = c.id and l.state = 'Valid'),
          (select count(*) from oneseal.licences l join oneseal.events e on e.region = l.region and e.stream = 'licence:' || l.identifier
             where l.region = c.region and l.case_id = c.id and e.type = 'licence-issued'),
          (select count(*) from oneseal.pushes p where p.region = c.region and p.case_id = c.id and p.topic = 'Issued'),
          (select count(*) from oneseal.pushes p join oneseal.events e on e.region = p.region and e.stream = 'push:' || p.id
             where p.region = c.region and p.case_id = c.id and p.topic = 'Issued' and e.type = 'push-made'),
          (select count(*) from oneseal.deliveries d
             where d.region = c.region and d.subject = 'case:' || c.id and d.topic = 'issued' and starts_with(d.recipient, 'hooks:')),
          (select count(*) from oneseal.deliveries d
             where d.region = c.region and d.subject = 'case:' || c.id and d.topic = 'issued' and starts_with(d.recipient, 'system:'))
          ]::int[] as counts) x
        where not (0 = all(counts) or 1 = all(counts))
        union all
        select l.identifier from oneseal.licences l where not exists (select from oneseal.cases c where c.region = l.region and c.id = l.case_id)
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
    public static async Task CheckAsync(NpgsqlDataSource database, IReadOnlyCollection<Promise> promises)
    {
        (await ColumnAsync(database, HalfIssued)).ShouldBeEmpty("half issued");
        (await ColumnAsync(database, Doubled)).ShouldBeEmpty("done twice");
        (await ColumnAsync(
            database, Lost, promises.Select(p => p.Stream).ToArray(), promises.Select(p => p.Event).ToArray(), promises.Select(p => p.Version).ToArray()))
            .ShouldBeEmpty("promised and lost");
    }

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
