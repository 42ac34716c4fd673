using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Modules;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Cases;

/// <summary>On 2026-03-02, the day on which the clock here stands, a survey of two working days is opened.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class The_sweep_of_silence(PostgresFixture postgres)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Lets_a_case_go_on_the_day_after_the_limit_once_and_only_where_it_is_agreed()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (journal, time) = (new EventJournal(database), new ManualTime());
        var locality = new LocalityEvent.Established(
            District.Region, "锦源区", District.Bureau, "锦", "锦源区人民政府", "锦源区人民法院");
        await EstablishLocality.RunAsync(journal, locality, time.GetUtcNow(), Never);
        await FileAsync(journal, "2026000001", IfSilent.ProceedWithout);
        await FileAsync(journal, "2026000002", IfSilent.Wait);
        var book = new LocalityBook(journal, time);
        var pushing = new Pushing(book);
        var cases = new CaseCommands(journal, book, pushing, new LicenceCommands(pushing));
        using var sweep = new SupportSweep(database, cases, time, NullLogger<SupportSweep>.Instance);

        time.Advance(TimeSpan.FromDays(2));
        (await sweep.RunAsync(Never)).ShouldBe(0);
        time.Advance(TimeSpan.FromDays(1));
        (await sweep.RunAsync(Never)).ShouldBe(1);
        (await sweep.RunAsync(Never)).ShouldBe(0);

        var (passed, waiting) = (await LoadAsync("2026000001"), await LoadAsync("2026000002"));
        passed.Step("survey").PassedOver.ShouldNotBeNull();
        waiting.Step("survey").CompletedOn.ShouldBeNull();

        async Task<Host.Cases.Case> LoadAsync(string id) => (await journal.LoadAsync(Host.Cases.Case.Kind, Host.Cases.Case.Kind.Stream(District.Region, id), Never)).State;
    }

    private static async Task FileAsync(EventJournal journal, string id, IfSilent ifSilent)
    {
        var survey = ReviewStep.ByDepartment("survey", "现场勘验");
        var support = new AgreedSupport("《备忘录》（m-1）", [new("survey", District.Health, null, Limit.WorkingDays(2), ifSilent)]);
        var drafted = ACase.Drafted(AnItem.Registered(e => e.Steps(survey)).HandedOver());
        var filed = drafted.File(support: support);
        var numbered = ((CaseEvent.Filed)filed.Happened.Single()) with { Number = id };
        await journal.ExecuteAsync(
            District.Context("2026-03-02", By.Window()),
            async work => CaseAnswer.Of(work.Append(
                await work.LoadAsync(Host.Cases.Case.Kind, id, Never), [.. drafted.Happened, numbered, .. filed.Accept().Happened])),
            Never);
    }
}
