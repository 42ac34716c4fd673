using Microsoft.Extensions.DependencyInjection;

namespace OneSeal.Sdk;

/// <summary>All that a module registered, whole and checked.</summary>
public sealed class ModuleDefinition
{
    internal ModuleDefinition(
        DepartmentIdentity department,
        IReadOnlyList<RegisteredItem> items,
        IReadOnlyList<SupervisionObserver> observers,
        IServiceCollection services)
    {
        Department = department;
        Items = items;
        Observers = observers;
        Services = services;
    }

    /// <summary>The department.</summary>
    public DepartmentIdentity Department { get; }

    /// <summary>Its items, in the order of registration.</summary>
    public IReadOnlyList<RegisteredItem> Items { get; }

    /// <summary>Who is told of cases.</summary>
    public IReadOnlyList<SupervisionObserver> Observers { get; }

    /// <summary>The module's own services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Runs a module's <see cref="IDepartmentModule.Configure"/> and takes what it registers.</summary>
    /// <param name="module">The module.</param>
    /// <exception cref="ModuleDefinitionException">Something it registers is not sound.</exception>
    public static ModuleDefinition Of(IDepartmentModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        var builder = new ModuleBuilder();
        module.Configure(builder);
        return builder.Freeze();
    }
}

/// <summary>A hook and what it is told of.</summary>
/// <param name="Hook">A type that implements <see cref="ISupervisionHook"/>.</param>
/// <param name="Topics">The topics.</param>
public sealed record SupervisionObserver(Type Hook, IReadOnlyList<SupervisionTopic> Topics);
