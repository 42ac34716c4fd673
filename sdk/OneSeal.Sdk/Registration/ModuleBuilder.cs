using Microsoft.Extensions.DependencyInjection;

namespace OneSeal.Sdk;

/// <summary>What a module registers with. Everything is checked when it is given; after <c>Configure</c> nothing more is taken.</summary>
public sealed class ModuleBuilder
{
    private readonly List<RegisteredItem> _items = [];
    private readonly List<SupervisionObserver> _observers = [];
    private readonly List<GrantRequirement> _requirements = [];
    private readonly Dictionary<Type, TimeSpan> _sources = [];
    private readonly ServiceCollection _services = new();
    private DepartmentIdentity? _department;
    private bool _frozen;

    internal ModuleBuilder(ModuleSettings settings) => Settings = settings;

    /// <summary>
    /// What the installation sets for this module; so that what it is not connected to is not registered at all. The same can be asked for
    /// by any code of the module.
    /// </summary>
    public ModuleSettings Settings { get; }

    /// <summary>
    /// Services for the module's own scope. They are made in a container of the module, which also knows the host's loggers and
    /// <see cref="TimeProvider"/>, the <see cref="ISupervisionDesk"/> and the <see cref="ModuleSettings"/>, and end with the module.
    /// </summary>
    /// <exception cref="InvalidOperationException">Registration is over.</exception>
    public IServiceCollection Services
    {
        get
        {
            Open();
            return _services;
        }
    }

    /// <summary>Says which department this is; first, and once.</summary>
    /// <param name="department">The department.</param>
    /// <exception cref="ModuleDefinitionException">A part is empty.</exception>
    /// <exception cref="InvalidOperationException">The department was named before, or registration is over.</exception>
    public void Department(DepartmentIdentity department)
    {
        Open();
        ArgumentNullException.ThrowIfNull(department);
        if (_department is not null) throw new InvalidOperationException("The department is named once.");
        if (string.IsNullOrWhiteSpace(department.Name) || department.Code.Value.Length == 0 || department.Region.Value.Length == 0)
            throw new ModuleDefinitionException("Department", ["It needs a name, a social credit code and a region."]);
        _department = department;
    }

    /// <summary>Registers an item.</summary>
    /// <typeparam name="TForm">The item's form.</typeparam>
    /// <param name="item">The item.</param>
    /// <exception cref="ModuleDefinitionException">
    /// The item is not sound, or its code was registered before; all problems are named.
    /// </exception>
    /// <exception cref="InvalidOperationException">The department was not named first, or registration is over.</exception>
    public void AddItem<TForm>(ItemDefinition<TForm> item) where TForm : class
    {
        Open();
        ArgumentNullException.ThrowIfNull(item);
        var department = _department ?? throw new InvalidOperationException("Name the department before its items.");
        var registered = ItemRules.Register(department, item);
        if (_items.Any(i => i.Code == registered.Code))
            throw new ModuleDefinitionException(item.Name, [$"The code {registered.Code} is registered twice."]);
        _items.Add(registered);
    }

    /// <summary>
    /// Has the module's code told of cases, after the fact: it observes, and can neither block nor undo what it is told of.
    /// </summary>
    /// <typeparam name="THook">The code; made anew for each notice in the module's own scope.</typeparam>
    /// <param name="topics">What it is told of; at least one.</param>
    /// <exception cref="ArgumentException">No topic is named.</exception>
    /// <exception cref="InvalidOperationException">Registration is over.</exception>
    public void ObserveSupervision<THook>(params IReadOnlyList<SupervisionTopic> topics) where THook : class, ISupervisionHook
    {
        Open();
        ArgumentNullException.ThrowIfNull(topics);
        if (topics.Count == 0) throw new ArgumentException("Name at least one topic.", nameof(topics));
        _observers.Add(new SupervisionObserver(typeof(THook), topics));
    }

    /// <summary>
    /// Blocks grants: before a person decides favourably on one of these items, the module's code is asked, and what it says is unmet is not
    /// granted. It fails closed: while the code throws, is too slow or its module is not enabled, nothing is granted either, and the decider
    /// is told which module stands in the way. A denial is never blocked.
    /// </summary>
    /// <remarks>
    /// For what the law makes a condition of the grant and a system of the department's knows; a condition that no law states must not be
    /// added (行政许可法 16).
    /// </remarks>
    /// <typeparam name="TRequirement">The code; made anew for each check in the module's own scope.</typeparam>
    /// <param name="name">What must hold, in Chinese, as the decider reads it; cases refer to it, so that it is for life.</param>
    /// <param name="basicCodes">基本编码 of the items, registered before; at least one.</param>
    /// <exception cref="ModuleDefinitionException">
    /// No name, no item, one that is not registered or has this requirement already, or one that the system decides at once (备案), where
    /// nobody would be asked.
    /// </exception>
    /// <exception cref="InvalidOperationException">Registration is over.</exception>
    public void RequireBeforeGranting<TRequirement>(string name, params IReadOnlyList<string> basicCodes)
        where TRequirement : class, IGrantRequirement
    {
        Open();
        ArgumentNullException.ThrowIfNull(basicCodes);
        var problems = ProblemsOf(name, basicCodes).ToArray();
        if (problems.Length > 0) throw new ModuleDefinitionException($"Requirement {name}", problems);
        _requirements.Add(new GrantRequirement(name, typeof(TRequirement), basicCodes));
    }

    /// <summary>
    /// Collects what the department's own system has to report about holders and licences. It blocks nobody: a collection that fails is
    /// tried again at its next time from the same place, and shows in the module's status.
    /// </summary>
    /// <typeparam name="TSource">The code; made anew for each page in the module's own scope.</typeparam>
    /// <param name="every">How long after a collection the next one begins; a minute at least.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less than a minute.</exception>
    /// <exception cref="ArgumentException">The source was registered before.</exception>
    /// <exception cref="InvalidOperationException">Registration is over.</exception>
    public void CollectFeedback<TSource>(TimeSpan every) where TSource : class, IFeedbackSource
    {
        Open();
        ArgumentOutOfRangeException.ThrowIfLessThan(every, TimeSpan.FromMinutes(1));
        if (!_sources.TryAdd(typeof(TSource), every)) throw new ArgumentException($"{typeof(TSource).Name} is registered twice.");
    }

    internal ModuleDefinition Freeze()
    {
        _frozen = true;
        if (_department is null) throw new ModuleDefinitionException("Module", ["It names no department."]);
        if (_items.Count == 0) throw new ModuleDefinitionException(_department.Name, ["It registers no item."]);
        _services.MakeReadOnly();
        return new ModuleDefinition(_department, _items, _observers, _requirements, _sources, _services);
    }

    private IEnumerable<string> ProblemsOf(string name, IReadOnlyList<string> basicCodes)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return "It needs a name that says what must hold.";
        if (basicCodes.Count == 0) yield return "Name at least one item.";
        foreach (var code in basicCodes)
        {
            if (_items.Find(i => i.Code.BasicCode == code) is not { Definition: var item })
                yield return $"The item {code} is not registered; register items before what they require.";
            else if (item is { Handling: HandlingType.Immediate, Type: ItemType.Other })
                yield return $"The item {item.Name} is decided at once by the system; nobody would be asked.";
            if (_requirements.Exists(r => r.Name == name && r.BasicCodes.Contains(code))) yield return $"The item {code} has it already.";
        }
    }

    private void Open()
    {
        if (_frozen) throw new InvalidOperationException("Registration is over when Configure has returned.");
    }
}
