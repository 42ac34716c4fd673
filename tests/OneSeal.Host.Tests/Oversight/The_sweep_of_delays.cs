using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Oversight;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Journal;
using OneSeal.Host.Tests.Linkage;
using OneSeal.Host.Tests.Modules;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Oversight;

[Collection(PostgresFixture.Collection)]
public sealed class The_sweep_of_delays(PostgresFixture postgres)
{
    private static readonly string[] Tables = ["snapshots", "cases", "documents", "pushes", "pushed_documents", "tasks", "delays"];

    [Fact]
    public async Task Records_each_delay_once_on_what_it_is_about_however_many_look()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var journal = new EventJournal(database);
        await EstablishAsync(journal);
        await FileAsync(journal);
        for (var i = 0; i < 20; i++) await PushAsync(journal, $"p-{i}", "2026-03-05");
        await PushAsync(journal, "not-late", "2026-03-09");

        // Monday 2026-03-09 is the last day of all of them.
        (await Sweep(database, "2026-03-09").RunAsync(CancellationToken.None)).ShouldBe(0);
        var counts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Sweep(database, "2026-03-10").RunAsync(CancellationToken.None)));

        counts.Sum().ShouldBe(21);
        (await Sweep(database, "2026-03-10").RunAsync(CancellationToken.None)).ShouldBe(0);
        (await CountAsync(database, "select count(*) from oneseal.events where type = 'push-delayed'")).ShouldBe(20);
        (await CountAsync(database, "select count(*) from oneseal.events where type = 'case-delayed' and stream = 'case:2026000123'")).ShouldBe(1);
        (await CountAsync(database, "select count(*) from oneseal.delays where done_on is null")).ShouldBe(21);
    }

    [Fact]
    public async Task What_is_done_late_is_settled_and_stays_and_the_rows_follow_from_the_events()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var journal = new EventJournal(database);
        await EstablishAsync(journal);
        await FileAsync(journal);
        await PushAsync(journal, "p-1", "2026-03-05");
        await PushAsync(journal, "p-2", "2026-03-05");
        await Sweep(database, "2026-03-10").RunAsync(CancellationToken.None);

        await journal.ExecuteAsync(
            District.Context("2026-03-11", By.Officer()),
            work => ClaimPush.RunAsync(work, "p-1", new("监督一科", null, District.Day("2026-03-12")), CancellationToken.None),
            CancellationToken.None);
        // The inspection that was planned is late as well.
        (await Sweep(database, "2026-03-13").RunAsync(CancellationToken.None)).ShouldBe(1);

        (await CountAsync(database, "select count(*) from oneseal.delays where stream = 'push:p-1' and key = 'claim' and done_on = '2026-03-11'")).ShouldBe(1);
        (await CountAsync(database, "select count(*) from oneseal.delays where stream = 'push:p-1' and key = 'inspect' and done_on is null")).ShouldBe(1);
        (await CountAsync(database, "select count(*) from oneseal.pushes where state = 'Claimed' and office = '监督一科' and claimed_by = '己'")).ShouldBe(1);
        var bureau = new Bureau(database);
        var before = await bureau.DumpAsync(Tables);
        await JournalRebuild.RunAsync(database, StreamKinds.All, CancellationToken.None);
        (await bureau.DumpAsync(Tables)).ShouldBe(before);
    }

    private static DelaySweep Sweep(NpgsqlDataSource database, string on)
    {
        var time = new ManualTime();
        time.Advance(District.At(on) - time.GetUtcNow());
        return new DelaySweep(database, new EventJournal(database), time, NullLogger<DelaySweep>.Instance);
    }

    private static Task EstablishAsync(EventJournal journal) => EstablishLocality.RunAsync(
        journal, new LocalityEvent.Established(District.Region, "锦源区", District.Bureau, "锦", "锦源区人民政府", "锦源区人民法院"), District.At("2026-01-05"),
        CancellationToken.None);

    /// <summary>A case that was filed on 2026-03-02 and not answered by 2026-03-09.</summary>
    private static async Task FileAsync(EventJournal journal) => await AppendAsync(
        journal, Host.Cases.Case.Kind, ACase.Id, "2026-03-02", [.. ACase.Drafted().Happened, .. ACase.Filed().Happened]);

    private static async Task PushAsync(EventJournal journal, string id, string on) => await AppendAsync(
        journal, Push.Kind, id, on, [APush.Of(ACase.In(CaseStage.Issued), SupervisionTopic.Issued, on: on)[0]]);

    private static Task<TState> AppendAsync<TState, TEvent>(
        EventJournal journal, StreamKind<TState, TEvent> kind, string id, string on, IReadOnlyList<TEvent> events) where TState : class where TEvent : class =>
        journal.ExecuteAsync(
            District.Context(on, By.Window()),
            work => Task.FromResult(work.Append(work.Begin(kind, id), events).State),
            CancellationToken.None);

    private static async Task<long> CountAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
