using System.Text.Json;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Access;

internal static class Roles
{
    /// <summary>Everybody who works here: all roles but the applicants'.</summary>
    public static Role[] Staff { get; } =
        [Role.Window, Role.Reviewer, Role.Decider, Role.SealKeeper, Role.Administrator, Role.DepartmentOfficer];

    /// <summary>The roles an account can hold.</summary>
    public static Role[] OfAccounts { get; } = [.. Staff, Role.Public];

    /// <summary>The role's name for programs, as it stands in requests and answers.</summary>
    public static string InJson(this Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    /// <summary>The role that a query names; the framework would know the names in our code only and not those in our JSON.</summary>
    /// <exception cref="Refusal"><c>role-unknown</c>.</exception>
    public static Role Named(string name) => OfAccounts.Where(r => r.InJson() == name).Cast<Role?>().SingleOrDefault()
        ?? throw new Refusal("role-unknown", ("role", name)) { Status = StatusCodes.Status400BadRequest, Field = "role" };

    /// <summary>The role's name for people.</summary>
    public static string InChinese(this Role role) => Text.Of("role." + role.InJson());
}
