using System.Security.Cryptography;
using System.Text;
using OneSeal.Host.Access;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Modules;

/// <summary>A module that acts for its department: as the department's officer would, and the journal says that it was the module.</summary>
internal static class ModuleActor
{
    public static Actor Of(string module, Organisation department, string region) => new(
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"module:{region}/{module}")).AsSpan(0, 16)),
        Text.Of("module.actor", ("department", department.Name)), Role.DepartmentOfficer, department, region,
        Text.Of("module.authority", ("module", module)));
}
