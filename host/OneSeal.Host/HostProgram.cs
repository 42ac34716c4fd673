using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Connections;
using OneSeal.Host.Database;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Demonstration;
using OneSeal.Host.Documents;
using OneSeal.Host.Health;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Modules;
using OneSeal.Host.Seals;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;

namespace OneSeal.Host;

/// <summary>The table of contents: what the host is made of, and what it answers.</summary>
internal static class HostProgram
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        var command = HostCommand.Parse(args);
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
        app.UseAccess();
        MapParts(app);
        return app;
    }

    private static void AddParts(WebApplicationBuilder builder, NpgsqlDataSource database, TimeProvider time)
    {
        DapperSetup.Apply();
        var services = builder.Services;
        services.AddSingleton(database).AddSingleton(time).AddHttpContextAccessor();
        services.AddRefusals();
        services.AddAccess();
        services.AddApiDescription();
        services.AddDocuments(builder.Configuration);
        services.AddSingleton<EventJournal>().AddSingleton<LocalityBook>().AddScoped<RequestRegion>().AddScoped<CommandEdge>();

        services.AddSingleton(builder.Configuration.GetSection("Modules").Get<ModuleOptions>() ?? new ModuleOptions());
        services.AddSingleton<ModuleRegistry>().AddSingleton<ModuleCalls>().AddSingleton<ModuleKeeper>();
        services.AddSingleton<Pushing>().AddSingleton<CaseCommands>().AddSingleton<LicenceCommands>().AddScoped<CaseEdge>().AddSingleton<Attachments>();
        services.AddSingleton<FormAssessment>().AddSingleton<FileCase>();
        services.AddSingleton<AddCalendar>().AddSingleton<DocumentFinder>();
        services.AddDeliveries().AddSystemConnections();

        services.AddHostedService(p => p.GetRequiredService<ModuleKeeper>());
        services.AddHostedService(p => p.GetRequiredService<DeliveryWorker>());
        services.AddSingleton<AcceptanceSweep>().AddHostedService(p => p.GetRequiredService<AcceptanceSweep>());
        services.AddHostedService<AnswerSweep>();
    }

    private static void MapParts(WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").Anyone();
        app.MapHealth();
        app.MapAccess();

        app.MapShowModules();
        app.MapEnableModule();
        app.MapDisableModule();
        app.MapReplaceModule();

        app.MapListItems();
        app.MapShowItem();
        app.MapDrawFlowChart();
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

        app.MapSetRegime();
        AddCalendar.MapAddCalendar(app);
        app.MapExplainDeadline();

        app.MapRegisterSeal();
        app.MapPutSealInForce();
        app.MapLockSeal();
        app.MapShowSeals();

        Attachments.MapAttachments(app);
        app.MapDraftCase();
        FileCase.MapFileCase(app);
        app.MapAcceptCase();
        app.MapAskForSupplement();
        app.MapReceiveSupplement();
        app.MapDeclineCase();
        app.MapBeginProcedure();
        app.MapCompleteStep();
        app.MapExtendCase();
        app.MapDecideCase();
        app.MapSealDocument();
        app.MapIssueLicence();
        app.MapDeliverResult();
        app.MapArchiveCase();
        app.MapWithdrawCase();
        app.MapTerminateCase();
        app.MapShowCase();
        app.MapListCases();
        app.MapListTasks();
        app.MapListPushes();
        app.MapListDue();
        app.MapDeliveries();
        app.MapSystemConnections();

        app.MapShowDocument();
        app.MapVerifyDocument();
        app.MapCheckJournal();
    }
}
