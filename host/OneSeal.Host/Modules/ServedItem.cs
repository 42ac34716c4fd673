using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>An item as a loaded module registered it.</summary>
/// <remarks>
/// <see cref="Item"/> refers into the module and keeps it in memory: read what is needed and let go of it. What must last — schema,
/// names, limits — is kept as data.
/// </remarks>
/// <param name="Item">The item.</param>
/// <param name="Module">The folder name of its module.</param>
/// <param name="Department">The department.</param>
/// <param name="Service">For whom it is served now; null while its module is not enabled.</param>
internal sealed record ServedItem(RegisteredItem Item, string Module, DepartmentIdentity Department, ModuleService? Service)
{
    /// <summary>An item belongs to the region of its department.</summary>
    public RegionCode Region => Department.Region;
}
