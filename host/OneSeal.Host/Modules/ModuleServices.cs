using Autofac;
using Autofac.Extensions.DependencyInjection;
using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>
/// The container of one module. It is not a child of the host's, whose caches would keep the module's types after it has gone; it is
/// handed what the SDK promises — loggers, the time, its settings and its desk — and what the module registered, and ends with the module.
/// </summary>
internal static class ModuleServices
{
    public static IContainer Build(
        ModuleDefinition definition, ILoggerFactory loggers, TimeProvider time, ModuleSettings settings, ISupervisionDesk desk)
    {
        var builder = new ContainerBuilder();
        builder.RegisterInstance(loggers).ExternallyOwned();
        builder.RegisterGeneric(typeof(Logger<>)).As(typeof(ILogger<>)).SingleInstance();
        builder.RegisterInstance(time).ExternallyOwned();
        builder.RegisterInstance(settings).ExternallyOwned();
        builder.RegisterInstance(desk).ExternallyOwned();
        builder.Populate(definition.Services);
        foreach (var type in CodeOf(definition)) builder.RegisterType(type).InstancePerLifetimeScope();
        return builder.Build();
    }

    private static IEnumerable<Type> CodeOf(ModuleDefinition definition) => definition.Items
        .SelectMany(item => item.Definition.Steps)
        .Select(step => step.Automation)
        .OfType<Type>()
        .Concat(definition.Observers.Select(observer => observer.Hook))
        .Concat(definition.Requirements.Select(required => required.Requirement))
        .Concat(definition.FeedbackSources.Keys)
        .Distinct();
}
