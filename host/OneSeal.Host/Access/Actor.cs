namespace OneSeal.Host.Access;

internal enum Role { Window, Reviewer, Decider, SealKeeper, Administrator, DepartmentOfficer, Public, System }

internal sealed record Organisation(string Name, string Code);

internal sealed record Actor(Guid Id, string Name, Role Role, Organisation Organisation, string Region, string Authority)
{
    public static Actor? Of(System.Security.Claims.ClaimsPrincipal p) => null;
}

internal static class TemporaryAccess
{
    public static TBuilder RequireRoles<TBuilder>(this TBuilder b, params Role[] roles) where TBuilder : IEndpointConventionBuilder => b;
    public static TBuilder Anyone<TBuilder>(this TBuilder b) where TBuilder : IEndpointConventionBuilder => b;
}
