namespace OneSeal.Sdk;

/// <summary>You implement: the one entry of a department's module. It needs a public constructor without parameters.</summary>
/// <example>
/// <code>
/// [assembly: DepartmentModule(typeof(HousingModule))]
///
/// public sealed class HousingModule : IDepartmentModule
/// {
///     public void Configure(ModuleBuilder module)
///     {
///         module.Department(new("区住房和城乡建设局", SocialCreditCode.Parse("…"), RegionCode.Parse("370390")));
///         module.AddItem(ConstructionPermit.Item);
///     }
/// }
/// </code>
/// </example>
public interface IDepartmentModule
{
    /// <summary>
    /// Registers everything the department brings. Called once for each loading; nothing is visible before it has returned.
    /// </summary>
    /// <param name="module">What the module registers with.</param>
    void Configure(ModuleBuilder module);
}

/// <summary>Names the module of an assembly. The host reads it from the assembly's metadata and scans nothing.</summary>
/// <param name="module">A public type that implements <see cref="IDepartmentModule"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class DepartmentModuleAttribute(Type module) : Attribute
{
    /// <summary>The module.</summary>
    public Type Module { get; } = module;
}
