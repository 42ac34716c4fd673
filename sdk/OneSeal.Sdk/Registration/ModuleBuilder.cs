using Microsoft.Extensions.DependencyInjection;

namespace OneSeal.Sdk;

/// <summary>What a module registers with. Everything is checked when it is given; after <c>Configure</c> nothing more is taken.</summary>
public sealed class ModuleBuilder
{
    private readonly List<RegisteredItem> _items = [];
    private readonly List<SupervisionObserver> _observers = [];
    private readonly ServiceCollection _services = new();
    private DepartmentIdentity? _department;
    private bool _frozen;

    internal ModuleBuilder()
    {
    }

    /// <summary>
    /// Services for the module's own scope. They are made in a container of the module, which also knows the host's loggers and
    /// <see cref="TimeProvider"/>, and end with the module.
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

    internal ModuleDefinition Freeze()
    {
        _frozen = true;
        if (_department is null) throw new ModuleDefinitionException("Module", ["It names no department."]);
        if (_items.Count == 0) throw new ModuleDefinitionException(_department.Name, ["It registers no item."]);
        _services.MakeReadOnly();
        return new ModuleDefinition(_department, _items, _observers, _services);
    }

    private void Open()
    {
        if (_frozen) throw new InvalidOperationException("Registration is over when Configure has returned.");
    }
}
