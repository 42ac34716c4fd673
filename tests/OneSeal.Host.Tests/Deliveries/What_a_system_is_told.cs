using OneSeal.Host.Deliveries;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Tests.Connections;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Deliveries;

[Collection(PostgresFixture.Collection)]
public class What_a_system_is_told(PostgresFixture postgres)
{
    private static readonly string ToHealth = Recipients.System(District.Health.Code);

    private static readonly string ToTown = Recipients.System(District.Town.Code);

    [Fact]
    public async Task Comes_signed_as_a_CloudEvent_whose_id_stays()
    {
        await using var office = await PostOffice.OpenAsync(postgres);
        await using var system = await office.ConnectAsync(District.Health);
        system.Takes = _ => system.Arrivals.Count == 1 ? Manner.Cut : Manner.Garbage;

        await office.TellAsync(ToHealth, "2026000001");
        await office.DrainAsync();
        await office.PassAsync(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30));

        var effect = system.Effects.ShouldHaveSingleItem();
        (effect.Id, effect.Type, effect.Subject).ShouldBe(("case:2026000001/1/1", "cn.oneseal.linkage.accepted.v1", "2026000001"));
        effect.Data.GetProperty("caseNumber").GetString().ShouldBe("2026000001");
        system.Arrivals.Select(a => a.Id).ShouldBe([effect.Id, effect.Id]);
        system.Unsigned.ShouldBe(0);
        (await office.StandingAsync()).ShouldBe("delivered 1");
    }

    [Fact]
    public async Task Is_told_only_while_it_is_connected()
    {
        await using var office = await PostOffice.OpenAsync(postgres);
        await using var system = await office.ConnectAsync(District.Health);

        await office.TellAsync(ToTown, "2026000001");
        await office.TellAsync(ToHealth, "2026000002");

        (await office.StandingAsync()).ShouldBe("waiting 1");
    }

    [Fact]
    public async Task Comes_in_the_order_of_its_case_whatever_fails()
    {
        await using var office = await PostOffice.OpenAsync(postgres);
        await using var system = await office.ConnectAsync(District.Health);
        var failures = 0;
        system.Takes = a => a.Id switch
        {
            "case:A/1/1" when failures++ < 3 => Manner.Fails,
            "case:A/2/1" when failures++ < 6 => Manner.DoesItAndFails,
            _ => Manner.Well,
        };
        foreach (var version in Enumerable.Range(1, 4)) await office.TellAsync(ToHealth, "A", version);
        foreach (var version in Enumerable.Range(1, 4)) await office.TellAsync(ToHealth, "B", version);

        await office.DrainAsync();
        await office.PassAsync(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5));
        system.EffectsOn("B").Count().ShouldBe(4, "another case does not wait");
        await office.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(1));

        system.EffectsOn("A").ShouldBe(["case:A/1/1", "case:A/2/1", "case:A/3/1", "case:A/4/1"]);
        system.EffectsOn("B").ShouldBe(["case:B/1/1", "case:B/2/1", "case:B/3/1", "case:B/4/1"]);
        (await office.StandingAsync()).ShouldBe("delivered 8");
    }

    [Fact]
    public async Task Does_not_wait_for_a_slow_neighbour()
    {
        await using var office = await PostOffice.OpenAsync(postgres);
        await using var slow = await office.ConnectAsync(District.Health);
        await using var quick = await office.ConnectAsync(District.Town);
        slow.Takes = _ => Manner.Slow;
        foreach (var n in Enumerable.Range(1, 20)) await office.TellAsync(ToHealth, $"S{n}");

        var held = office.Worker.WorkAsync(CancellationToken.None);
        foreach (var n in Enumerable.Range(1, 20)) await office.TellAsync(ToTown, $"Q{n}");
        await office.DrainAsync();

        quick.Effects.Count.ShouldBe(20);
        held.IsCompleted.ShouldBeFalse();
        (await office.AskAsync("select count(*) from oneseal.deliveries where attempts = 1 and state = 'waiting'")).ShouldBe(4L, "its lane is full");
        slow.Release();
        (await held).ShouldBe(4);
        await office.DrainAsync();
        slow.Effects.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Does_not_wait_for_ten_thousand_rows_of_one_that_is_down()
    {
        await using var office = await PostOffice.OpenAsync(postgres);
        await using var down = await office.ConnectAsync(District.Health);
        await using var well = await office.ConnectAsync(District.Town);
        await down.GoDownAsync();
        await office.TellAsync(ToHealth, "A");
        await office.AskAsync(
            """
            insert into oneseal.deliveries (region, id, stream, subject, topic, recipient, content, created_at, next_attempt)
            select region, id || n, stream, subject || n, topic, recipient, content, created_at, next_attempt
            from oneseal.deliveries, generate_series(1, 9999) n
            """);
        await office.DrainAsync();

        await office.TellAsync(ToTown, "Q");
        (await office.Worker.WorkAsync(CancellationToken.None)).ShouldBe(1);

        well.Effects.Count.ShouldBe(1);
        (await office.AskAsync("select count(*) from oneseal.deliveries where attempts > 0 and state = 'waiting'")).ShouldBe(4L);
    }

    [Fact]
    public async Task Is_lost_in_no_part_when_it_is_down_for_a_day()
    {
        await using var office = await PostOffice.OpenAsync(postgres);
        await using var system = await office.ConnectAsync(District.Health);
        await system.GoDownAsync();
        for (var hour = 0; hour < 24; hour++)
        {
            await office.TellAsync(ToHealth, $"C{hour % 8}", 1 + (hour / 8));
            await office.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(10));
        }

        (await office.StandingAsync()).ShouldBe("waiting 24");
        (await office.AskAsync("select failing_since from oneseal.receivers where alarmed and failures > 10")).ShouldNotBeNull();

        await system.ComeUpAsync();
        await office.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));

        (await office.StandingAsync()).ShouldBe("delivered 24");
        system.Effects.Count.ShouldBe(24);
        system.Arrivals.Count.ShouldBe(24);
        foreach (var n in Enumerable.Range(0, 8)) system.EffectsOn($"C{n}").ShouldBe([$"case:C{n}/1/1", $"case:C{n}/2/1", $"case:C{n}/3/1"]);
        (await office.AskAsync("select count(*) from oneseal.receivers")).ShouldBe(0L);
    }

    [Fact]
    public async Task Is_tried_for_more_than_two_days_and_then_stands_as_failed_and_holds_what_came_after_it()
    {
        await using var office = await PostOffice.OpenAsync(postgres);
        await using var system = await office.ConnectAsync(District.Health);
        system.Takes = a => a.Subject == "A" && a.Id == "case:A/1/1" ? Manner.Fails : Manner.Well;
        await office.TellAsync(ToHealth, "A");
        await office.TellAsync(ToHealth, "A", 2);

        await office.DrainAsync();
        await office.PassAsync(TimeSpan.FromHours(50), TimeSpan.FromMinutes(30));
        (await office.StandingAsync()).ShouldBe("waiting 2");
        await office.PassAsync(TimeSpan.FromHours(20), TimeSpan.FromMinutes(30));

        (await office.StandingAsync()).ShouldBe("failed 1, waiting 1");
        (await office.AskAsync("select reason from oneseal.deliveries where state = 'failed'")).ShouldBe("对方系统答复状态码500。");
        system.Effects.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Manner.Gone, "failed 1")]
    [InlineData(Manner.Busy, "waiting 1")]
    public async Task Is_not_forced_on_one_that_asks_for_peace(object manner, string standing)
    {
        await using var office = await PostOffice.OpenAsync(postgres);
        await using var system = await office.ConnectAsync(District.Health);
        system.Takes = _ => (Manner)manner;
        await office.TellAsync(ToHealth, "A");

        await office.DrainAsync();
        await office.PassAsync(TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(5));

        system.Arrivals.Count.ShouldBe(1);
        (await office.StandingAsync()).ShouldBe(standing);
    }

    [Fact]
    public async Task Comes_once_from_two_hosts_on_one_database()
    {
        await using var office = await PostOffice.OpenAsync(postgres);
        await using var health = await office.ConnectAsync(District.Health);
        await using var town = await office.ConnectAsync(District.Town);
        foreach (var n in Enumerable.Range(0, 60))
        {
            await office.TellAsync(ToHealth, $"H{n % 10}", n);
            await office.TellAsync(ToTown, $"T{n % 10}", n);
        }

        using var other = office.NewWorker();
        await Task.WhenAll(Enumerable.Repeat(new[] { office.Worker, other }, 2).SelectMany(w => w).Select(async worker =>
        {
            // Whoever finds nothing may only find everything taken.
            while (await office.StandingAsync() != "delivered 120") await worker.WorkAsync(CancellationToken.None);
        }));

        foreach (var (system, cases) in new[] { (health, "H"), (town, "T") })
        {
            system.Arrivals.Count.ShouldBe(60);
            foreach (var n in Enumerable.Range(0, 10))
                system.EffectsOn($"{cases}{n}").ShouldBe(Enumerable.Range(0, 6).Select(i => $"case:{cases}{n}/{n + (10 * i)}/1"));
        }
    }
}
