using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OneSeal.Sdk.Testing;

/// <summary>
/// A module as the host would hold it, without host or database: configured, with its own services, a clock that stands still and a log
/// that can be read.
/// </summary>
/// <example>
/// <code>
/// using var harness = ModuleHarness.For&lt;HousingModule&gt;();
/// harness.Given("建筑工程施工许可证核发", form)
///     .ThenTheLimitIs(Limit.CalendarDays(7), promised: Limit.WorkingDays(3))
///     .ThenTheMaterialsAre("application", "land-approval");
/// </code>
/// </example>
public sealed class ModuleHarness : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly StandingClock _clock = new();
    private readonly ReadableLog _log = new();

    private ModuleHarness(ModuleDefinition module, ModuleSettings settings, Action<IServiceCollection>? replace)
    {
        Module = module;
        var services = new ServiceCollection();
        foreach (var service in module.Services) ((ICollection<ServiceDescriptor>)services).Add(service);
        replace?.Invoke(services);
        services.AddSingleton(settings);
        services.AddSingleton<ISupervisionDesk>(Desk);
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<ILoggerFactory>(_log);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    /// <summary>All that the module registered.</summary>
    public ModuleDefinition Module { get; }

    /// <summary>What the module's clock says; set it to move time. It begins at 2026-03-02 09:00 +08:00, a Monday.</summary>
    public DateTimeOffset Now
    {
        get => _clock.Now;
        set => _clock.Now = value;
    }

    /// <summary>What the module logged, in order, a message each.</summary>
    public IReadOnlyList<string> Log => _log.Messages;

    /// <summary>What the module did at the supervision desk, and what it finds there.</summary>
    public RecordingDesk Desk { get; } = new();

    /// <summary>Configures a module and makes its services.</summary>
    /// <typeparam name="TModule">The module's entry.</typeparam>
    /// <param name="settings">What the installation sets for it; null for nothing.</param>
    /// <param name="replace">Registers services again, such as an <see cref="HttpClient"/> that goes nowhere; null to leave them.</param>
    /// <exception cref="ModuleDefinitionException">Something it registers is not sound.</exception>
    public static ModuleHarness For<TModule>(
        IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? replace = null)
        where TModule : IDepartmentModule, new()
    {
        var set = settings is null ? ModuleSettings.None : new ModuleSettings(settings);
        return new(ModuleDefinition.Of(new TModule(), set), set, replace);
    }

    /// <summary>An item of the module.</summary>
    /// <param name="nameOrCode">事项名称, 实施编码 or 基本编码.</param>
    /// <exception cref="ExpectationException">The module has no such item.</exception>
    public RegisteredItem Item(string nameOrCode) =>
        Module.Items.FirstOrDefault(i => i.Definition.Name == nameOrCode || i.Code.Value == nameOrCode || i.Code.BasicCode == nameOrCode)
        ?? throw new ExpectationException(
            $"{Module.Department.Name} has no item '{nameOrCode}'; it has {string.Join("、", Module.Items.Select(i => i.Definition.Name))}.");

    /// <summary>Given: an application for an item, its form filled in as the item's record.</summary>
    /// <param name="item">事项名称, 实施编码 or 基本编码.</param>
    /// <param name="form">The item's record; it goes through JSON as it would from the interface.</param>
    /// <exception cref="ExpectationException">The module has no such item.</exception>
    public FilledApplication Given(string item, object form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new(this, Item(item), JsonSerializer.SerializeToElement(form, form.GetType(), FormJson));
    }

    /// <summary>Given: an application for an item, its form as JSON, so that it can also be wrong.</summary>
    /// <param name="item">事项名称, 实施编码 or 基本编码.</param>
    /// <param name="json">The form.</param>
    /// <exception cref="ExpectationException">The module has no such item, or the text is not JSON.</exception>
    public FilledApplication GivenJson(string item, string json)
    {
        try
        {
            return new(this, Item(item), JsonDocument.Parse(json).RootElement);
        }
        catch (JsonException e)
        {
            throw new ExpectationException($"The form given for '{item}' is not JSON: {e.Message}");
        }
    }

    /// <summary>
    /// When: the department is told of a case. Every hook of the module that observes the topic is run, each in its own scope.
    /// </summary>
    /// <param name="topic">What happened; it happened <see cref="Now"/>.</param>
    /// <param name="item">事项名称, 实施编码 or 基本编码.</param>
    /// <param name="caseNumber">办件编号.</param>
    /// <param name="content">The notice's content, serialised as an object; null for an empty one.</param>
    /// <param name="id">The notice's id; give the same again to deliver one notice twice.</param>
    /// <param name="pushId">The push to be claimed; null as if the department had decided itself.</param>
    /// <exception cref="ExpectationException">The module has no such item, or no hook observes the topic.</exception>
    public async Task WhenNotifiedAsync(
        SupervisionTopic topic, string item, string caseNumber = "办件-1", object? content = null, string id = "notice-1", string? pushId = null)
    {
        var hooks = Module.Observers.Where(o => o.Topics.Contains(topic)).Select(o => o.Hook).ToArray();
        if (hooks.Length == 0) throw new ExpectationException($"No hook of {Module.Department.Name} observes {topic}.");
        var notice = new SupervisionNotice
        {
            Id = id,
            Topic = topic,
            CaseNumber = caseNumber,
            Item = Item(item).Code,
            At = Now,
            Content = JsonSerializer.SerializeToElement(content ?? new { }, FormJson),
            PushId = pushId,
        };
        foreach (var type in hooks)
        {
            await using var scope = _services.CreateAsyncScope();
            await Make<ISupervisionHook>(scope, type).OnNoticeAsync(notice, CancellationToken.None);
        }
    }

    /// <summary>When: the host collects feedback. One page is asked for, in a scope of its own.</summary>
    /// <typeparam name="TSource">The source.</typeparam>
    /// <param name="cursor">Where the last page said to go on; null at the very beginning.</param>
    /// <exception cref="ExpectationException">The module does not collect from it.</exception>
    public async Task<FeedbackPage> WhenCollectedAsync<TSource>(string? cursor = null) where TSource : IFeedbackSource
    {
        if (!Module.FeedbackSources.ContainsKey(typeof(TSource)))
            throw new ExpectationException($"{Module.Department.Name} collects nothing from {typeof(TSource).Name}.");
        await using var scope = _services.CreateAsyncScope();
        return await Make<IFeedbackSource>(scope, typeof(TSource)).CollectAsync(cursor, CancellationToken.None);
    }

    /// <summary>A service of the module, to look at what a step or a hook left there.</summary>
    /// <typeparam name="TService">The service; registered as a singleton.</typeparam>
    public TService Service<TService>() where TService : notnull => _services.GetRequiredService<TService>();

    /// <inheritdoc />
    public void Dispose() => _services.Dispose();

    internal async Task<StepOutcome> Run(Type automation, StepContext step)
    {
        await using var scope = _services.CreateAsyncScope();
        return await Make<IAutomaticStep>(scope, automation).RunAsync(step, CancellationToken.None);
    }

    internal async Task<RequirementAnswer> Check(Type requirement, RequirementContext context)
    {
        await using var scope = _services.CreateAsyncScope();
        return await Make<IGrantRequirement>(scope, requirement).CheckAsync(context, CancellationToken.None);
    }

    // As the host: made anew for each run, in a scope of the module's own container.
    private static TCode Make<TCode>(AsyncServiceScope scope, Type type)
    {
        try
        {
            return (TCode)ActivatorUtilities.CreateInstance(scope.ServiceProvider, type);
        }
        catch (InvalidOperationException e)
        {
            throw new ExpectationException($"{type.Name} cannot be made: {e.Message} Does Configure register what it asks for?");
        }
    }

    /// <summary>Forms as the interface would send them.</summary>
    private static JsonSerializerOptions FormJson { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private sealed class StandingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

        public override TimeZoneInfo LocalTimeZone { get; } =
            TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China");

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }

    private sealed class ReadableLog : ILoggerFactory, ILogger
    {
        private readonly List<string> _messages = [];

        public IReadOnlyList<string> Messages => _messages;

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _messages.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
