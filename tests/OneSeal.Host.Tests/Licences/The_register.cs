using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Database;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Journal;

namespace OneSeal.Host.Tests.Licences;

/// <summary>证照登记簿 in a real database: 30,000 licences of a hundred holders, and a region beside it.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class The_register(PostgresFixture postgres)
{
    private const string Filling =
        """
        insert into oneseal.licences (region, identifier, name, holder, holder_id, item, item_name, case_id, issuer, issuer_name, supervisor, state,
          valid_from, valid_until, suspended_until, renewal, stands_until)
        select r, 'L' || lpad(i::text, 6, '0'), '卫生许可证', '锦源' || lpad((i % 100)::text, 2, '0') || '号商行', 'H' || i % 100, 'I' || i % 40, '事项',
          'C' || i, case when i % 500 = 0 then 'HEALTH' else 'BUREAU' end, '某局', 'S' || i % 30, case when i % 50 = 0 then 'Revoked' else 'Valid' end,
          date '2026-01-01', date '2026-01-01' + i % 1000, null, null, case when i % 50 = 0 then null else date '2026-01-01' + i % 1000 end
        from unnest(array['370390', '370305']) r, generate_series(1, 30000) i;
        insert into oneseal.pushes (region, id, topic, recipient, recipient_name, case_id, number, item, item_name, holder, licence, pushed_at, state)
        select '370390', 'p' || i, 'Issued', 'HEALTH', '某局', 'C' || i, '', '', '', '', 'L' || lpad(i::text, 6, '0'), now(), 'Told' from generate_series(1, 30000, 97) i;
        insert into oneseal.cases (region, id, item, item_name, module, owner, owner_name, supervisor, applicant, applicant_id, drafted_by, stage, suspended)
        select '370390', 'C' || i, '', '', '', '', '', '', '', '', case when i % 999 = 0 then '00000000-0000-0000-0000-0000000000aa'::uuid else gen_random_uuid() end, 'Issued', false
        from generate_series(1, 30000) i;
        analyze oneseal.licences; analyze oneseal.pushes; analyze oneseal.cases;
        """;

    private static readonly Actor Officer = By.Officer(of: new Organisation("某局", "HEALTH"));

    private static readonly Actor Applicant = By.Applicant() with { Id = new Guid("00000000-0000-0000-0000-0000000000aa") };

    [Fact]
    public async Task Is_paged_without_gap_or_repetition_for_whoever_asks()
    {
        await using var database = await FilledAsync();
        foreach (var (actor, filter, expected) in new (Actor, LicenceFilter, int)[]
        {
            (By.Window(), new("锦源07", null, null, null, null), 300),
            (By.Window(), new(null, "H7", null, null, null), 300),
            (By.Window(), new(null, "H50", "I10", null, LicenceState.Revoked), 150),
            (By.Window(), new("锦源50", null, null, null, LicenceState.Revoked), 300),
            (By.Window(), new(null, null, null, "L000123", null), 1),
            // 60 of its own, 310 it was told of, one of them both.
            (Officer, new(null, null, null, null, null), 369),
            (Officer, new("锦源00", null, null, null, null), 62),
            (Applicant, new(null, null, null, null, null), 30),
        })
        {
            var found = new List<LicenceRow>();
            string? after = null;
            do
            {
                var page = await filter.PageAsync(database, actor, District.Locality, new PageRequest(47, after), CancellationToken.None);
                found.AddRange(page.Items);
                after = page.Next;
            }
            while (after is not null);

            found.Select(l => l.Identifier).ShouldBeUnique();
            found.Count.ShouldBe(expected, $"{actor.Name} {filter}");
            found.ShouldBe(filter.Holder is null ? found.OrderBy(l => l.Identifier, StringComparer.Ordinal) : found.OrderBy(l => l.Holder, StringComparer.Ordinal).ThenBy(l => l.Identifier, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Is_read_from_its_indexes()
    {
        await using var database = await FilledAsync();
        string[] bureau = ["true"];
        (await PlanAsync(database, new LicenceFilter("锦源07", null, null, null, null).Sql(bureau, null))).ShouldContain("licences_by_name");
        (await PlanAsync(database, new LicenceFilter("锦源07", null, null, null, null).Sql(bureau, "L000107"))).ShouldContain("licences_by_name");
        (await PlanAsync(database, new LicenceFilter(null, "H7", null, null, null).Sql(bureau, "L000107"))).ShouldContain("licences_by_holder");
        (await PlanAsync(database, new LicenceFilter(null, null, "I7", null, null).Sql(bureau, null))).ShouldContain("licences_by_item");
        (await PlanAsync(database, new LicenceFilter(null, null, null, null, LicenceState.Revoked).Sql(bureau, null))).ShouldContain("licences_by_state");
        (await PlanAsync(database, new LicenceFilter(null, null, null, null, null).Sql(bureau, null))).ShouldContain("licences_pkey");
        var officers = await PlanAsync(database, new LicenceFilter(null, null, null, null, null).Sql(LicenceAccess.Conditions(Officer, District.Locality), null));
        foreach (var index in new[] { "licences_by_issuer", "licences_by_supervisor", "pushes_of_licences" }) officers.ShouldContain(index);
        (await PlanAsync(database, new LicenceFilter(null, null, null, null, null).Sql(LicenceAccess.Conditions(Applicant, District.Locality), null))).ShouldContain("cases_by_drafter");
        (await PlanAsync(database, LicenceSweep.OverBy.Replace("$1", "@region").Replace("$2", "@day"))).ShouldContain("licences_over");
    }

    [Fact]
    public async Task Is_made_anew_from_the_journal_as_it_was()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        var issued = new LicenceEvent.Issued(
            "卫生许可证", "锦源某宾馆", "91370390MA00000179", AnItem.Code, "公共场所卫生许可", "2026000001", District.Bureau, new(2026, 1, 1), new(2026, 12, 31))
        {
            Supervisor = District.Health,
        };
        LicenceEvent[][] lives =
        [
            [issued],
            [issued, new LicenceEvent.Suspended(ALicence.Act, new(2026, 6, 30))],
            [issued, new LicenceEvent.RenewalFiled("2026000002", new(2026, 11, 1), true), new LicenceEvent.Renewed("2026000002", new(2027, 1, 1), new(2027, 12, 31), true)],
            [issued, new LicenceEvent.Changed(ALicence.Act, "名称", "锦源某酒店", new(2027, 1, 31)), new LicenceEvent.Revoked(ALicence.Act, true)],
            [issued, new LicenceEvent.Expired(new(2027, 1, 1)), new LicenceEvent.Cancelled(ALicence.Act)],
        ];
        foreach (var (number, life) in lives.Index())
        {
            foreach (var happened in life)
            {
                await bureau.Journal.ExecuteAsync(
                    bureau.Context(), async work => work.Append(await work.LoadAsync(Licence.Kind, $"L{number}", CancellationToken.None), happened), CancellationToken.None);
            }
        }

        var before = await bureau.DumpAsync("licences", "snapshots");
        await bureau.ExecuteAsync("delete from oneseal.licences where identifier > 'L2'; update oneseal.licences set state = 'Valid', stands_until = null");

        await JournalRebuild.RunAsync(bureau.Database, [Licence.Kind], CancellationToken.None);

        (await bureau.DumpAsync("licences", "snapshots")).ShouldBe(before);
    }

    [Fact]
    public async Task Says_what_a_holder_may_use_on_a_day()
    {
        await using var database = await FilledAsync();
        await using (var command = database.CreateCommand(
            """
            insert into oneseal.licences (region, identifier, name, holder, holder_id, item, item_name, case_id, issuer, issuer_name, supervisor, state, valid_from, valid_until)
            select '370390', 'X' || n, n, '', 'X', '', '', '', '', '', '', s, '2026-01-01', u
            from (values ('甲', 'Valid', '2026-12-31'::date), ('乙', 'Renewed', null), ('丙', 'Revoked', null), ('丁', 'Suspended', null), ('戊', 'Changed', '2026-06-30')) v (n, s, u)
            """))
            await command.ExecuteNonQueryAsync();
        var held = new HeldLicences(database);
        (await held.NamesOfAsync(District.Region, "X", new(2026, 6, 30), CancellationToken.None)).ShouldBe(["甲", "乙", "戊"], ignoreOrder: true);
        (await held.NamesOfAsync(District.Region, "X", new(2026, 7, 1), CancellationToken.None)).ShouldBe(["甲", "乙"], ignoreOrder: true);
        (await held.NamesOfAsync("370305", "X", new(2026, 7, 1), CancellationToken.None)).ShouldBeEmpty();
    }

    private static async Task<string> PlanAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand("explain " + sql);
        foreach (var (name, value) in new (string, object)[]
        {
            ("region", District.Region), ("holder", "锦源07"), ("holderEnd", "锦源07\U0010FFFF"), ("holderNumber", "H7"), ("item", "I7"), ("state", "Revoked"),
            ("identifier", "L1"), ("organisation", "HEALTH"), ("me", Applicant.Id), ("afterHolder", "锦源07号商行"), ("after", "L000107"), ("take", 51), ("day", new DateOnly(2026, 2, 1)),
        }.Where(p => sql.Contains('@' + p.Item1, StringComparison.Ordinal)))
            command.Parameters.AddWithValue(name, value);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

    private async Task<NpgsqlDataSource> FilledAsync()
    {
        DapperSetup.Apply();
        var database = await postgres.CreateDatabaseAsync();
        await using var command = database.CreateCommand(Filling);
        await command.ExecuteNonQueryAsync();
        return database;
    }
}
