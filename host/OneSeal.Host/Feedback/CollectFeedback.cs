using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Modules;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Feedback;

/// <summary>
/// 归集监管反馈: asks the modules, each in its time, for what their departments' systems have to report. A page and the place where it goes on
/// are stored one after the other: a host that dies in between asks for the page again and finds every item reported.
/// </summary>
/// <remarks>Of several hosts one asks: whoever takes the source's row, until the next time.</remarks>
internal sealed class CollectFeedback(
    NpgsqlDataSource database, EventJournal journal, ModuleRegistry modules, ModuleCalls calls, ReportFeedback report, TimeProvider time,
    ILogger<CollectFeedback> log, Workers? workers = null) : BackgroundService
{
    /// <summary>A source that never comes to an end must not keep the others waiting.</summary>
    private const int MostPages = 50;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>Asks every source whose time has come.</summary>
    /// <returns>How many items were reported.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var reported = 0;
        foreach (var module in modules.States.Where(s => s.Status == ModuleStatus.Enabled))
        {
            try
            {
                foreach (var (source, every) in calls.SourcesOf(module.Id))
                    reported += await CollectAsync(module, source, every, cancellationToken);
            }
            catch (Refusal e)
            {
                log.LogInformation("Nothing is collected from {Module} at the moment: {Reason}", module.Id, e.Message);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                log.LogError(e, "Collecting from {Module} failed; it is tried again in its time.", module.Id);
            }
        }

        return reported;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Sweeping.EveryAsync(BetweenLooks, RunAsync, time, log, stoppingToken, workers?.Of("feedback"));

    private async Task<int> CollectAsync(ModuleState module, string source, TimeSpan every, CancellationToken cancellationToken)
    {
        var place = new Place(module.Department!.Region.Value, module.Id, source);
        if (!await TakeAsync(place, every, cancellationToken)) return 0;
        var cursor = await CursorAsync(place, cancellationToken);
        var reported = 0;
        for (var pages = 0; pages < MostPages; pages++)
        {
            FeedbackPage page;
            try
            {
                page = await calls.CollectAsync(module.Id, source, cursor, cancellationToken);
            }
            catch (ModuleFault)
            {
                // It shows in the module's status; the page is asked for again when the source's time comes.
                return reported;
            }

            foreach (var item in page.Items) reported += await ReportAsync(module, item, cancellationToken) ? 1 : 0;
            if (page.Cursor is { } next && next != cursor) await KeepAsync(place, cursor = next, cancellationToken);
            else return reported;
            if (page.Items.Count == 0) return reported;
        }

        return reported;
    }

    /// <summary>One item that cannot be taken — a licence nobody knows, say — is left out, and holds up none of the others.</summary>
    private async Task<bool> ReportAsync(ModuleState module, SupervisionFeedback item, CancellationToken cancellationToken)
    {
        var department = new Organisation(module.Department!.Name, module.Department.Code.Value);
        var region = module.Department.Region.Value;
        var actor = ModuleActor.Of(module.Id, department, region);
        try
        {
            var request = CollectedFeedback.Of(item, department.Name, await HolderNameAsync(region, item.Holder, cancellationToken));
            await journal.ExecuteOnLatestAsync(
                () => new CommandContext(actor, time.GetUtcNow()), work => report.RunAsync(work, request, cancellationToken), cancellationToken);
            return true;
        }
        catch (Refusal e) when (e.Code != "version-conflict")
        {
            log.LogWarning("Feedback {Id} of {Module} was not taken: {Reason}", item.Id, module.Id, e.Message);
            return false;
        }
    }

    private async Task<string?> HolderNameAsync(string region, string? number, CancellationToken cancellationToken)
    {
        if (number is null) return null;
        await using var command = database.CreateCommand(
            """
            select holder from (
              (select holder, 1 as rank from oneseal.licences where region = $1 and holder_id = $2 limit 1)
              union all (select applicant, 2 from oneseal.cases where region = $1 and applicant_id = $2 order by id desc limit 1)) known
            order by rank limit 1
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number });
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    private async Task<bool> TakeAsync(Place place, TimeSpan every, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var take = JournalSql.Statement(
            """
            insert into oneseal.feedback_sources as s (region, module, source, next_at) values ($1, $2, $3, $4)
            on conflict (region, module, source) do update set next_at = excluded.next_at where s.next_at <= $5
            """,
            place.Region, place.Module, place.Source, now + every, now);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(take);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return take.RecordsAffected == 1;
    }

    private async Task<string?> CursorAsync(Place place, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select cursor from oneseal.feedback_sources where region = $1 and module = $2 and source = $3");
        foreach (var text in new[] { place.Region, place.Module, place.Source })
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    private async Task KeepAsync(Place place, string cursor, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(JournalSql.Statement(
            "update oneseal.feedback_sources set cursor = $4 where region = $1 and module = $2 and source = $3",
            place.Region, place.Module, place.Source, cursor));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Place(string Region, string Module, string Source);
}

/// <summary>What a module collected, as a department reports it.</summary>
internal static class CollectedFeedback
{
    /// <param name="item">The item.</param>
    /// <param name="department">Whose module collected it.</param>
    /// <param name="holder">What the holder is called, where his number is known here.</param>
    public static ReportFeedback.Request Of(SupervisionFeedback item, string department, string? holder) =>
        new(AboutOf(item, holder), ContentOf(item, department), null, item.Id);

    // The licence says most: from it follow holder and item.
    private static FeedbackAbout AboutOf(SupervisionFeedback item, string? holder) => item switch
    {
        { Kind: Sdk.FeedbackKind.NormChange, Item: { } code } => new FeedbackAbout(SubjectKind.Item, code.Value, null),
        { Licence: { } licence } => new FeedbackAbout(SubjectKind.Licence, licence, null),
        { Holder: { } number } => new FeedbackAbout(SubjectKind.Holder, number, holder ?? Text.Of("feedback.holder-unnamed")),
        _ => throw new Refusal("feedback-about-nothing", ("id", item.Id)),
    };

    private static FeedbackContent ContentOf(SupervisionFeedback item, string department) => item.Kind switch
    {
        Sdk.FeedbackKind.Inspection => new FeedbackContent.Inspection(
            item.On, item.Passed!.Value, item.Findings.Count == 0 ? item.Title : string.Join('；', item.Findings), item.Inspectors),
        Sdk.FeedbackKind.Finding => new FeedbackContent.Finding(item.On, item.Text!, item.RectifyBy!.Value),
        Sdk.FeedbackKind.Penalty => new FeedbackContent.Penalty(item.On, item.Document!, item.Article!, item.PenaltyKind!, item.Amount),
        Sdk.FeedbackKind.Credit => new FeedbackContent.Credit(item.IsGood!.Value, item.Level!, department, item.From!.Value, item.Until),
        Sdk.FeedbackKind.NormChange => new FeedbackContent.NormChange(item.On, item.Document!, item.Text!, item.From!.Value),
        _ => throw new Refusal("feedback-kind-new", ("id", item.Id)),
    };
}
