using Microsoft.Extensions.DependencyInjection;

namespace OneSeal.Sdk;

/// <summary>All that a module registered, whole and checked.</summary>
public sealed class ModuleDefinition
{
    internal ModuleDefinition(
        DepartmentIdentity department,
        IReadOnlyList<RegisteredItem> items,
        IReadOnlyList<SupervisionObserver> observers,
        IReadOnlyList<GrantRequirement> requirements,
        IReadOnlyDictionary<Type, TimeSpan> feedbackSources,
        IServiceCollection services)
    {
        Department = department;
        Items = items;
        Observers = observers;
        Requirements = requirements;
        FeedbackSources = feedbackSources;
        Services = services;
    }

    /// <summary>The department.</summary>
    public DepartmentIdentity Department { get; }

    /// <summary>Its items, in the order of registration.</summary>
    public IReadOnlyList<RegisteredItem> Items { get; }

    /// <summary>Who is told of cases.</summary>
    public IReadOnlyList<SupervisionObserver> Observers { get; }

    /// <summary>What must hold before a grant.</summary>
    public IReadOnlyList<GrantRequirement> Requirements { get; }

    /// <summary>
    /// Types that implement <see cref="IFeedbackSource"/>, and how long after a collection of each the next one begins.
    /// </summary>
    public IReadOnlyDictionary<Type, TimeSpan> FeedbackSources { get; }

    /// <summary>The module's own services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Runs a module's <see cref="IDepartmentModule.Configure"/> and takes what it registers.</summary>
    /// <param name="module">The module.</param>
    /// <exception cref="ModuleDefinitionException">Something it registers is not sound.</exception>
    public static ModuleDefinition Of(IDepartmentModule module) => Of(module, ModuleSettings.None);

    /// <summary>Runs a module's <see cref="IDepartmentModule.Configure"/> and takes what it registers.</summary>
    /// <param name="module">The module.</param>
    /// <param name="settings">What the installation sets for it.</param>
    /// <exception cref="ModuleDefinitionException">Something it registers is not sound.</exception>
    public static ModuleDefinition Of(IDepartmentModule module, ModuleSettings settings)
    {
        ArgumentNullException.ThrowIfNull(module);
        var builder = new ModuleBuilder(settings);
        module.Configure(builder);
        return builder.Freeze();
    }
}

/// <summary>A hook and what it is told of.</summary>
/// <param name="Hook">A type that implements <see cref="ISupervisionHook"/>.</param>
/// <param name="Topics">The topics.</param>
public sealed record SupervisionObserver(Type Hook, IReadOnlyList<SupervisionTopic> Topics);

/// <summary>A requirement and the items it stands before.</summary>
/// <param name="Name">What must hold, in Chinese.</param>
/// <param name="Requirement">A type that implements <see cref="IGrantRequirement"/>.</param>
/// <param name="BasicCodes">基本编码 of the items.</param>
public sealed record GrantRequirement(string Name, Type Requirement, IReadOnlyList<string> BasicCodes);
