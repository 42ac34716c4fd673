using OneSeal.Host.Access;

namespace OneSeal.Host.Demonstration;

/// <summary>Whose cases are closed with which seal.</summary>
internal sealed class Seals(District district, IReadOnlyList<Department> departments)
{
    public string Of(Organisation owner) => owner.Code == district.Bureau.Code
        ? Reform.ApprovalSeal
        : departments.First(d => d.Organisation.Code == owner.Code).Seal;
}
