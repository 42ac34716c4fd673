using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Boundaries;
using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Connections;
using OneSeal.Host.Database;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Demonstration;
using OneSeal.Host.Documents;
using OneSeal.Host.Feedback;
using OneSeal.Host.Health;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Live;
using OneSeal.Host.Localities;
using OneSeal.Host.LongWork;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Modules;
using OneSeal.Host.Oversight;
using OneSeal.Host.People;
using OneSeal.Host.Requests;
using OneSeal.Host.Seals;
using OneSeal.Host.Texts;
using OneSeal.Host.Web;
using OneSeal.Host.Worklist;

namespace OneSeal.Host;

/// <summary>The table of contents: what the host is made of, and what it answers.</summary>
internal static class HostProgram
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        var command = HostCommand.Parse(args);
        if (command.DescribesApi) return await DescribeApiAsync(command);
        await using var database = await DatabaseStartup.StartAsync(command.Configuration, command.StartupLog, CancellationToken.None);
        if (command.Task is { } task) return await task(database.DataSource);
        await using var app = Build(command, database.DataSource);
        var hasDemonstration = await FirstStart.RunAsync(app, command, database.DataSource, CancellationToken.None);
        Welcome.SayWhenListening(app, database.DataSource, hasDemonstration);
        await app.RunAsync();
        return 0;
    }

    /// <summary>The host on a database that is ready.</summary>
    public static WebApplication Build(HostCommand command, NpgsqlDataSource database, TimeProvider? time = null)
    {
        // The settings are watched for changes in the program's own folder, not in everything below the folder it was started from.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = command.Arguments, ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = Attachments.LargestSize + 1024);
        builder.Logging.AddHostLogging(builder.Configuration);
        AddParts(builder, database, time ?? TimeProvider.System);
        var app = builder.Build();
        app.UseRefusals();
        app.UseInterface();
        app.UseRouting();
        app.UsePages();
        app.UseAccess();
        app.UseLive();
        MapParts(app);
        return app;
    }

    /// <summary>The API as it would be served; the database it names is never asked.</summary>
    private static async Task<int> DescribeApiAsync(HostCommand command)
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=nowhere.invalid");
        await using var app = Build(command, nowhere);
        await ApiDescription.WriteAsync(app, Console.OpenStandardOutput(), CancellationToken.None);
        return 0;
    }

    private static void AddParts(WebApplicationBuilder builder, NpgsqlDataSource database, TimeProvider time)
    {
        DapperSetup.Apply();
        var services = builder.Services;
        services.AddSingleton(database).AddSingleton(time).AddHttpContextAccessor();
        services.AddRefusals();
        services.AddAccess();
        services.AddApiDescription();
        services.AddInterface();
        services.AddDocuments(builder.Configuration);
        services.AddSingleton<EventJournal>().AddSingleton<Workers>().AddSingleton(new HostStart(time.GetUtcNow())).AddSingleton<LocalityBook>().AddScoped<RequestRegion>().AddScoped<CommandEdge>();

        services.AddSingleton(builder.Configuration.GetSection("Modules").Get<ModuleOptions>() ?? new ModuleOptions());
        services.AddSingleton<IClaims, ModuleClaims>().AddSingleton<ModuleRegistry>().AddSingleton<ModuleCalls>().AddSingleton<ModuleKeeper>();
        services.AddSingleton<Pushing>().AddSingleton<CaseCommands>().AddSingleton<LicenceCommands>().AddScoped<CaseEdge>().AddSingleton<Attachments>();
        services.AddSingleton<GrantRequirements>().AddSingleton<FormAssessment>().AddSingleton<FileCase>().AddSingleton<CheckDraft>();
        services.AddSingleton<SubjectFinder>().AddSingleton<ReportFeedback>();
        services.AddSingleton<LicenceFinder>().AddSingleton<HeldLicences>().AddSingleton<RefusedAttempts>();
        services.AddSingleton<RequestCommands>().AddSingleton<SubmitRequest>().AddSingleton<DecideRequest>().AddScoped<RequestEdge>();
        services.AddSingleton<AddCalendar>().AddSingleton<DocumentFinder>().AddSingleton<ProgressQueue>();
        services.AddDeliveries().AddSystemConnections();
        services.AddLive();
        services.AddLongWork();

        services.AddHostedService(p => p.GetRequiredService<ModuleKeeper>());
        services.AddHostedService(p => p.GetRequiredService<DeliveryWorker>());
        services.AddSingleton<AcceptanceSweep>().AddHostedService(p => p.GetRequiredService<AcceptanceSweep>());
        services.AddSingleton<BoundaryBook>().AddScoped<BoundaryReader>();
        services.AddSingleton<SupportSweep>().AddHostedService(p => p.GetRequiredService<SupportSweep>());
        services.AddSingleton<DelaySweep>().AddHostedService(p => p.GetRequiredService<DelaySweep>());
        services.AddSingleton<LicenceSweep>().AddHostedService(p => p.GetRequiredService<LicenceSweep>());
        services.AddSingleton<CollectFeedback>().AddHostedService(p => p.GetRequiredService<CollectFeedback>());
        services.AddHostedService<AnswerSweep>().AddHostedService<RefusedSweep>();
    }

    private static void MapParts(WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").Anyone();
        app.MapHealth();
        app.MapShowSystem();
        app.MapAccess();
        app.MapChangeOwnPassword();

        app.MapListPeople();
        app.MapShowPerson();
        app.MapOpenPerson();
        app.MapAssignPost();
        app.MapLockPerson();
        app.MapUnlockPerson();
        app.MapResetPassword();
        app.MapKnownOrganisations();
        app.MapLive();

        app.MapShowModules();
        app.MapShowModule();
        app.MapEnableModule();
        app.MapDisableModule();
        app.MapReplaceModule();

        app.MapListItems();
        app.MapNameItems();
        app.MapShowItem();
        app.MapShowItemHistory();
        app.MapDrawFlowChart();
        app.MapShowHeld();
        app.MapAdjustItem();

        app.MapDraftTransferList();
        app.MapPublishTransferList();
        app.MapShowMemoranda();
        app.MapDraftMemorandum();
        app.MapSignMemorandum();
        app.MapSettleBoundary();
        app.MapHandOver();
        app.MapFileMemorandum();
        app.MapAmendMemorandum();
        app.MapEndMemorandum();

        app.MapShowBoundaries();

        app.MapSetRegime();
        app.MapSetLinkageTerms();
        AddCalendar.MapAddCalendar(app);
        app.MapExplainDeadline();

        app.MapRegisterSeal();
        app.MapPutSealInForce();
        app.MapLockSeal();
        app.MapShowSeals();

        Attachments.MapAttachments(app);
        app.MapDraftCase();
        CheckDraft.MapCheckDraft(app);
        FileCase.MapFileCase(app);
        app.MapAcceptCase();
        app.MapAskForSupplement();
        app.MapReceiveSupplement();
        app.MapDeclineCase();
        app.MapBeginProcedure();
        app.MapCompleteStep();
        app.MapExtendCase();
        app.MapDecideCase();
        app.MapPreviewDecision();
        app.MapPreviewSeal();
        app.MapSealDocument();
        app.MapIssueLicence();
        app.MapDeliverResult();
        app.MapArchiveCase();
        app.MapWithdrawCase();
        app.MapTerminateCase();
        app.MapAddRecipient();
        app.MapReceipt();
        app.MapShowCase();
        app.MapListCases();
        SubmitRequest.MapSubmitRequest(app);
        app.MapAskForEvidence();
        app.MapSupplyEvidence();
        app.MapVerifyRequest();
        app.MapTellHolder();
        app.MapCallHearing();
        app.MapHearHolder();
        DecideRequest.MapDecideRequest(app);
        app.MapSealRequestDocument();
        app.MapTakeBackRequest();
        app.MapListRequests();
        app.MapShowRequest();

        app.MapListTasks();
        app.MapCountTasks();
        app.MapListPushes();
        app.MapShowPush();
        app.MapClaimPush();
        app.MapListWarnings();
        app.MapListDelays();
        app.MapShowDelay();
        app.MapListDue();
        ReportFeedback.MapReportFeedback(app);
        app.MapCorrectFeedback();
        app.MapRetractFeedback();
        app.MapCloseFinding();
        app.MapSettleNorm();
        app.MapShowFeedback();
        app.MapListFeedback();
        app.MapListNorms();
        app.MapShowFeedbackOfCase();
        app.MapShowFeedbackOfHolder();
        app.MapDeliveries();
        app.MapSystemConnections();

        app.MapListLicences();
        app.MapShowLicence();
        app.MapShowHolder();
        app.MapListRefused();

        app.MapShowDocument();
        app.MapVerify();
        app.MapListDecisions();
        app.MapShowProgress();
        app.MapShowDistrict();
        app.MapLongWork();
    }
}
