namespace OneSeal.Host.Access;

internal static class Roles
{
    /// <summary>Everybody who works here: all roles but the applicants'.</summary>
    public static Role[] Staff { get; } =
        [Role.Window, Role.Reviewer, Role.Decider, Role.SealKeeper, Role.Administrator, Role.DepartmentOfficer];
}
