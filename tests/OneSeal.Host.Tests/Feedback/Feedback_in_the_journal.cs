using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Feedback;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Localities;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Feedback;

[Collection(PostgresFixture.Collection)]
public sealed class Feedback_in_the_journal(PostgresFixture postgres)
{
    private static readonly FeedbackAbout Holder = new(SubjectKind.Holder, ACase.Applicant.Identifier, "锦源某宾馆");

    [Fact]
    public async Task Of_twenty_at_once_under_one_external_id_one_is_kept()
    {
        await using var desk = await OpenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync(() => desk.ReportAsync(AFeedback.Penalty(), "penalty-3"))));

        answers.Where(a => a.Refused is not null).ShouldAllBe(a => a.Refused!.Code == "version-conflict");
        var id = answers.Select(a => a.Answer?.Id).OfType<string>().Distinct().ShouldHaveSingleItem();
        (await desk.ReportAsync(AFeedback.Penalty(), "penalty-3")).Id.ShouldBe(id);
        (await desk.Bureau.CountAsync("feedback")).ShouldBe(1);
        (await desk.Bureau.CountAsync("events")).ShouldBe(2);
    }

    [Fact]
    public async Task An_external_id_stands_for_one_thing_of_one_organisation()
    {
        await using var desk = await OpenAsync();
        var first = await desk.ReportAsync(AFeedback.Penalty(), "penalty-3");

        (await Should.ThrowAsync<Refusal>(() => desk.ReportAsync(AFeedback.Penalty(amount: 3000), "penalty-3"))).Code.ShouldBe("external-id-reused");
        (await Should.ThrowAsync<Refusal>(() => desk.ReportAsync(AFeedback.Penalty(), " "))).Code.ShouldBe("external-id-malformed");
        (await desk.ReportAsync(AFeedback.Penalty(), "penalty-3", District.Town)).Id.ShouldNotBe(first.Id);
        // Without one, the same again is another.
        (await desk.ReportAsync(AFeedback.Penalty())).Id.ShouldBe("2026000001");
        (await desk.ReportAsync(AFeedback.Penalty())).Id.ShouldBe("2026000002");
    }

    [Fact]
    public async Task The_rows_are_made_anew_from_the_events()
    {
        await using var desk = await OpenAsync();
        await desk.ReportAsync(AFeedback.Penalty());
        var late = await desk.ReportAsync(AFeedback.Finding(on: "2026-03-02"));
        (late.Late, late.State).ShouldBe((true, FeedbackState.Open));
        await desk.AppendAsync("norm", [.. AFeedback.Reporting(AFeedback.Norm(), AFeedback.Item)]);
        await desk.AppendAsync("closed", [.. AFeedback.Reporting(AFeedback.Finding(), AFeedback.Licence)]);
        await desk.AppendAsync("closed", new FeedbackEvent.FindingClosed(true, "已设置", District.Day("2026-03-04")));
        await desk.AppendAsync("retracted", [.. AFeedback.Reporting(AFeedback.Credit(good: false), AFeedback.Holder)]);
        await desk.AppendAsync("retracted", new FeedbackEvent.Retracted("误报"));

        string[] tables = ["snapshots", "feedback", "tasks", "delays"];
        var before = await desk.Bureau.DumpAsync(tables);
        before.ShouldContain("rectification");
        before.ShouldContain("report");
        before.ShouldContain("norm");
        await desk.Bureau.ExecuteAsync("update oneseal.feedback set state = 'Reported', adverse = true; delete from oneseal.tasks; delete from oneseal.delays");
        await JournalRebuild.RunAsync(desk.Bureau.Database, StreamKinds.All, CancellationToken.None);

        (await desk.Bureau.DumpAsync(tables)).ShouldBe(before);
    }

    [Fact]
    public async Task Who_got_a_licence_by_fraud_stays_cautioned_when_it_is_off_the_register()
    {
        await using var desk = await OpenAsync();
        var act = new LicenceAct("提交虚假材料", "行政许可法第六十九条", null, "锦审撤〔2026〕1号");
        await HappensAsync("by-fraud", new LicenceEvent.Revoked(act, ByFraud: true), new LicenceEvent.Cancelled(act));
        await HappensAsync("ended", new LicenceEvent.Cancelled(act));

        (await Cautions.OfAsync(
            desk.Bureau.Database, desk.Bureau.Journal, District.Region, ACase.Applicant.Identifier, District.Day("2026-03-05"), CancellationToken.None))
            .ShouldHaveSingleItem().Licence.ShouldBe("by-fraud");

        Task<string> HappensAsync(string id, params LicenceEvent[] events) => desk.Bureau.Journal.ExecuteAsync(
            District.Context("2026-03-04", By.System),
            async work =>
            {
                work.Append(
                    await work.LoadAsync(Licence.Kind, id, CancellationToken.None),
                    [
                        new LicenceEvent.Issued(
                            "卫生许可证", "锦源某宾馆", ACase.Applicant.Identifier, AnItem.Code, "公共场所卫生许可", ACase.Id, District.Bureau,
                            District.Day("2026-03-02"), null),
                        .. events,
                    ]);
                return "";
            },
            CancellationToken.None);
    }

    private static async Task<(FeedbackAnswer? Answer, Refusal? Refused)> TryAsync(Func<Task<FeedbackAnswer>> report)
    {
        try
        {
            return (await report(), null);
        }
        catch (Refusal refused)
        {
            return (null, refused);
        }
    }

    private async Task<Desk> OpenAsync()
    {
        var bureau = new Bureau(await postgres.CreateDatabaseAsync(), District.Region);
        await EstablishLocality.RunAsync(
            bureau.Journal, new LocalityEvent.Established(District.Region, "锦源区", District.Bureau, "锦", "锦源区人民政府", "锦源区人民法院"),
            District.At("2026-01-05"), CancellationToken.None);
        return new Desk(bureau);
    }

    /// <summary>A department's desk, on Wednesday 2026-03-04.</summary>
    private sealed class Desk(Bureau bureau) : IAsyncDisposable
    {
        private readonly ReportFeedback _report = new(
            bureau.Journal, bureau.Database, new LocalityBook(bureau.Journal, TimeProvider.System), new SubjectFinder(bureau.Database),
            new Attachments(bureau.Database, TimeProvider.System));

        public Bureau Bureau => bureau;

        public Task<FeedbackAnswer> ReportAsync(FeedbackContent content, string? externalId = null, Organisation? of = null) =>
            bureau.Journal.ExecuteAsync(
                District.Context("2026-03-04", By.Officer(of: of)),
                work => _report.RunAsync(work, new(Holder, content, null, externalId), CancellationToken.None),
                CancellationToken.None);

        public Task<string> AppendAsync(string id, params FeedbackEvent[] events) => bureau.Journal.ExecuteAsync(
            District.Context("2026-03-04", By.Officer()),
            async work =>
            {
                work.Append(await work.LoadAsync(FeedbackRecord.Kind, id, CancellationToken.None), events);
                return "";
            },
            CancellationToken.None);

        public ValueTask DisposeAsync() => bureau.DisposeAsync();
    }
}
